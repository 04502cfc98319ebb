package org.educationcities.registry;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;

/** Of whom a legal basis tells: the learner, whose it is, and who stated or stopped it. */
final class BasisPeople implements Personal<LegalBasis> {
  static final BasisPeople INSTANCE = new BasisPeople();

  private BasisPeople() {}

  @Override
  public Set<Person> people(LegalBasis basis) {
    ImmutableSet.Builder<Person> people = ImmutableSet.builder();
    people.add(Person.of(basis.learner()));
    if (!Personal.isStandIn(basis.statedBy())) {
      people.add(
          switch (basis.statedAs()) {
            case LEARNER -> Person.learner(basis.statedBy());
            case GUARDIAN -> Person.guardian(basis.statedBy());
            default -> Person.adult(basis.statedBy());
          });
    }
    return people.build();
  }

  @Override
  public Optional<Person> owner(LegalBasis basis) {
    return Optional.of(Person.of(basis.learner()));
  }

  @Override
  public Optional<LegalBasis> without(LegalBasis basis, Person who, String standIn) {
    return who.equals(Person.of(basis.learner()))
        ? Optional.empty()
        : Optional.of(
            new LegalBasis(
                basis.learner(),
                basis.purpose(),
                basis.ground(),
                standIn,
                basis.statedAs(),
                basis.statedAt(),
                basis.until(),
                basis.stopped()));
  }
}
