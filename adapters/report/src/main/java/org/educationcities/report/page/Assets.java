package org.educationcities.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style and the one script of a page, with the content security policy that lets these two
 * run by their hashes and nothing else: no inline handler, no style attribute, no request.
 *
 * @param style the style sheet
 * @param script the script
 */
record Assets(String style, String script) {
  private static final String LEAFLET = "META-INF/resources/webjars/leaflet/1.9.4/dist/";

  static Assets ofReport() {
    String leafletStyle =
        // Its images are of controls and markers that the page doesn't use.
        Resources.text(LEAFLET + "leaflet.css")
            .replaceAll("(?m)^.*behavior:.*$", "")
            .replaceAll("url\\([^)]*\\)", "none");
    String leafletScript =
        Resources.text(LEAFLET + "leaflet.js").replaceAll("(?m)^//# sourceMappingURL=.*$", "");
    return new Assets(
        leafletStyle + ownStyle() + Resources.text("report.css"),
        leafletScript + "\n" + Resources.text("page.js") + Resources.text("report.js"));
  }

  static Assets ofPlanner() {
    return new Assets(
        ownStyle() + Resources.text("planner.css"),
        Resources.text("page.js") + Resources.text("planner.js"));
  }

  String policy() {
    return "default-src 'none'; script-src '"
        + hash(script)
        + "'; style-src '"
        + hash(style)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String ownStyle() {
    StringBuilder style = new StringBuilder(Resources.text("page.css"));
    // A bar's length is a class, since the policy allows no style attribute.
    for (int percent = 0; percent <= 100; percent++) {
      style.append(".w").append(percent).append("{inline-size:").append(percent).append("%}");
    }
    return style.append('\n').toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
