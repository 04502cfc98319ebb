package org.educationcities.circle;

import org.educationcities.Identifier;

/**
 * The id of a recipe.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record RecipeId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public RecipeId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
