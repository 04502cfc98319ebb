package org.educationcities.spi.storage;

import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entity and the indexes it declares. The adapter knows no more of it than this.
 *
 * <ul>
 *   <li><b>STO-33</b> An entity may leave out any declared index; it is then found by no equality,
 *       range or order on it.
 *   <li><b>STO-34</b> A value under a name that its type does not declare, or of another kind, is
 *       an {@link IllegalArgumentException}, and nothing is written.
 * </ul>
 *
 * @param name lower-case ASCII words joined by hyphens, at most 64 characters
 * @param indexes by name (same form), what each holds; at most {@value #MAX_INDEXES}
 */
public record EntityType(String name, Map<String, IndexType> indexes) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  /** The most indexes a type may declare. */
  public static final int MAX_INDEXES = 12;

  /**
   * A type of entity.
   *
   * @throws IllegalArgumentException if a name is not of the stated form or there are too many
   *     indexes
   */
  public EntityType {
    Objects.requireNonNull(name, "name");
    indexes = Map.copyOf(indexes);
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Entity type '" + name + "' is not lower-case words joined by hyphens.");
    }
    for (String index : indexes.keySet()) {
      if (!FORM.matcher(index).matches()) {
        throw new IllegalArgumentException(
            "Index '" + index + "' of " + name + " is not lower-case words joined by hyphens.");
      }
    }
    if (indexes.size() > MAX_INDEXES) {
      throw new IllegalArgumentException(
          name
              + " declares "
              + indexes.size()
              + " indexes; at most "
              + MAX_INDEXES
              + " are allowed.");
    }
  }

  /**
   * Checks that an entity is of this type and keeps to its indexes (STO-34). What an adapter calls
   * before it writes.
   *
   * @throws IllegalArgumentException if it is of another type, or has a value under an undeclared
   *     index or of another kind
   */
  public void check(Entity entity) {
    if (!entity.type().equals(name)) {
      throw new IllegalArgumentException(entity + " is not of type " + name + ".");
    }
    entity.index().forEach((index, value) -> check(index, value));
  }

  /**
   * Checks that an index is declared and holds values of a kind.
   *
   * @param value the value to be kept in or compared with the index, or null to check the name
   *     alone
   * @throws IllegalArgumentException if not
   */
  void check(String index, @Nullable IndexValue value) {
    IndexType kind = indexes.get(index);
    if (kind == null) {
      throw new IllegalArgumentException(
          name
              + " declares no index '"
              + index
              + "', only "
              + new TreeSet<>(indexes.keySet())
              + ".\nMaybe the type was declared anew, and the storage opened with the old one.");
    }
    if (value != null && value.type() != kind) {
      throw new IllegalArgumentException(
          "Index '" + index + "' of " + name + " holds " + kind + ", not " + value.type() + ".");
    }
  }
}
