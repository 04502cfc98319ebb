package org.educationcities.notify.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of letters by language: those of this library in English, Hebrew and Arabic, and over
 * them the host's own, which may be in other languages too. Immutable.
 */
final class Wordings {
  /** The languages that this library writes in. */
  static final List<String> LANGUAGES = List.of("en", "he", "ar");

  /** What every language has; texts of kinds may be missing. */
  static final Set<String> NEEDED =
      Set.of("direction", "greeting", "subject", "text", "more", "more.link", "footer");

  private static final Pattern FILE = Pattern.compile("letters_([a-z]{2,3})\\.properties");
  private static final Pattern OF_A_KIND =
      Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*\\.(text|subject)");
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_SUBJECT = 100;

  private final Map<String, Map<String, String>> texts;

  private Wordings(Map<String, Map<String, String>> texts) {
    this.texts = Map.copyOf(texts);
  }

  /** This library's own. */
  static Wordings standard() {
    Map<String, Map<String, String>> texts = new HashMap<>();
    LANGUAGES.forEach(language -> texts.put(language, Map.copyOf(own(language))));
    return new Wordings(texts);
  }

  /**
   * This library's, with those of a folder over them.
   *
   * @param problems gets a sentence for all that is wrong with the folder
   */
  static Wordings with(Path folder, List<String> problems) {
    Map<String, Map<String, String>> texts = new HashMap<>(standard().texts);
    boolean any = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          any = true;
          String language = tag(Locale.forLanguageTag(name.group(1)));
          Map<String, String> over = new HashMap<>(texts.getOrDefault(language, Map.of()));
          over.putAll(read(file, problems));
          check(file, over, problems);
          texts.put(language, Map.copyOf(over));
        }
      }
    } catch (IOException e) {
      problems.add("Setting 'texts' is no folder that can be read: '" + folder + "'.");
      return new Wordings(texts);
    }
    if (!any) {
      problems.add(
          "Setting 'texts' is a folder without a letters_LANGUAGE.properties: '" + folder + "'.");
    }
    return new Wordings(texts);
  }

  /**
   * The language of a locale: its tag, since the old code of Hebrew is "iw" in some Java versions.
   */
  private static String tag(Locale locale) {
    return Locale.forLanguageTag(locale.getLanguage()).toLanguageTag();
  }

  /** The nearest language there is. */
  String nearest(Locale locale) {
    String wanted = tag(locale);
    return texts.containsKey(wanted) ? wanted : "en";
  }

  /** A text of a language, or null if it has none. */
  @Nullable String find(String language, String key) {
    return texts.getOrDefault(language, Map.of()).get(key);
  }

  /** A text that every language has. */
  String get(String language, String key) {
    String text = find(language, key);
    if (text == null) {
      throw new IllegalStateException("No text '" + key + "' in '" + language + "'.");
    }
    return text;
  }

  static Map<String, String> own(String language) {
    String file = "letters_" + language + ".properties";
    try (InputStream in = Wordings.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No " + file + ".\nMaybe the jar is incomplete.");
      }
      return parsed(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parsed(byte[] bytes) throws IOException {
    // Unlike a reader's, this decoder says so where a file is not UTF-8.
    String content = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    Properties properties = new Properties();
    properties.load(new StringReader(content));
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  private static Map<String, String> read(Path file, List<String> problems) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        problems.add(file + " has more than " + MAX_BYTES + " bytes.");
        return Map.of();
      }
      return parsed(bytes);
    } catch (CharacterCodingException e) {
      problems.add(file + " is not UTF-8.");
    } catch (IOException | IllegalArgumentException e) {
      problems.add(file + " cannot be read as properties.");
    }
    return Map.of();
  }

  private static void check(Path file, Map<String, String> texts, List<String> problems) {
    Set<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(texts.keySet());
    if (!missing.isEmpty()) {
      problems.add(file + " has no text for " + missing + ".");
    }
    String direction = texts.getOrDefault("direction", "ltr");
    if (!direction.equals("ltr") && !direction.equals("rtl")) {
      problems.add(file + " has the direction '" + direction + "', not ltr or rtl.");
    }
    for (String key : new TreeSet<>(texts.keySet())) {
      String text = texts.getOrDefault(key, "");
      if (!NEEDED.contains(key) && !OF_A_KIND.matcher(key).matches()) {
        problems.add(
            file + " has an unknown '" + key + "'. Maybe KIND.text or KIND.subject is meant.");
      }
      if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
        problems.add(file + " has nothing, or a control character, for '" + key + "'.");
      }
      if (key.endsWith("subject") && text.length() > MAX_SUBJECT) {
        problems.add(file + " has more than " + MAX_SUBJECT + " characters for '" + key + "'.");
      }
    }
  }
}
