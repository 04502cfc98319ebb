package org.educationcities.spi;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One district or customer. Nothing crosses spaces: neither an entity, nor an index value, nor a
 * message.
 *
 * @param id 1 to 64 characters, lower-case ASCII letters, digits, hyphen and underscore, starting
 *     with a letter or digit
 */
public record Space(String id) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /** The space of a host that has only one. */
  public static final Space DEFAULT = new Space("default");

  /**
   * A space by its id.
   *
   * @throws IllegalArgumentException if the id is not of the stated form
   */
  public Space {
    Objects.requireNonNull(id, "id");
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A space's id must be 1 to 64 of a-z, 0-9, '-' and '_', starting with a letter or digit.\n"
              + "Maybe lower-case it and replace other characters by '-'.");
    }
  }
}
