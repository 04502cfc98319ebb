package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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

  /** These wishes, then those of another list for something else, up to rank 100. */
  WishList followedBy(WishList other) {
    Map<String, Wish> all = new LinkedHashMap<>();
    Stream.concat(wishes.stream(), other.wishes.stream())
        .forEach(each -> all.putIfAbsent(each.opportunityId(), each));
    ImmutableList.Builder<Wish> ranked = ImmutableList.builder();
    int rank = 1;
    for (String opportunity : Iterables.limit(all.keySet(), 100)) {
      ranked.add(new Wish(learner, rank++, opportunity));
    }
    return new WishList(learner, ranked.build());
  }

  /** Whose it is, and how long. */
  @Override
  public String toString() {
    return "WishList[" + learner.value() + ", " + wishes.size() + " wishes]";
  }
}
