package org.educationcities.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The palette against WCAG 2.2: 4.5 to 1 for text, 3 to 1 for marks. Contrast by
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
 */
class ContrastTest {
  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):(#[0-9a-f]{3,6})");

  @ParameterizedTest
  @CsvSource({
    "ink,paper,4.5",
    "ink,card,4.5",
    "soft,paper,4.5",
    "soft,card,4.5",
    "soft,track,4.5",
    "soft,accent-soft,4.5",
    "accent,paper,4.5",
    "accent,card,4.5",
    "paper,accent,4.5",
    "ink,accent-soft,4.5",
    "ink,sea,4.5",
    "ink,land,4.5",
    "soft,ground,4.5",
    "good,card,4.5",
    "growth,card,4.5",
    "price,card,4.5",
    "t4,r4,4.5",
    "t3,r3,4.5",
    "t2,r2,4.5",
    "t1,r1,4.5",
    "t0,r0,4.5",
    "strength,track,3",
    "growth,track,3",
    "price,track,3",
    "school,ground,3",
    "tapped,ground,3",
    "untapped,ground,3",
    "accent,land,3"
  })
  void text_and_marks_stand_out_in_light_and_dark(String front, String back, double least) {
    String style = Resources.text("page.css");
    for (String selector : new String[] {":root{", ":root[data-theme=dark]{"}) {
      Map<String, String> tokens = tokens(style, ":root{");
      tokens.putAll(tokens(style, selector));
      assertThat(contrast(tokens.getOrDefault(front, ""), tokens.getOrDefault(back, "")))
          .as("%s on %s, %s", front, back, selector)
          .isGreaterThanOrEqualTo(least);
    }
  }

  @Test
  void the_dark_palette_is_the_same_by_choice_and_by_the_system() {
    String style = Resources.text("page.css");

    assertThat(tokens(style, ":root[data-theme=dark]{"))
        .isEqualTo(tokens(style, ":root:not([data-theme=light]){"));
  }

  private static Map<String, String> tokens(String style, String selector) {
    int from = style.indexOf(selector) + selector.length();
    Matcher matcher = TOKEN.matcher(style.substring(from, style.indexOf('}', from)));
    Map<String, String> tokens = new HashMap<>();
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    return tokens;
  }

  private static double contrast(String first, String second) {
    double a = luminance(first);
    double b = luminance(second);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    String six = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
    int rgb = Integer.parseInt(six.substring(1), 16);
    return 0.2126 * channel(rgb >> 16)
        + 0.7152 * channel(rgb >> 8 & 255)
        + 0.0722 * channel(rgb & 255);
  }

  private static double channel(int value) {
    double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
