package org.educationcities.people;

import java.util.Locale;
import java.util.Objects;
import org.educationcities.Identifier;

/**
 * Somebody whose data the library keeps: a learner, a guardian or another adult, by the host's own
 * opaque id.
 *
 * @param kind in which capacity
 * @param id the id within its kind
 */
public record Person(Kind kind, String id) {

  /** The kinds of person. */
  public enum Kind {
    /** A learner. */
    LEARNER,
    /** A guardian. */
    GUARDIAN,
    /** An educator, a mentor or another adult. */
    ADULT;

    /** The word for it in lower case, such as {@code learner}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A person by kind and id. */
  public Person {
    Objects.requireNonNull(kind, "kind");
    Identifier.check(id);
  }

  /** A learner as a person. */
  public static Person learner(String id) {
    return new Person(Kind.LEARNER, id);
  }

  /** A learner as a person. */
  public static Person of(LearnerId id) {
    return learner(id.value());
  }

  /** A guardian as a person. */
  public static Person guardian(String id) {
    return new Person(Kind.GUARDIAN, id);
  }

  /** An adult as a person. */
  public static Person adult(String id) {
    return new Person(Kind.ADULT, id);
  }

  /** Kind and id, such as {@code learner/4711}. */
  public String reference() {
    return kind.word() + "/" + id;
  }

  /** The kind only. */
  @Override
  public String toString() {
    return "Person[" + kind + "]";
  }
}
