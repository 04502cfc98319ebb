package org.educationcities.city;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The public names of a place or a thing, by language. Never of a person.
 *
 * @param byLanguage names by BCP 47 language tag; immutable, at least one, none blank
 */
public record Names(Map<String, String> byLanguage) {

  /** Names, checked to hold at least one and no blank. */
  public Names {
    Objects.requireNonNull(byLanguage, "byLanguage");
    if (byLanguage.isEmpty()) {
      throw new IllegalArgumentException(
          "A public name is missing.\nMaybe give it in one language.");
    }
    byLanguage.forEach(
        (tag, name) -> {
          if (name.isBlank() || name.length() > 500) {
            throw new IllegalArgumentException(
                "The public name in '"
                    + tag
                    + "' has "
                    + name.length()
                    + " characters; 1 to 500 are allowed.");
          }
        });
    byLanguage = ImmutableSortedMap.copyOf(byLanguage);
  }

  /** A name in one language. */
  public static Names of(String languageTag, String name) {
    return new Names(Map.of(languageTag, name));
  }

  /** The name in a language; else in English; else in the first language there is, by tag. */
  public String in(Locale locale) {
    for (String tag : List.of(locale.toLanguageTag(), locale.getLanguage(), "en")) {
      String name = byLanguage.get(tag);
      if (name != null) {
        return name;
      }
    }
    return byLanguage.values().iterator().next();
  }
}
