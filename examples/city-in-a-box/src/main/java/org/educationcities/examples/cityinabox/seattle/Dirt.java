package org.educationcities.examples.cityinabox.seattle;

import java.util.Objects;

/**
 * Something in a published list that could not be taken as it stands.
 *
 * @param file the list
 * @param item which of its items, from 1
 * @param field the field
 * @param reason what is wrong with it, and what became of the item
 */
public record Dirt(String file, int item, String field, String reason) {
  /** A finding. */
  public Dirt {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(reason, "reason");
  }
}
