package org.educationcities.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.Relation;

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

  /** For whom they may give and withdraw permission on a day, in the order of their ids. */
  public List<LearnerId> mayPermitOn(LocalDate day) {
    return record.relations().stream()
        .filter(relation -> relation.mayPermit() && relation.holdsOn(day))
        .map(Relation::learnerId)
        .distinct()
        .sorted()
        .map(LearnerId::new)
        .toList();
  }

  /**
   * The last day on which they may permit for a learner, of the relations that hold on a day; empty
   * if one of them has no end, or none holds.
   */
  public Optional<LocalDate> mayPermitUntil(LearnerId learner, LocalDate day) {
    List<Relation> holding =
        record.relations().stream()
            .filter(each -> each.mayPermit() && each.learnerId().equals(learner.value()))
            .filter(each -> each.holdsOn(day))
            .toList();
    return holding.stream().anyMatch(each -> each.until() == null)
        ? Optional.empty()
        : holding.stream().map(Relation::until).filter(Objects::nonNull).max(LocalDate::compareTo);
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
