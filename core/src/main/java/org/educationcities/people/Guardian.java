package org.educationcities.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.educationcities.spi.source.GuardianRecord;

/** A guardian with their relations to learners. Told by an opaque id. Immutable. */
public final class Guardian {
  private final GuardianId id;
  private final GuardianRecord record;

  private Guardian(GuardianRecord record) {
    this.record = Objects.requireNonNull(record, "record");
    this.id = new GuardianId(record.id());
  }

  /** The guardian that a host or a file tells of. */
  public static Guardian of(GuardianRecord record) {
    return new Guardian(record);
  }

  /** Their id. */
  public GuardianId id() {
    return id;
  }

  /** Whether they may give and withdraw permission for a learner on a day. */
  public boolean mayPermitFor(LearnerId learner, LocalDate day) {
    return record.relations().stream()
        .anyMatch(
            relation ->
                relation.mayPermit()
                    && relation.learnerId().equals(learner.value())
                    && relation.holdsOn(day));
  }

  /** The languages to write to them in, BCP 47 tags, the best first. */
  public List<String> languages() {
    return record.languages();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Guardian that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "Guardian[" + id + "]";
  }
}
