package org.educationcities.notify.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letter of a kind of message in English, Hebrew or Arabic; English for any other
 * language. A letter says only what its kind says and where to read more: neither the parameters of
 * the message nor anything about its recipient is in it, so there is nothing to leak.
 */
final class Letters {
  static final List<String> LANGUAGES = List.of("en", "he", "ar");

  private final Map<String, Properties> texts;
  private final String senderName;
  private final @Nullable URI link;

  Letters(String senderName, @Nullable URI link) {
    this.texts =
        LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(tag -> tag, Letters::read));
    this.senderName = senderName;
    this.link = link;
  }

  static Properties read(String language) {
    String file = "letters_" + language + ".properties";
    try (InputStream in = Letters.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No " + file + ".\nMaybe the jar is incomplete.");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letter for a kind, in the nearest language there is; a generic one for unknown kinds. */
  Letter of(String kind, Locale locale) {
    // The tag, since the old code of Hebrew is "iw" in some Java versions.
    String wanted = Locale.forLanguageTag(locale.getLanguage()).toLanguageTag();
    String language = texts.containsKey(wanted) ? wanted : "en";
    Properties own = texts.getOrDefault(language, new Properties());
    String subject = own.getProperty(kind + ".subject", text(own, "subject"));
    String body = own.getProperty(kind + ".text", text(own, "text"));
    return new Letter(language, subject, plain(own, body), page(own, language, subject, body));
  }

  private static String text(Properties own, String key) {
    String text = own.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("No text '" + key + "'.");
    }
    return text;
  }

  private String plain(Properties own, String body) {
    String more = link == null ? text(own, "more") : text(own, "more.link") + "\n" + link;
    String sender = senderName.isEmpty() ? "" : senderName + "\n";
    return text(own, "greeting")
        + "\n\n"
        + body
        + "\n\n"
        + more
        + "\n\n-- \n"
        + sender
        + text(own, "footer")
        + "\n";
  }

  private String page(Properties own, String language, String subject, String body) {
    String direction = text(own, "direction");
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"").append(language);
    page.append("\" dir=\"").append(direction).append("\">\n");
    page.append("<head><meta charset=\"UTF-8\"/><title>").append(escaped(subject));
    page.append("</title></head>\n<body>\n");
    paragraph(page, escaped(text(own, "greeting")));
    paragraph(page, escaped(body));
    if (link == null) {
      paragraph(page, escaped(text(own, "more")));
    } else {
      String address = escaped(link.toString());
      paragraph(page, "<a href=\"" + address + "\">" + escaped(text(own, "more.link")) + "</a>");
    }
    String sender = senderName.isEmpty() ? "" : escaped(senderName) + "<br/>";
    paragraph(page, "<small>" + sender + escaped(text(own, "footer")) + "</small>");
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
