package org.educationcities.round;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;

/**
 * Whom a round places. Somebody erased leaves a place that was taken by nobody who is known, so
 * that the total and its proof stay what they were.
 */
final class PlacedPeople implements Personal<RoundPart> {

  @Override
  public Set<Person> people(RoundPart part) {
    return part.placements().stream()
        .map(each -> each.learner().value())
        .filter(each -> !Personal.isStandIn(each))
        .map(Person::learner)
        .collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public Optional<Person> owner(RoundPart part) {
    return Optional.empty();
  }

  @Override
  public Optional<RoundPart> without(RoundPart part, Person who, String standIn) {
    return Optional.of(
        part.withPlacements(
            part.placements().stream()
                .map(
                    each ->
                        each.learner().value().equals(who.id())
                            ? new Placement(
                                new LearnerId(standIn),
                                each.opportunity(),
                                each.affinity(),
                                each.byHand())
                            : each)
                .toList()));
  }
}
