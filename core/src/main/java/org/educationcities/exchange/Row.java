package org.educationcities.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.educationcities.spi.source.GeoPoint;

/**
 * One row of a {@link Table}. Reading a field that is wrong records the problem with its column; a
 * row with a problem is refused as a whole, which {@link #isSound()} tells. Not thread-safe.
 */
public final class Row {
  private final String file;
  private final long line;
  private final Map<String, Integer> columns;
  private final List<String> fields;
  private final ImportReport.Builder report;
  private boolean sound = true;

  Row(
      String file,
      long line,
      Map<String, Integer> columns,
      List<String> fields,
      ImportReport.Builder report) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.fields = fields;
    this.report = report;
  }

  /** The line it begins on, from 1. */
  public long line() {
    return line;
  }

  /** Whether nothing was wrong with whatever was read of it so far. */
  public boolean isSound() {
    return sound;
  }

  /** Refuses the row for a field of it. */
  public void refuse(String column, String code, String sentence) {
    sound = false;
    report.problem(file, line, columns.getOrDefault(column, -1) + 1, code, sentence);
  }

  /** Counts the row as taken. */
  public void take() {
    report.took(file);
  }

  /** The text of a field without blanks around it; empty if there is none, or no such column. */
  public String text(String column) {
    int index = columns.getOrDefault(column, -1);
    return index < 0 || index >= fields.size() ? "" : fields.get(index).strip();
  }

  /** The text of a field, if there is one. */
  public Optional<String> optional(String column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }

  /**
   * The text of a field that must be there; refuses the row if it is not, or is longer than 255.
   */
  public String required(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      refuse(column, "value-missing", "A value for '" + column + "' is missing.");
    } else if (text.length() > 255) {
      refuse(column, "value-too-long", "The value for '" + column + "' is longer than 255.");
    }
    return text;
  }

  /** The parts of a field that holds several, without blanks around them and without empty ones. */
  public List<String> several(String column, String separator) {
    return Stream.of(text(column).split(Pattern.quote(separator)))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /**
   * A whole number, if there is one; refuses the row if there is something else, or it is out of
   * range.
   */
  public OptionalInt number(String column, int least, int most) {
    String text = text(column);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of range
    }
    refuse(
        column,
        "number",
        "'" + column + "' must be a whole number from " + least + " to " + most + ".");
    return OptionalInt.empty();
  }

  /** A day as {@code yyyy-mm-dd}, if there is one; refuses the row if there is something else. */
  public Optional<LocalDate> day(String column) {
    return parsed(column, "date", "a date such as 2026-09-01", LocalDate::parse);
  }

  /** A value by a parser; refuses the row if it throws. */
  public <T> Optional<T> parsed(
      String column, String code, String expected, Function<String, T> parser) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      refuse(column, code, "'" + column + "' must be " + expected + ".");
      return Optional.empty();
    }
  }

  /** A position from two fields in degrees, if both are there; refuses the row if they are none. */
  public Optional<GeoPoint> position(String latitude, String longitude) {
    OptionalDouble north = degrees(latitude);
    OptionalDouble east = degrees(longitude);
    if (north.isEmpty() || east.isEmpty()) {
      return Optional.empty();
    }
    try {
      GeoPoint point = new GeoPoint(north.getAsDouble(), east.getAsDouble());
      if (point.latitude() == 0 && point.longitude() == 0) {
        refuse(latitude, "position", "0, 0 lies in the Gulf of Guinea. Maybe leave it empty.");
        return Optional.empty();
      }
      return Optional.of(point);
    } catch (IllegalArgumentException e) {
      refuse(latitude, "position", "The position is out of range. Maybe the axes are swapped.");
      return Optional.empty();
    }
  }

  private OptionalDouble degrees(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double degrees = Double.parseDouble(text);
      if (Double.isFinite(degrees)) {
        return OptionalDouble.of(degrees);
      }
    } catch (NumberFormatException e) {
      // refused below, like what is not finite
    }
    refuse(column, "number", "'" + column + "' must be a number of degrees.");
    return OptionalDouble.empty();
  }
}
