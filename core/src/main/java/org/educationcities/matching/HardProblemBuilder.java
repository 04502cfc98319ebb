package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects what makes a problem hard, by ids. Not thread-safe. */
public final class HardProblemBuilder {
  private static final int MAX_PARTS = 1000;

  final QuotaProblem quotas;
  final int[] least;
  final long[] cost;
  final List<OpenLimit> limits = new ArrayList<>();
  int partsOfAPlace = 1;
  private final int[] takes;
  private final Map<String, Integer> learners = new HashMap<>();
  private final Map<String, Integer> opportunities = new HashMap<>();
  private final List<String> unitIds = new ArrayList<>();
  private final List<int[]> units = new ArrayList<>();
  private final boolean[] isInUnit;
  private final List<TreeSet<Integer>> clashing = new ArrayList<>();

  HardProblemBuilder(QuotaProblem quotas) {
    this.quotas = quotas;
    AllocationProblem pairs = quotas.pairs();
    this.least = new int[pairs.opportunityCount()];
    this.cost = new long[pairs.opportunityCount()];
    this.takes = new int[pairs.learnerCount()];
    this.isInUnit = new boolean[pairs.learnerCount()];
    for (int i = 0; i < pairs.learnerCount(); i++) {
      learners.put(pairs.learners().get(i), i);
    }
    for (int j = 0; j < pairs.opportunityCount(); j++) {
      opportunities.put(pairs.opportunities().get(j), j);
      clashing.add(new TreeSet<>());
    }
  }

  /** An opportunity has so many learners at least, or none. */
  public HardProblemBuilder atLeastOrNone(String opportunity, int learnersAtLeast) {
    require(learnersAtLeast >= 0, "A group has 0 learners or more, not " + learnersAtLeast + ".");
    least[number(opportunities, "Opportunity", opportunity)] = learnersAtLeast;
    return this;
  }

  /** Opening an opportunity takes so many points off the total. */
  public HardProblemBuilder openingCost(String opportunity, long points) {
    require(
        points >= 0 && points <= HardProblem.MAX_VALUE,
        "Opening costs are 0 to " + HardProblem.MAX_VALUE + ", not " + points + ".");
    cost[number(opportunities, "Opportunity", opportunity)] = points;
    return this;
  }

  /** At most so many of some opportunities open. */
  public HardProblemBuilder mostOpen(OpenLimit limit) {
    for (OpenLimit each : limits) {
      require(!each.id().equals(limit.id()), "Limit '" + limit.id() + "' comes twice.");
    }
    limit.opportunities().forEach(each -> number(opportunities, "Opportunity", each));
    limits.add(limit);
    return this;
  }

  /** Divides every place into so many parts, 1 to {@value #MAX_PARTS}; 2 makes half places. */
  public HardProblemBuilder partsOfAPlace(int parts) {
    require(parts >= 1 && parts <= MAX_PARTS, "A place has 1 to 1000 parts, not " + parts + ".");
    partsOfAPlace = parts;
    return this;
  }

  /** A learner takes so many parts of a place, 1 to {@value #MAX_PARTS}, instead of all of them. */
  public HardProblemBuilder takes(String learner, int parts) {
    require(parts >= 1 && parts <= MAX_PARTS, "One takes 1 to 1000 parts, not " + parts + ".");
    takes[number(learners, "Learner", learner)] = parts;
    return this;
  }

  /**
   * Learners who are never split: a class, friends, siblings. Each of them takes what all take, so
   * only what all may take counts.
   *
   * @param id told in results and errors
   * @throws IllegalArgumentException if one of them is in another unit already, or none is given
   */
  public HardProblemBuilder together(String id, Collection<String> members) {
    require(!members.isEmpty(), "'" + id + "' has no learners.");
    int[] unit =
        members.stream()
            .mapToInt(each -> number(learners, "Learner", each))
            .sorted()
            .distinct()
            .toArray();
    for (int i : unit) {
      require(!isInUnit[i], "One of '" + id + "' goes together with others already.");
      isInUnit[i] = true;
    }
    unitIds.add(id);
    units.add(unit);
    return this;
  }

  /** Two opportunities overlap: nobody takes both. */
  public HardProblemBuilder clash(String one, String other) {
    int a = number(opportunities, "Opportunity", one);
    int b = number(opportunities, "Opportunity", other);
    require(a != b, "Opportunity '" + one + "' is said to clash with itself.");
    clashing.get(a).add(b);
    clashing.get(b).add(a);
    return this;
  }

  /**
   * The problem. Linear in the pairs times their logarithm.
   *
   * @throws IllegalArgumentException if a fixed placement is not open to all who go together, or if
   *     sums could leave their range
   */
  public HardProblem build() {
    AllocationProblem pairs = quotas.pairs();
    int[] capacities = new int[pairs.opportunityCount()];
    long value = 0;
    for (int j = 0; j < capacities.length; j++) {
      long parts = (long) pairs.places(j) * partsOfAPlace;
      require(
          parts <= Integer.MAX_VALUE,
          "The places of '" + pairs.opportunities().get(j) + "' are too many parts: " + parts);
      capacities[j] = (int) parts;
      value += cost[j];
      require(value <= HardProblem.MAX_VALUE, "The opening costs are too high together.");
    }
    for (int e = 0; e < pairs.pairCount(); e++) {
      value += pairs.affinityOf(e);
    }
    require(
        value <= HardProblem.MAX_VALUE,
        "Affinities and opening costs add up to " + value + ", which is too much.");
    return new HardProblem(this, capacities, allUnits(), limited(), clashLists());
  }

  int[] allTakes() {
    return Arrays.stream(takes).map(parts -> parts == 0 ? partsOfAPlace : parts).toArray();
  }

  private HardUnits allUnits() {
    Set<String> ids = new HashSet<>();
    List<String> allIds = new ArrayList<>(unitIds);
    List<int[]> all = new ArrayList<>(units);
    for (int i = 0; i < isInUnit.length; i++) {
      if (!isInUnit[i]) {
        allIds.add(quotas.pairs().learners().get(i));
        all.add(new int[] {i});
      }
    }
    for (String each : allIds) {
      require(ids.add(each), "Unit '" + each + "' comes twice, or is called like a learner.");
    }
    long parts = Arrays.stream(allTakes()).asLongStream().sum();
    require(parts <= Integer.MAX_VALUE, "All learners together take too many parts: " + parts);
    return HardUnits.of(quotas, allIds, all, allTakes());
  }

  private int[][] limited() {
    return limits.stream()
        .map(
            limit ->
                limit.opportunities().stream()
                    .mapToInt(each -> number(opportunities, "Opportunity", each))
                    .sorted()
                    .distinct()
                    .toArray())
        .toArray(int[][]::new);
  }

  private int[][] clashLists() {
    return clashing.stream()
        .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private static int number(Map<String, Integer> ids, String kind, String id) {
    Integer number = ids.get(id);
    if (number == null) {
      throw new IllegalArgumentException(
          kind + " '" + id + "' is not known.\nMaybe it was not added to the pairs.");
    }
    return number;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
