package org.educationcities.matching;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bound on how many pairs of a set are chosen: those of some learners with some opportunities.
 *
 * @param id told in results and errors
 * @param learners the name of a group of learners, or a learner's id; null for all
 * @param opportunities the name of a group of opportunities, or an opportunity's id; null for all
 * @param least how many at least, 0 or more
 * @param most how many at most, not below least
 */
public record Quota(
    String id, @Nullable String learners, @Nullable String opportunities, int least, int most) {

  /** Checks the range. */
  public Quota {
    Objects.requireNonNull(id, "id");
    if (least < 0 || most < least) {
      throw new IllegalArgumentException(
          "Quota '"
              + id
              + "' is from "
              + least
              + " to "
              + most
              + ".\nMaybe least and most stand the wrong way round.");
    }
  }

  /** At most so many placements of a group of learners, or of one learner. */
  public static Quota ofLearners(String id, String learners, int most) {
    return new Quota(id, learners, null, 0, most);
  }

  /** At most so many placements at a group of opportunities, such as those of a provider. */
  public static Quota ofOpportunities(String id, String opportunities, int most) {
    return new Quota(id, null, opportunities, 0, most);
  }

  /** At most so many placements of some learners at some opportunities. */
  public static Quota of(String id, String learners, String opportunities, int most) {
    return new Quota(id, learners, opportunities, 0, most);
  }

  /** The same quota with a lower bound. */
  public Quota atLeast(int newLeast) {
    return new Quota(id, learners, opportunities, newLeast, most);
  }
}
