package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Wish;

/**
 * All wishes of one learner, dearest first.
 *
 * @param learner whose they are
 * @param wishes of this learner, by rank; no opportunity twice
 */
public record WishList(LearnerId learner, List<Wish> wishes) {
  /** A wish list of one learner's own wishes. */
  public WishList {
    Objects.requireNonNull(learner, "learner");
    wishes = ImmutableList.sortedCopyOf(Comparator.comparingInt(Wish::rank), wishes);
    if (wishes.stream().anyMatch(each -> !each.learner().equals(learner))) {
      throw new IllegalArgumentException("A wish list holds the wishes of one learner only.");
    }
    if (wishes.stream().map(Wish::opportunityId).distinct().count() != wishes.size()) {
      throw new IllegalArgumentException("A wish list names no opportunity twice.");
    }
  }
}
