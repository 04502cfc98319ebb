package org.educationcities.safeguarding;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.people.LearnerId;
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
      @Nullable String closedBy) {
    static final int LONGEST = 10_000;

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
      return new ConcernDocument(id, raisedBy, raisedAt, learner, about, words, at, by);
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "ConcernDocument[" + id + "]";
    }
  }
}
