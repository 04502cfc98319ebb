package org.educationcities.notification;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;

/**
 * Whom a message goes to, and whom it is about. What an event is about is told by the id of a
 * collaboration, which says nothing once the collaboration says nothing.
 */
final class ToldPeople implements Personal<Delivery> {

  /** A mailbox holds nothing but a turn; its id alone, with a hash, is of a person. */
  static final Personal<Mailbox> MAILBOX =
      new Personal<>() {
        @Override
        public Set<Person> people(Mailbox mailbox) {
          return ImmutableSet.of();
        }

        @Override
        public boolean tellsOf(Mailbox mailbox, Person person) {
          return mailbox.id().equals(Mailbox.idOf(person.reference(), false))
              || mailbox.id().equals(Mailbox.idOf(person.reference(), true));
        }

        @Override
        public Optional<Mailbox> without(Mailbox mailbox, Person who, String standIn) {
          return Optional.empty();
        }
      };

  /** An event holds whom it is about, and whom it is not to be told to. */
  static final Personal<PendingEvent> EVENT =
      new Personal<>() {
        @Override
        public Set<Person> people(PendingEvent each) {
          return Stream.concat(
                  subject(each.type(), each.subject()).stream(), except(each.data()).stream())
              .collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public Optional<Person> owner(PendingEvent each) {
          return subject(each.type(), each.subject());
        }

        @Override
        public boolean isSafekept(PendingEvent each) {
          return each.type() == EventType.CONCERN_RAISED;
        }

        @Override
        public Optional<PendingEvent> without(PendingEvent each, Person who, String standIn) {
          return Optional.empty();
        }
      };

  @Override
  public Set<Person> people(Delivery each) {
    return Stream.of(
            recipient(each.recipient()), subject(each.type(), each.subject()), except(each.data()))
        .flatMap(Optional::stream)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Whom it is about, before whom it goes to; nobody who is only named. */
  @Override
  public Optional<Person> owner(Delivery each) {
    return subject(each.type(), each.subject()).or(() -> recipient(each.recipient()));
  }

  /** That somebody raised a concern is told to nobody but those whom it goes to. */
  @Override
  public boolean isSafekept(Delivery each) {
    return each.type() == EventType.CONCERN_RAISED;
  }

  @Override
  public Optional<Delivery> without(Delivery each, Person who, String standIn) {
    return Optional.empty();
  }

  /** Whom an event is about, where its subject is a person. */
  static Optional<Person> subject(EventType type, String subject) {
    return type.subject().equals("learner")
        ? Optional.of(Person.learner(subject))
        : Optional.empty();
  }

  private static Optional<Person> except(Map<String, String> data) {
    return Optional.ofNullable(data.get("except")).map(Person::adult);
  }

  private static Optional<Person> recipient(String id) {
    return Arrays.stream(Person.Kind.values())
        .filter(kind -> id.startsWith(kind.word() + "/") && id.length() > kind.word().length() + 1)
        .map(kind -> new Person(kind, id.substring(kind.word().length() + 1)))
        .findFirst();
  }
}
