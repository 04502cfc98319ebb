package org.educationcities.matching;

import java.util.List;
import java.util.Objects;

/**
 * A sentence as data: a key and what is filled in, for {@link Sentences} or the host to render.
 *
 * @param key its stable key, lower-case words joined by hyphens and dots
 * @param arguments what is filled in, in order: texts and whole numbers only
 */
public record Sentence(String key, List<Object> arguments) {
  /** A sentence, checked to hold texts and whole numbers only. */
  public Sentence {
    Objects.requireNonNull(key, "key");
    arguments = List.copyOf(arguments);
    for (Object each : arguments) {
      if (!(each instanceof String) && !(each instanceof Long)) {
        throw new IllegalArgumentException(
            "A sentence is filled in with texts and long numbers, not with a "
                + each.getClass().getName()
                + ".");
      }
    }
  }

  /** A sentence of a key, filled in with texts and whole numbers. */
  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, List.of(arguments));
  }
}
