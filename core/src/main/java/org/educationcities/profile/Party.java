package org.educationcities.profile;

import org.educationcities.Identifier;

/**
 * Who has a profile, or takes part in a collaboration.
 *
 * @param kind what it is
 * @param id its id within its kind
 */
public record Party(Kind kind, String id) {

  /** The kinds of party. */
  public enum Kind {
    /** A learner. */
    LEARNER,
    /** An educator, a mentor or another adult. */
    ADULT,
    /** A classroom. */
    CLASSROOM,
    /** A school. */
    SCHOOL,
    /** A provider: enterprise, theatre, team, association, public body, person. */
    PROVIDER,
    /** A resource of a provider. */
    RESOURCE,
    /** An opportunity: what it teaches are its strengths, what it needs its growth areas. */
    OPPORTUNITY,
    /** An education city. */
    CITY
  }

  /** A party by kind and id. */
  public Party {
    java.util.Objects.requireNonNull(kind, "kind");
    Identifier.check(id);
  }
}
