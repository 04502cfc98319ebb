package org.educationcities.profile;

import java.util.Objects;
import org.educationcities.Identifier;
import org.educationcities.people.LearnerId;

/**
 * A learner's ranked choice of an opportunity.
 *
 * @param learner whose it is
 * @param rank 1 for the dearest, up to 100
 * @param opportunityId the id of what is wished for
 */
public record Wish(LearnerId learner, int rank, String opportunityId) {
  /** A wish with a rank of 1 to 100. */
  public Wish {
    Objects.requireNonNull(learner, "learner");
    Identifier.check(opportunityId);
    if (rank < 1 || rank > 100) {
      throw new IllegalArgumentException("A wish has a rank of 1 to 100, not " + rank + ".");
    }
  }

  /** The rank only: who wishes what is theirs. */
  @Override
  public String toString() {
    return "Wish[" + rank + "]";
  }
}
