package org.educationcities.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Renders explanations in a language: English, Hebrew and Arabic; any other gets English. Numbers
 * are written as the given locale writes them, never as the machine's default locale does.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * Sentences hebrew = Sentences.in(Locale.forLanguageTag("he"));
 * String text = hebrew.render(reasons.of("learner-1", "theatre").sentence());
 * }</pre>
 */
public final class Sentences {
  /** The languages there are texts in, the fallback first. */
  public static final List<String> LANGUAGES = List.of("en", "he", "ar");

  // Texts are read here rather than by ResourceBundle, which would fall back to the machine's
  // default locale before English.
  private static final Map<String, Map<String, String>> TEXTS = readAll();

  private final Map<String, String> texts;
  private final Locale locale;

  private Sentences(Map<String, String> texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  /** The sentences of a locale, or English ones if there are none in its language. */
  public static Sentences in(Locale locale) {
    Map<String, String> own = TEXTS.get(languageOf(locale));
    return own == null
        ? new Sentences(TEXTS.getOrDefault("en", Map.of()), Locale.ENGLISH)
        : new Sentences(own, locale);
  }

  /** Older Java systems say "iw" for Hebrew. */
  private static String languageOf(Locale locale) {
    return locale.getLanguage().equals("iw") ? "he" : locale.getLanguage();
  }

  /** Whether there is a text of a key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /**
   * The sentence in words.
   *
   * @throws IllegalArgumentException if there is no text of its key
   */
  public String render(Sentence sentence) {
    String text = texts.get(sentence.key());
    if (text == null) {
      throw new IllegalArgumentException(
          "There is no text of the key '"
              + sentence.key()
              + "'.\nMaybe it is of a newer version of the library.");
    }
    return new MessageFormat(text, locale).format(sentence.arguments().toArray());
  }

  /** All texts of a language by key, for hosts that translate further. */
  public static Map<String, String> texts(String language) {
    Map<String, String> own = TEXTS.get(language);
    if (own == null) {
      throw new IllegalArgumentException(
          "There are no texts in '" + language + "'.\nMaybe take one of " + LANGUAGES + ".");
    }
    return own;
  }

  private static Map<String, Map<String, String>> readAll() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    LANGUAGES.forEach(language -> all.put(language, read("sentences_" + language + ".properties")));
    return Map.copyOf(all);
  }

  private static Map<String, String> read(String name) {
    try (InputStream stream = Sentences.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The resource '" + name + "' is not there.");
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
        return Map.copyOf(texts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
