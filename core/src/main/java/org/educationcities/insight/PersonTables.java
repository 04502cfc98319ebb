package org.educationcities.insight;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of people that can be filtered: for each value of a filter, such as each grade or each
 * kind of school, the part of it that is about those people. Everybody stands in one part, which
 * this class sees to. Immutable.
 */
public final class PersonTables {
  private final Map<String, PersonTable> parts;

  private PersonTables(Map<String, PersonTable> parts) {
    this.parts = ImmutableMap.copyOf(parts);
  }

  /**
   * Starts tables with these lines for each value of a filter.
   *
   * @param values of the filter, 1 to 100, each once
   * @throws IllegalArgumentException if there are too many values or lines, or one is there twice
   */
  public static Builder builder(List<String> rows, List<String> columns, List<String> values) {
    return new Builder(rows, columns, values);
  }

  /** The part of each value of the filter, in the order given. */
  Map<String, PersonTable> parts() {
    return parts;
  }

  /** Counts people. Not thread-safe. */
  public static final class Builder {
    private final Map<String, PersonTable.Builder> parts = new LinkedHashMap<>();

    private Builder(List<String> rows, List<String> columns, List<String> values) {
      if (values.isEmpty() || values.size() > 100) {
        throw new IllegalArgumentException(
            "A filter has 1 to 100 values, not " + values.size() + ".");
      }
      for (String value : values) {
        if (value.equals(SafeTable.ALL)
            || parts.putIfAbsent(value, PersonTable.builder(rows, columns)) != null) {
          throw new IllegalArgumentException(
              "Each value of a filter is there once, and none is '" + SafeTable.ALL + "'.");
        }
      }
    }

    /** Says that people bring amounts along, from 0 up to the given one. */
    public Builder amountsUpTo(long greatestAmount) {
      parts.values().forEach(each -> each.amountsUpTo(greatestAmount));
      return this;
    }

    /** Counts one person of a value of the filter. */
    public Builder person(String value, String row, String column) {
      return person(value, row, column, 0);
    }

    /**
     * Counts one person of a value of the filter, with what they bring along.
     *
     * @throws IllegalArgumentException if the value or a label is not there or the amount is out of
     *     its range
     */
    public Builder person(String value, String row, String column, long amount) {
      Optional.ofNullable(parts.get(value))
          .orElseThrow(
              () -> new IllegalArgumentException("The filter has no value '" + value + "'."))
          .person(row, column, amount);
      return this;
    }

    /** The tables. */
    public PersonTables build() {
      Map<String, PersonTable> built = new LinkedHashMap<>();
      parts.forEach((value, each) -> built.put(value, each.build()));
      return new PersonTables(built);
    }
  }
}
