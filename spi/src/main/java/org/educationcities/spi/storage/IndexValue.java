package org.educationcities.spi.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A value of a declared index: a whole number or a text. No personal data enters an index.
 *
 * <ul>
 *   <li><b>STO-30</b> A text is well-formed Unicode of at most {@value #MAX_CODE_POINTS} code
 *       points without NUL; it may be empty.
 *   <li><b>STO-31</b> Texts are ordered by code point, numbers by value, on every adapter alike.
 *   <li><b>STO-32</b> An instant is indexed as microseconds since the epoch.
 * </ul>
 */
public sealed interface IndexValue extends Comparable<IndexValue> {

  /** The longest text, in code points. */
  int MAX_CODE_POINTS = 255;

  /** A whole number. */
  static IndexValue of(long number) {
    return new Whole(number);
  }

  /**
   * A text.
   *
   * @throws IllegalArgumentException if it breaks STO-30
   */
  static IndexValue of(String text) {
    return new Text(text);
  }

  /** An instant, as microseconds since the epoch, rounded down. */
  static IndexValue of(Instant instant) {
    return new Whole(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }

  /** What kind of value this is. */
  IndexType type();

  /**
   * A whole number.
   *
   * @param value any long
   */
  record Whole(long value) implements IndexValue {
    @Override
    public IndexType type() {
      return IndexType.NUMBER;
    }

    /** By value; every number comes before every text. */
    @Override
    public int compareTo(IndexValue other) {
      return other instanceof Whole that ? Long.compare(value, that.value) : -1;
    }
  }

  /**
   * A text.
   *
   * @param value well-formed, at most 255 code points, without NUL
   */
  record Text(String value) implements IndexValue {
    /** A text, checked by STO-30. */
    public Text {
      Objects.requireNonNull(value, "value");
      TextRule.check("An index text", value, 0);
    }

    @Override
    public IndexType type() {
      return IndexType.TEXT;
    }

    /** By code point; every number comes before every text. */
    @Override
    public int compareTo(IndexValue other) {
      return other instanceof Text that ? TextRule.compareByCodePoint(value, that.value) : 1;
    }
  }
}
