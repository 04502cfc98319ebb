package org.educationcities.profile;

import org.educationcities.Identifier;

/**
 * The id of a quest.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record QuestId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public QuestId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
