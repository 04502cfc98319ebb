package org.educationcities.spi.source;

import java.util.Objects;

/** What the ids of all records have in common. */
final class RecordRule {

  private RecordRule() {}

  static String id(String id) {
    Objects.requireNonNull(id, "id");
    if (id.isBlank() || id.length() > 255 || id.indexOf(0) >= 0) {
      throw new IllegalArgumentException(
          "An id has 1 to 255 characters and no NUL; this one has "
              + id.length()
              + ".\nMaybe the column is empty, or another column was meant.");
    }
    return id;
  }
}
