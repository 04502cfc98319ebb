package org.educationcities.profile;

import java.util.Objects;
import java.util.Optional;
import org.educationcities.Identifier;
import org.educationcities.city.CityId;
import org.educationcities.city.ClassroomId;
import org.educationcities.city.SchoolId;
import org.educationcities.people.AdultId;
import org.educationcities.people.GuardianId;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;

/**
 * Who has a profile, or takes part in a collaboration.
 *
 * @param kind what it is
 * @param id its id within its kind
 */
public record Party(Kind kind, String id) {

  /** The kinds of party. */
  public enum Kind {
    /** A learner. */
    LEARNER,
    /** An educator, a mentor or another adult. */
    ADULT,
    /** A guardian: the family's part. */
    GUARDIAN,
    /** A classroom. */
    CLASSROOM,
    /** A school. */
    SCHOOL,
    /** A provider: enterprise, theatre, team, association, public body, person. */
    PROVIDER,
    /** A resource of a provider. */
    RESOURCE,
    /** An opportunity: what it teaches are its strengths, what it needs its growth areas. */
    OPPORTUNITY,
    /** An education city. */
    CITY
  }

  /** A party by kind and id. */
  public Party {
    Objects.requireNonNull(kind, "kind");
    Identifier.check(id);
  }

  /** The person it is, if it is one. */
  public Optional<Person> person() {
    return switch (kind) {
      case LEARNER -> Optional.of(Person.learner(id));
      case ADULT -> Optional.of(Person.adult(id));
      case GUARDIAN -> Optional.of(Person.guardian(id));
      default -> Optional.empty();
    };
  }

  /** A learner as a party. */
  public static Party of(LearnerId learner) {
    return new Party(Kind.LEARNER, learner.value());
  }

  /** A city as a party. */
  public static Party of(CityId city) {
    return new Party(Kind.CITY, city.value());
  }

  /** A school as a party. */
  public static Party of(SchoolId school) {
    return new Party(Kind.SCHOOL, school.value());
  }

  /** A classroom as a party. */
  public static Party of(ClassroomId classroom) {
    return new Party(Kind.CLASSROOM, classroom.value());
  }

  /** A guardian as a party. */
  public static Party of(GuardianId guardian) {
    return new Party(Kind.GUARDIAN, guardian.value());
  }

  /** An educator, a mentor or another adult as a party. */
  public static Party of(AdultId adult) {
    return new Party(Kind.ADULT, adult.value());
  }
}
