package org.educationcities.collaboration;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;

/** Who holds the places of an opportunity, who waits for one, and who is with them. */
final class PlacesPeople implements Personal<Places> {

  @Override
  public Set<Person> people(Places places) {
    return Stream.of(
            places.holders().stream().map(Person::learner),
            places.waitlist().stream().map(each -> Person.of(each.learner())),
            places.mentorIds().stream().map(Person::adult))
        .flatMap(each -> each)
        .collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public Optional<Person> owner(Places places) {
    return Optional.empty();
  }

  @Override
  public Optional<Places> without(Places places, Person who, String standIn) {
    boolean learner = who.kind() == Person.Kind.LEARNER;
    return Optional.of(
        Places.of(
            places.opportunity(),
            places.capacity(),
            learner ? other(places.holders(), who) : places.holders(),
            learner ? places.mentorIds() : other(places.mentorIds(), who),
            places.waitlist().stream()
                .filter(each -> !learner || !each.learner().value().equals(who.id()))
                .toList()));
  }

  private static Set<String> other(Set<String> ids, Person who) {
    return ids.stream()
        .filter(each -> !each.equals(who.id()))
        .collect(ImmutableSet.toImmutableSet());
  }
}
