package org.educationcities.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.city.SchoolId;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LearnerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A learner: a pupil mostly, but a resident of any age may learn; what guards them follows the age.
 * Told by an opaque id; no name is known here. Immutable.
 */
public final class Learner {
  private final LearnerId id;
  private final CityId cityId;
  private final @Nullable SchoolId schoolId;
  private final LearnerRecord record;

  private Learner(LearnerRecord record) {
    this.record = Objects.requireNonNull(record, "record");
    this.id = new LearnerId(record.id());
    this.cityId = new CityId(record.cityId());
    this.schoolId = record.schoolId().map(SchoolId::new).orElse(null);
  }

  /** The learner that a host or a file tells of. */
  public static Learner of(LearnerRecord record) {
    return new Learner(record);
  }

  /** Their id. */
  public LearnerId id() {
    return id;
  }

  /** The city they live in. */
  public CityId cityId() {
    return cityId;
  }

  /** Their school, unless they are a resident who goes to none. */
  public Optional<SchoolId> schoolId() {
    return Optional.ofNullable(schoolId);
  }

  /** Their grade, if known. */
  public Optional<Grade> grade() {
    return record.grade().flatMap(Grade::parse);
  }

  /** Their age on a day in whole years, if the birth date is known. */
  public OptionalInt ageOn(LocalDate day) {
    return record
        .birthDate()
        .filter(birth -> !day.isBefore(birth))
        .map(birth -> OptionalInt.of(AgeRange.ageOn(birth, day)))
        .orElse(OptionalInt.empty());
  }

  /**
   * The ages they may have on a day: one by their birth date, else a range by their grade, else
   * any. Good enough to match by, never for clearance.
   */
  public AgeRange possibleAgesOn(LocalDate day) {
    OptionalInt age = ageOn(day);
    if (age.isPresent()) {
      return new AgeRange(age.getAsInt(), age.getAsInt());
    }
    return grade().map(Grade::usualAges).orElse(AgeRange.ALL);
  }

  /** The languages they can learn in, BCP 47 tags, the best first. */
  public List<String> languages() {
    return record.languages();
  }

  /** What they need to take part, by the codes of the city's list. */
  public Set<String> arrangements() {
    return record.arrangements();
  }

  /** Where they set out from, if known. */
  public Optional<GeoPoint> position() {
    return record.position();
  }

  /** The learner they turned out to be, if two ids were merged. */
  public Optional<LearnerId> mergedInto() {
    return record.mergedInto().map(LearnerId::new);
  }

  /** What was told of them. */
  public LearnerRecord asRecord() {
    return record;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Learner that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "Learner[" + id + "]";
  }
}
