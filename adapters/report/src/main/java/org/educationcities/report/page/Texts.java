package org.educationcities.report.page;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The pages' own texts in one language. A text that a language lacks is shown in English; a key
 * that none has is an error. Immutable.
 *
 * <p>A reader of plain properties and no {@link java.util.ResourceBundle}: a bundle falls back to
 * the machine's default locale, and inside a named module that can't be switched off.
 */
public final class Texts {
  private static final String BASE = "messages.properties";
  private static final Set<String> TRANSLATED = Set.of("ar", "he");
  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "fa", "ur", "yi");

  private final String language;
  private final Map<String, String> texts;

  private Texts(String language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The texts of a locale's language, else English. */
  public static Texts in(Locale locale) {
    // The modern code: JDK 17 says "he", older ones "iw".
    String asked = locale.getLanguage().equals("iw") ? "he" : locale.getLanguage();
    String language = TRANSLATED.contains(asked) ? asked : "en";
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    read(BASE).forEach((key, text) -> texts.put((String) key, (String) text));
    if (!language.equals("en")) {
      read("messages_" + language + ".properties")
          .forEach((key, text) -> texts.put((String) key, (String) text));
    }
    return new Texts(language, texts.buildKeepingLast());
  }

  /** The language's code. */
  public String language() {
    return language;
  }

  /** {@code rtl} or {@code ltr}. */
  public String direction() {
    return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
  }

  /** The keys. */
  public Set<String> keys() {
    return texts.keySet();
  }

  /** The text of a key, with {0}, {1}... replaced; what is put in is not read for braces again. */
  public String get(String key, Object... arguments) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "There is no text '" + key + "'.\nMaybe add it to messages.properties.");
    }
    if (arguments.length == 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      int index = Integer.parseInt(text.substring(open + 1, close));
      filled.append(text, from, open).append(arguments[index]);
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Resources.open(Texts.class, name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
