package org.educationcities.persistence;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.educationcities.people.Person;

/**
 * Whose data the values of a kind hold: whose key seals them, and what stays of them when a person
 * is erased.
 *
 * @param <T> the kind of value
 */
public interface Personal<T> {

  /** What every stand-in for somebody erased begins with. */
  String STAND_IN = "erased-";

  /** Everybody of whom a value tells; nobody, if it holds nothing personal. */
  Set<Person> people(T value);

  /**
   * Whose key seals a value. Unless overridden it is the one of whom it tells; a value that tells
   * of several is sealed by a key of its own, which is changed whenever one of them is erased.
   */
  default Optional<Person> owner(T value) {
    Set<Person> people = people(value);
    return people.size() == 1 ? Optional.of(people.iterator().next()) : Optional.empty();
  }

  /** Whether a value tells of a person. */
  default boolean tellsOf(T value, Person person) {
    return people(value).contains(person);
  }

  /**
   * What stays of a value once a person is erased: nothing, or the value without them.
   *
   * @param standIn an id to put in the place of theirs where something has to stand
   */
  Optional<T> without(T value, Person person, String standIn);

  /**
   * What of a value is given to somebody of whom it tells and who asks for all that is kept of
   * them. Unless overridden it is all of it; whoever gives it puts stand-ins for the ids of others.
   *
   * @param person who asks, under every id that is theirs
   */
  default T givenTo(T value, Set<Person> person) {
    return value;
  }

  /**
   * Whether a value is for those who answer for safety alone: it is given to nobody of whom it
   * tells, not even that it is there, and stays as it is when one of them is erased, until its time
   * is over. Such a value has no owner, whose key would be destroyed with them.
   */
  default boolean isSafekept(T value) {
    return false;
  }

  /** Values each of which is one person's own: nothing stays of them. */
  static <T> Personal<T> of(Function<? super T, Person> owner) {
    return ofMaybe(value -> Optional.of(owner.apply(value)));
  }

  /** Values each of which is one person's own, or nobody's: nothing stays of the former. */
  static <T> Personal<T> ofMaybe(Function<? super T, Optional<Person>> owner) {
    return new Personal<>() {
      @Override
      public Set<Person> people(T value) {
        return owner.apply(value).map(ImmutableSet::of).orElse(ImmutableSet.of());
      }

      @Override
      public Optional<T> without(T value, Person person, String standIn) {
        return Optional.empty();
      }
    };
  }

  /** Values that hold nothing about anybody. */
  static <T> Personal<T> nobody() {
    return ofMaybe(value -> Optional.empty());
  }

  /** Whether an id stands for somebody erased. */
  static boolean isStandIn(String id) {
    return id.startsWith(STAND_IN);
  }
}
