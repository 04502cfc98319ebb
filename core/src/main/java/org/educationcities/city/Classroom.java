package org.educationcities.city;

import java.util.Objects;
import java.util.Set;
import org.educationcities.spi.source.ClassRecord;

/**
 * A classroom (OneRoster {@code class}): the innermost circle, where Education Teams are made.
 * Immutable.
 */
public final class Classroom {
  private final ClassroomId id;
  private final SchoolId schoolId;
  private final ClassRecord record;

  private Classroom(ClassRecord record) {
    this.record = Objects.requireNonNull(record, "record");
    this.id = new ClassroomId(record.id());
    this.schoolId = new SchoolId(record.schoolId());
  }

  /** The classroom that a host or a file tells of. */
  public static Classroom of(ClassRecord record) {
    return new Classroom(record);
  }

  /** Its id. */
  public ClassroomId id() {
    return id;
  }

  /** Its school. */
  public SchoolId schoolId() {
    return schoolId;
  }

  /** What it is called in the school. */
  public String title() {
    return record.title();
  }

  /** The ids of those who learn in it. */
  public Set<String> learnerIds() {
    return record.learnerIds();
  }

  /** The ids of the educators who coach it. */
  public Set<String> educatorIds() {
    return record.educatorIds();
  }

  /** What was told of it. */
  public ClassRecord asRecord() {
    return record;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Classroom that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Classroom[" + id + "]";
  }
}
