package org.educationcities.notify.mail;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letter of a kind of message in the nearest language that there are words for; English
 * for any other. A letter says only what its kind says and where to read more: neither the
 * parameters of the message nor anything about its recipient is in it, so there is nothing to leak.
 */
final class Letters {
  private final Wordings words;
  private final String senderName;
  private final @Nullable URI link;

  Letters(Wordings words, String senderName, @Nullable URI link) {
    this.words = words;
    this.senderName = senderName;
    this.link = link;
  }

  /** The letter for a kind; a generic one for kinds without a text of their own. */
  Letter of(String kind, Locale locale) {
    String language = words.nearest(locale);
    String subject = ofKind(language, kind, "subject");
    String body = ofKind(language, kind, "text");
    return new Letter(language, subject, plain(language, body), page(language, subject, body));
  }

  private String ofKind(String language, String kind, String what) {
    String own = words.find(language, kind + "." + what);
    return own == null ? words.get(language, what) : own;
  }

  private String plain(String language, String body) {
    String more =
        link == null ? words.get(language, "more") : words.get(language, "more.link") + "\n" + link;
    String sender = senderName.isEmpty() ? "" : senderName + "\n";
    return words.get(language, "greeting")
        + "\n\n"
        + body
        + "\n\n"
        + more
        + "\n\n-- \n"
        + sender
        + words.get(language, "footer")
        + "\n";
  }

  private String page(String language, String subject, String body) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"").append(language);
    page.append("\" dir=\"").append(words.get(language, "direction")).append("\">\n");
    page.append("<head><meta charset=\"UTF-8\"/><title>").append(escaped(subject));
    page.append("</title></head>\n<body>\n");
    paragraph(page, escaped(words.get(language, "greeting")));
    paragraph(page, escaped(body));
    if (link == null) {
      paragraph(page, escaped(words.get(language, "more")));
    } else {
      String address = escaped(link.toString());
      String shown = escaped(words.get(language, "more.link"));
      paragraph(page, "<a href=\"" + address + "\">" + shown + "</a>");
    }
    String sender = senderName.isEmpty() ? "" : escaped(senderName) + "<br/>";
    paragraph(page, "<small>" + sender + escaped(words.get(language, "footer")) + "</small>");
    return page.append("</body>\n</html>\n").toString();
  }

  private static void paragraph(StringBuilder page, String content) {
    page.append("<p>").append(content).append("</p>\n");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
