package org.educationcities.exchange;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Set;

/** The columns that a table may have. What it does not name is not read. Immutable. */
public final class TableShape {
  private final Set<String> required;
  private final Set<String> optional;
  private final Set<String> ignored;
  private final Set<String> prefixes;
  private final boolean guarded;

  private TableShape(Builder builder) {
    required = builder.required.build();
    optional = builder.optional.build();
    ignored = builder.ignored.build();
    prefixes = builder.prefixes.build();
    guarded = builder.guarded;
  }

  /** Starts a table without columns. */
  public static Builder builder() {
    return new Builder();
  }

  Set<String> required() {
    return required;
  }

  boolean isGuarded() {
    return guarded;
  }

  boolean isRead(String column) {
    return required.contains(column)
        || optional.contains(column)
        || prefixes.stream().anyMatch(each -> isOfPrefix(each, column));
  }

  boolean isKnown(String column) {
    return isRead(column) || ignored.contains(column);
  }

  static boolean isOfPrefix(String prefix, String column) {
    return column.length() > prefix.length() && column.startsWith(prefix);
  }

  /** Collects columns. Not thread-safe. */
  public static final class Builder {
    private final ImmutableSet.Builder<String> required = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> optional = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> ignored = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> prefixes = ImmutableSet.builder();
    private boolean guarded;

    private Builder() {}

    /** Columns without which the table is not taken. */
    public Builder required(String... columns) {
      required.add(columns);
      return this;
    }

    /** Columns that are read if they are there. */
    public Builder optional(String... columns) {
      optional.add(columns);
      return this;
    }

    /** Columns that are known and never read: their text is not even made. */
    public Builder ignored(Collection<String> columns) {
      ignored.addAll(columns);
      return this;
    }

    /** Columns whose names begin so and go on, such as {@code name_}. */
    public Builder prefixed(String prefix) {
      prefixes.add(prefix);
      return this;
    }

    /**
     * The cells were guarded against formulas as {@link TableWriter} does it; the guard is taken
     * off.
     */
    public Builder guarded() {
      guarded = true;
      return this;
    }

    /** The shape. */
    public TableShape build() {
      return new TableShape(this);
    }
  }
}
