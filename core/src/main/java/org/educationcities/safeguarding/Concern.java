package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;
import org.jspecify.annotations.Nullable;

/** Something that worries somebody about a child's safety. Immutable. */
public final class Concern {
  private final ConcernDocument document;

  Concern(ConcernDocument document) {
    this.document = document;
  }

  /** Its id. */
  public String id() {
    return document.id();
  }

  /** The id of who raised it. */
  public String raisedBy() {
    return document.raisedBy();
  }

  /** When. */
  public Instant raisedAt() {
    return document.raisedAt();
  }

  /** The child it is for, if one was named. */
  public Optional<LearnerId> learner() {
    return Optional.ofNullable(document.learner());
  }

  /** The adult or the provider it is about, if one was named; they never see it. */
  public Optional<String> about() {
    return Optional.ofNullable(document.about());
  }

  /** What was said, in their own words. */
  public String words() {
    return document.words();
  }

  /** When it was closed, if it was. */
  public Optional<Instant> closedAt() {
    return Optional.ofNullable(document.closedAt());
  }

  /** The id only. */
  @Override
  public String toString() {
    return "Concern[" + id() + "]";
  }

  /** As it is stored. */
  record ConcernDocument(
      String id,
      String raisedBy,
      Instant raisedAt,
      @Nullable LearnerId learner,
      @Nullable String about,
      String words,
      @Nullable Instant closedAt,
      @Nullable String closedBy,
      @Nullable Role raisedAs) {
    static final int LONGEST = 10_000;

    /**
     * Whom it names, in one capacity or another. It is sealed by a key of its own whoever that is:
     * what a child said must not become unreadable with the erasure of one who is named in it.
     */
    static final Personal<ConcernDocument> PEOPLE =
        new Personal<>() {
          @Override
          public Set<Person> people(ConcernDocument each) {
            ImmutableSet.Builder<Person> people = ImmutableSet.builder();
            people.add(
                each.raisedAs == Role.LEARNER
                    ? Person.learner(each.raisedBy)
                    : each.raisedAs == Role.GUARDIAN
                        ? Person.guardian(each.raisedBy)
                        : Person.adult(each.raisedBy));
            if (each.learner != null) {
              people.add(Person.of(each.learner));
            }
            if (each.about != null) {
              people.add(Person.adult(each.about)).add(Person.guardian(each.about));
            }
            return people.build();
          }

          @Override
          public Optional<Person> owner(ConcernDocument each) {
            return Optional.empty();
          }

          @Override
          public boolean isSafekept(ConcernDocument each) {
            return true;
          }

          @Override
          public Optional<ConcernDocument> without(
              ConcernDocument each, Person who, String standIn) {
            return Optional.of(each);
          }
        };

    ConcernDocument {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(raisedBy, "raisedBy");
      Objects.requireNonNull(raisedAt, "raisedAt");
      Objects.requireNonNull(words, "words");
      if (words.isBlank() || words.length() > LONGEST) {
        throw new IllegalArgumentException(
            "A concern is told in 1 to " + LONGEST + " characters, not " + words.length() + ".");
      }
    }

    ConcernDocument closed(Instant at, String by) {
      return new ConcernDocument(id, raisedBy, raisedAt, learner, about, words, at, by, raisedAs);
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "ConcernDocument[" + id + "]";
    }
  }
}
