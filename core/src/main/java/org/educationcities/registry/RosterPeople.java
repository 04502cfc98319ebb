package org.educationcities.registry;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;

/** Of whom the records of the own roster tell. */
final class RosterPeople {

  /** A learner, and whom they turned out to be: the record of one person under another id. */
  static final Personal<LearnerRecord> LEARNER =
      new Personal<>() {
        @Override
        public Set<Person> people(LearnerRecord each) {
          return Stream.concat(Stream.of(each.id()), each.mergedInto().stream())
              .map(Person::learner)
              .collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public Optional<Person> owner(LearnerRecord each) {
          return Optional.of(Person.learner(each.id()));
        }

        @Override
        public Optional<LearnerRecord> without(LearnerRecord each, Person who, String standIn) {
          return Optional.empty();
        }
      };

  /** A guardian, and the learners they have a relation with. */
  static final Personal<GuardianRecord> GUARDIAN =
      new Personal<>() {
        @Override
        public Set<Person> people(GuardianRecord each) {
          return Stream.concat(
                  Stream.of(Person.guardian(each.id())),
                  each.relations().stream().map(it -> Person.learner(it.learnerId())))
              .collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public Optional<GuardianRecord> without(GuardianRecord each, Person who, String standIn) {
          return who.kind() == Person.Kind.GUARDIAN
              ? Optional.empty()
              : Optional.of(
                  GuardianRecord.builder(each.id())
                      .languages(each.languages())
                      .relations(
                          each.relations().stream()
                              .filter(it -> !it.learnerId().equals(who.id()))
                              .toList())
                      .build());
        }
      };

  /** The learners and educators of a class. */
  static final Personal<ClassRecord> CLASS =
      new Personal<>() {
        @Override
        public Set<Person> people(ClassRecord each) {
          return Stream.concat(
                  each.learnerIds().stream().map(Person::learner),
                  each.educatorIds().stream().map(Person::adult))
              .collect(ImmutableSet.toImmutableSet());
        }

        /** A key of its own even with one learner: the class stays when they are erased. */
        @Override
        public Optional<Person> owner(ClassRecord each) {
          return Optional.empty();
        }

        @Override
        public Optional<ClassRecord> without(ClassRecord each, Person who, String standIn) {
          boolean learner = who.kind() == Person.Kind.LEARNER;
          return Optional.of(
              ClassRecord.builder(each.id(), each.schoolId())
                  .title(each.title())
                  .grade(each.grade().orElse(null))
                  .learnerIds(learner ? other(each.learnerIds(), who) : each.learnerIds())
                  .educatorIds(learner ? each.educatorIds() : other(each.educatorIds(), who))
                  .build());
        }
      };

  private RosterPeople() {}

  private static Set<String> other(Set<String> ids, Person who) {
    return ids.stream()
        .filter(each -> !each.equals(who.id()))
        .collect(ImmutableSet.toImmutableSet());
  }
}
