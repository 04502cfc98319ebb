package org.educationcities.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.educationcities.people.LearnerId;

/**
 * How fair an allocation was: what the learners got, and whether some groups got less. Raw, for
 * planners; {@link #published} and {@link #byGroup} are for the public. Immutable.
 */
public final class Fairness {
  private final Map<LearnerId, Integer> best;
  private final Set<LearnerId> firstWish;

  private Fairness(Map<LearnerId, Integer> best, Set<LearnerId> firstWish) {
    this.best = best;
    this.firstWish = firstWish;
  }

  /**
   * What each learner got.
   *
   * @param learners everybody who could have had a place
   * @param affinities the affinity of each placement, 0 to 1000; of several the best counts
   * @param firstWish who has what they wished for first
   */
  public static Fairness of(
      Collection<LearnerId> learners,
      Collection<Map.Entry<LearnerId, Integer>> affinities,
      Set<LearnerId> firstWish) {
    Map<LearnerId, Integer> best = new TreeMap<>(Comparator.comparing(LearnerId::value));
    learners.forEach(each -> best.put(each, 0));
    for (Map.Entry<LearnerId, Integer> each : affinities) {
      if (each.getValue() < 0 || each.getValue() > 1000) {
        throw new IllegalArgumentException(
            "An affinity is 0 to 1000, not " + each.getValue() + ".");
      }
      best.computeIfPresent(each.getKey(), (learner, known) -> Math.max(known, each.getValue()));
    }
    return new Fairness(Collections.unmodifiableMap(best), new HashSet<>(firstWish));
  }

  /** How many learners there are. */
  public int learners() {
    return best.size();
  }

  /** How many have a place that gives them something. */
  public int placed() {
    return (int) best.values().stream().filter(each -> each > 0).count();
  }

  /** The mean of what all learners got, those without a place with 0. */
  public double mean() {
    return best.values().stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  /** What the one who got least of those with a place got; 0 if nobody has one. */
  public int worst() {
    return best.values().stream().filter(each -> each > 0).mapToInt(each -> each).min().orElse(0);
  }

  /** What at least half of the learners got. */
  public int median() {
    if (best.isEmpty()) {
      return 0;
    }
    List<Integer> sorted = new ArrayList<>(best.values());
    Collections.sort(sorted);
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** The part of the learners with a place who have what they wished for first, 0 to 1. */
  public double shareOfFirstWishes() {
    int placed = placed();
    long first =
        best.entrySet().stream()
            .filter(each -> each.getValue() > 0 && firstWish.contains(each.getKey()))
            .count();
    return placed == 0 ? 0 : (double) first / placed;
  }

  /**
   * The Gini coefficient of what learners got: 0 if all got the same, near 1 if one got everything
   * (half the relative mean difference; Gini 1912).
   */
  public double inequality() {
    List<Integer> sorted = new ArrayList<>(best.values());
    Collections.sort(sorted);
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      weighted += (2.0 * (i + 1) - sorted.size() - 1) * sorted.get(i);
      sum += sorted.get(i);
    }
    return sum == 0 ? 0 : weighted / (sorted.size() * sum);
  }

  /**
   * The figures that may be published: mean and median of all learners. The worst is a single
   * child's, and never among them.
   */
  public Published published(SafetyRule rule) {
    return new Published(
        rule.count(learners()),
        learners() - placed() < rule.threshold() && learners() != placed()
            ? SafeFigure.hidden()
            : rule.count(placed()),
        rule.about(Math.round(mean()), learners()),
        rule.about(median(), learners()));
  }

  /**
   * Figures of all learners together. Placed and not placed make up all: where either is few, how
   * many are placed is hidden.
   *
   * @param learners how many there are
   * @param placed how many have a place
   * @param mean of what they got
   * @param median of what they got
   */
  public record Published(
      SafeFigure learners, SafeFigure placed, SafeFigure mean, SafeFigure median) {}

  /**
   * Learners by a public group, such as locality, and by whether they have a place, with affinity.
   */
  public PersonTable byGroup(Function<LearnerId, String> groupOf) {
    List<String> groups = best.keySet().stream().map(groupOf).distinct().sorted().toList();
    PersonTable.Builder table =
        PersonTable.builder(groups, List.of("placed", "waiting")).amountsUpTo(1000);
    best.forEach(
        (learner, affinity) ->
            table.person(groupOf.apply(learner), affinity > 0 ? "placed" : "waiting", affinity));
    return table.build();
  }

  /** How many; what each got is personal. */
  @Override
  public String toString() {
    return "Fairness[" + learners() + " learners]";
  }
}
