package org.educationcities.spi;

import java.util.Objects;

/**
 * A setting that an adapter understands.
 *
 * @param name lower-case words joined by hyphens or dots, such as {@code url}
 * @param description one sentence, with the unit and the range of the value
 * @param required whether opening without it is an error
 * @param secret whether its value must never be logged or shown
 */
public record Setting(String name, String description, boolean required, boolean secret) {

  /** A setting, checked to have a name and a description. */
  public Setting {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    if (name.isBlank() || description.isBlank()) {
      throw new IllegalArgumentException("A setting has a name and a description.");
    }
  }

  /** A setting that must be given. */
  public static Setting required(String name, String description) {
    return new Setting(name, description, true, false);
  }

  /** A setting that may be left out. */
  public static Setting optional(String name, String description) {
    return new Setting(name, description, false, false);
  }

  /** The same setting, its value never logged or shown. */
  public Setting asSecret() {
    return new Setting(name, description, required, true);
  }
}
