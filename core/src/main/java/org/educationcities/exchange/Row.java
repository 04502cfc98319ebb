package org.educationcities.exchange;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table. Whatever asks for a value that is not there or not of its kind throws, so
 * that the row is refused with its place. Cells are stripped of white space; blank ones are absent.
 * Never keep a row beyond the consumer it is given to.
 */
public final class Row {
  private static final int LONGEST_ID = 255;

  private final String file;
  private final RawRow row;
  private final Map<String, Integer> columns;
  private final boolean guarded;

  Row(String file, RawRow row, Map<String, Integer> columns, boolean guarded) {
    this.file = file;
    this.row = row;
    this.columns = columns;
    this.guarded = guarded;
  }

  /** The line it begins on, from 1. */
  public long line() {
    return row.line();
  }

  /** The file it stands in. */
  public String file() {
    return file;
  }

  /** Where a column of this row stands, for a problem that is found later. */
  public Problem problem(String column, String code, String reason) {
    Integer index = columns.get(column);
    return new Problem(file, row.line(), index == null ? 0 : index + 1, column, code, reason);
  }

  /** What to throw so that this row is refused. */
  public RefusedRow refuse(String column, String code, String reason) {
    return new RefusedRow(problem(column, code, reason));
  }

  /** The text of a column, if there is any. */
  public Optional<String> text(String column) {
    Integer index = columns.get(column);
    String cell = index == null ? null : row.cells().get(index);
    if (cell == null || cell.isBlank()) {
      return Optional.empty();
    }
    String stripped = (guarded ? FormulaGuard.off(cell) : cell).strip();
    if (stripped.indexOf('\0') >= 0) {
      throw refuse(column, "nul", "The field has a NUL character.");
    }
    return Optional.of(stripped);
  }

  /** The text of a column that must be filled. */
  public String required(String column) {
    return text(column)
        .orElseThrow(() -> refuse(column, "field-empty", "The field is empty and must be filled."));
  }

  /** An id that must be filled: 1 to 255 characters without control characters. */
  public String id(String column) {
    return checkedId(column, required(column));
  }

  /** An id, if there is one. */
  public Optional<String> optionalId(String column) {
    return text(column).map(each -> checkedId(column, each));
  }

  /** Ids in a list. */
  public List<String> ids(String column, char separator) {
    return list(column, separator).stream().map(each -> checkedId(column, each)).toList();
  }

  private String checkedId(String column, String id) {
    if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      throw refuse(
          column, "id-malformed", "An id has 1 to 255 characters and no control characters.");
    }
    return id;
  }

  /** A day as ISO 8601 writes it, if there is one. */
  public Optional<LocalDate> date(String column) {
    return parsed(column, LocalDate::parse, "date-malformed", "A day is written as in 2026-09-01.");
  }

  /** A whole number in a range, if there is one. */
  public Optional<Integer> whole(String column, int least, int most) {
    Optional<Integer> number =
        parsed(column, Row::toWhole, "number-malformed", "This is not a whole number.");
    number.ifPresent(each -> checkRange(column, each, least, most));
    return number;
  }

  /** A number in a range, if there is one. */
  public Optional<Double> decimal(String column, double least, double most) {
    Optional<Double> number =
        parsed(column, Row::toDecimal, "number-malformed", "This is not a number.");
    number.ifPresent(each -> checkRange(column, each, least, most));
    return number;
  }

  /** {@code true} or {@code false}; what is absent is the other value given. */
  public boolean flag(String column, boolean otherwise) {
    return this.<Boolean>parsed(
            column, Row::toFlag, "flag-malformed", "This is neither true nor false.")
        .orElse(otherwise);
  }

  /** The parts of a list, stripped, blank ones left out. */
  public List<String> list(String column, char separator) {
    return text(column)
        .map(
            each ->
                (List<String>)
                    ImmutableList.copyOf(
                        Splitter.on(separator).trimResults().omitEmptyStrings().split(each)))
        .orElse(ImmutableList.of());
  }

  /** The filled columns of a prefix, by what follows it. */
  public Map<String, String> prefixed(String prefix) {
    ImmutableSortedMap.Builder<String, String> found = ImmutableSortedMap.naturalOrder();
    for (String column : columns.keySet()) {
      if (TableShape.isOfPrefix(prefix, column)) {
        text(column).ifPresent(each -> found.put(column.substring(prefix.length()), each));
      }
    }
    return found.build();
  }

  /**
   * Whatever a function makes of a text, if there is any.
   *
   * @param parse throws {@link IllegalArgumentException} or {@link DateTimeException} for what it
   *     does not take
   */
  public <T> Optional<T> parsed(
      String column, Function<String, @Nullable T> parse, String code, String reason) {
    Optional<String> text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    T value;
    try {
      value = parse.apply(text.get());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw refuse(column, code, reason);
    }
    if (value == null) {
      throw refuse(column, code, reason);
    }
    return Optional.of(value);
  }

  private void checkRange(String column, double number, double least, double most) {
    if (!(number >= least && number <= most)) {
      throw refuse(
          column,
          "number-out-of-range",
          "The number is to lie from " + plain(least) + " to " + plain(most) + ".");
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static @Nullable Integer toWhole(String text) {
    return text.matches("[+-]?[0-9]{1,10}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable Double toDecimal(String text) {
    // Double.valueOf takes NaN, hexadecimal and a trailing d as well.
    return text.matches("[+-]?[0-9]{1,20}([.][0-9]{1,20})?") ? Double.valueOf(text) : null;
  }

  private static @Nullable Boolean toFlag(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }
}
