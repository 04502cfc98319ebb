package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;

/** Of whom the anchors of safeguarding tell. */
final class AnchorPeople {

  /**
   * A learner, and the guardians who gave permissions. Whom they are kept apart from is no
   * guardian's to have removed: a block stays as long as the learner does.
   */
  static final Personal<LearnerAnchor> LEARNER =
      new Personal<>() {
        @Override
        public Set<Person> people(LearnerAnchor anchor) {
          ImmutableSet.Builder<Person> people = ImmutableSet.builder();
          people.add(Person.learner(anchor.learnerId()));
          if (anchor.mergedInto() != null) {
            people.add(Person.learner(anchor.mergedInto()));
          }
          anchor.permissions().stream()
              .filter(each -> !each.givenBy().equals(anchor.learnerId()))
              .forEach(each -> people.add(Person.guardian(each.givenBy())));
          return people.build();
        }

        @Override
        public Optional<Person> owner(LearnerAnchor anchor) {
          return Optional.of(Person.learner(anchor.learnerId()));
        }

        @Override
        public LearnerAnchor givenTo(LearnerAnchor anchor, Set<Person> person) {
          return person.contains(Person.learner(anchor.learnerId()))
              ? anchor.told(each -> true)
              : anchor.told(each -> person.contains(Person.guardian(each.givenBy())));
        }

        @Override
        public Optional<LearnerAnchor> without(LearnerAnchor anchor, Person who, String standIn) {
          return who.kind() == Person.Kind.LEARNER
              ? Optional.empty()
              : Optional.of(
                  new LearnerAnchor(
                      anchor.learnerId(),
                      anchor.permissions().stream()
                          .filter(each -> !each.givenBy().equals(who.id()))
                          .toList(),
                      anchor.blockedPartyIds(),
                      anchor.confirmations(),
                      anchor.mergedInto()));
        }
      };

  /** An adult, and who checked them. */
  static final Personal<Vetting> VETTING =
      new Personal<>() {
        @Override
        public Set<Person> people(Vetting vetting) {
          return Personal.isStandIn(vetting.checkedBy())
              ? ImmutableSet.of(Person.adult(vetting.adultId()))
              : ImmutableSet.of(Person.adult(vetting.adultId()), Person.adult(vetting.checkedBy()));
        }

        @Override
        public Optional<Person> owner(Vetting vetting) {
          return Optional.of(Person.adult(vetting.adultId()));
        }

        @Override
        public Optional<Vetting> without(Vetting vetting, Person who, String standIn) {
          return vetting.adultId().equals(who.id())
              ? Optional.empty()
              : Optional.of(
                  new Vetting(
                      vetting.adultId(),
                      vetting.kind(),
                      vetting.decision(),
                      vetting.issuedOn(),
                      standIn,
                      vetting.onHold()));
        }
      };

  /** A learner, whose it is, and whoever proposed, seconded or revoked it. */
  static final Personal<OverrideDocument> OVERRIDE =
      new Personal<>() {
        @Override
        public Set<Person> people(OverrideDocument override) {
          ImmutableSet.Builder<Person> people = ImmutableSet.builder();
          people.add(Person.of(override.learner()));
          Stream.of(override.proposed(), override.seconded(), override.revoked())
              .filter(Objects::nonNull)
              .map(AnchorPeople::who)
              .filter(each -> !Personal.isStandIn(each.id()))
              .forEach(people::add);
          return people.build();
        }

        @Override
        public Optional<Person> owner(OverrideDocument override) {
          return Optional.of(Person.of(override.learner()));
        }

        /** Why it was accepted for a child is nobody's to be given but the child's. */
        @Override
        public OverrideDocument givenTo(OverrideDocument override, Set<Person> person) {
          return person.contains(Person.of(override.learner()))
              ? override
              : override.withReason("withheld");
        }

        @Override
        public Optional<OverrideDocument> without(
            OverrideDocument override, Person who, String standIn) {
          return who.equals(Person.of(override.learner()))
              ? Optional.empty()
              : Optional.of(override.without(who.id(), standIn));
        }
      };

  private static Person who(OverrideDocument.Say say) {
    return switch (say.role()) {
      case LEARNER -> Person.learner(say.by());
      case GUARDIAN -> Person.guardian(say.by());
      default -> Person.adult(say.by());
    };
  }

  private AnchorPeople() {}
}
