package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Who may be placed where, and what it is worth: learners, opportunities with places, and the
 * eligible pairs with their affinity. Each learner takes at most one place; being unplaced is
 * allowed and worth 0. A min-cost flow, and so solved exactly.
 *
 * <p>Plain and immutable: ids and numbers, usable without any other part of the library. Inside,
 * the pairs of learner {@code i} are the entries {@code start(i)} to {@code start(i + 1)} of two
 * arrays, by opportunity.
 */
public final class AllocationProblem {
  /** The greatest affinity of a pair. */
  public static final int MAX_AFFINITY = 1_000_000;

  private final List<String> learners;
  private final List<String> opportunities;
  private final int[] places;
  private final int[] start;
  private final int[] opportunityOf;
  private final int[] affinityOf;

  private AllocationProblem(
      List<String> learners,
      List<String> opportunities,
      int[] places,
      int[] start,
      int[] opportunityOf,
      int[] affinityOf) {
    this.learners = learners;
    this.opportunities = opportunities;
    this.places = places;
    this.start = start;
    this.opportunityOf = opportunityOf;
    this.affinityOf = affinityOf;
  }

  /** Starts a problem by ids. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A problem straight from arrays, which are copied. Linear in the pairs.
   *
   * @param learners ids, each once
   * @param opportunities ids, each once
   * @param places by opportunity, 0 or more
   * @param start one more than there are learners, beginning with 0, never falling, ending with the
   *     number of pairs
   * @param opportunityOf by pair, rising within a learner
   * @param affinityOf by pair, 1 to {@value #MAX_AFFINITY}
   * @throws IllegalArgumentException if shapes or ranges do not hold
   */
  public static AllocationProblem of(
      List<String> learners,
      List<String> opportunities,
      int[] places,
      int[] start,
      int[] opportunityOf,
      int[] affinityOf) {
    int pairs = opportunityOf.length;
    require(
        start.length == learners.size() + 1 && start[0] == 0 && start[learners.size()] == pairs,
        "The starts do not span the pairs of all learners.");
    require(places.length == opportunities.size(), "Every opportunity has a number of places.");
    require(affinityOf.length == pairs, "Every pair has an affinity.");
    for (int j = 0; j < places.length; j++) {
      require(places[j] >= 0, "Places are 0 or more.");
    }
    for (int i = 0; i < learners.size(); i++) {
      require(start[i] <= start[i + 1], "The starts never fall.");
    }
    for (int i = 0; i < learners.size(); i++) {
      for (int e = start[i]; e < start[i + 1]; e++) {
        require(
            opportunityOf[e] >= 0
                && opportunityOf[e] < places.length
                && (e == start[i] || opportunityOf[e - 1] < opportunityOf[e]),
            "The pairs of a learner name each opportunity once, in rising order.");
        require(
            affinityOf[e] >= 1 && affinityOf[e] <= MAX_AFFINITY,
            "An affinity is 1 to " + MAX_AFFINITY + ".");
      }
    }
    return new AllocationProblem(
        List.copyOf(learners),
        List.copyOf(opportunities),
        places.clone(),
        start.clone(),
        opportunityOf.clone(),
        affinityOf.clone());
  }

  /** The learners' ids, in the order of their numbers. */
  public List<String> learners() {
    return learners;
  }

  /** The opportunities' ids, in the order of their numbers. */
  public List<String> opportunities() {
    return opportunities;
  }

  /** How many learners there are. */
  public int learnerCount() {
    return learners.size();
  }

  /** How many opportunities there are. */
  public int opportunityCount() {
    return opportunities.size();
  }

  /** How many eligible pairs there are. */
  public int pairCount() {
    return opportunityOf.length;
  }

  /** The places of an opportunity. */
  public int places(int opportunity) {
    return places[opportunity];
  }

  /** The first pair of a learner; of the number of learners, the number of pairs. */
  public int start(int learner) {
    return start[learner];
  }

  /** The opportunity of a pair. */
  public int opportunityOf(int pair) {
    return opportunityOf[pair];
  }

  /** The affinity of a pair. */
  public int affinityOf(int pair) {
    return affinityOf[pair];
  }

  /** The pair of a learner and an opportunity, or -1 if it is not eligible. Logarithmic. */
  public int pair(int learner, int opportunity) {
    int found = Arrays.binarySearch(opportunityOf, start[learner], start[learner + 1], opportunity);
    return found < 0 ? -1 : found;
  }

  /** The same learners and opportunities with other pairs, given to keep, not copied or checked. */
  AllocationProblem withPairs(int[] newStart, int[] newOpportunityOf, int[] newAffinityOf) {
    return new AllocationProblem(
        learners, opportunities, places, newStart, newOpportunityOf, newAffinityOf);
  }

  /** The same problem with other places, given to keep; itself if they are the same. */
  AllocationProblem withPlaces(int[] newPlaces) {
    return Arrays.equals(places, newPlaces)
        ? this
        : new AllocationProblem(
            learners, opportunities, newPlaces.clone(), start, opportunityOf, affinityOf);
  }

  /** The arrays themselves, for hot loops of this room, which never write to them. */
  int[] starts() {
    return start;
  }

  int[] opportunitiesByPair() {
    return opportunityOf;
  }

  int[] affinitiesByPair() {
    return affinityOf;
  }

  int[] placesByOpportunity() {
    return places;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** Collects a problem by ids. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Integer> learners = new HashMap<>();
    private final Map<String, Integer> opportunities = new HashMap<>();
    private final ArrayList<String> learnerIds = new ArrayList<>();
    private final ArrayList<String> opportunityIds = new ArrayList<>();
    private final ArrayList<Integer> places = new ArrayList<>();
    private final ArrayList<Map<Integer, Integer>> pairs = new ArrayList<>();

    private Builder() {}

    /** Adds a learner; one that is there already stays as it is. */
    public Builder learner(String id) {
      numberOf(id);
      return this;
    }

    /**
     * Adds an opportunity.
     *
     * @throws IllegalArgumentException if its id is there already
     */
    public Builder opportunity(String id, int newPlaces) {
      require(
          opportunities.putIfAbsent(Objects.requireNonNull(id, "id"), opportunityIds.size())
              == null,
          "Opportunity '" + id + "' comes twice.");
      opportunityIds.add(id);
      places.add(newPlaces);
      return this;
    }

    /**
     * Adds an eligible pair; of two for the same learner and opportunity the later counts.
     *
     * @throws IllegalArgumentException if the opportunity was not added before
     */
    public Builder pair(String learner, String opportunity, int affinity) {
      Integer j = opportunities.get(opportunity);
      if (j == null) {
        throw new IllegalArgumentException("Opportunity '" + opportunity + "' was not added.");
      }
      pairs.get(numberOf(learner)).put(j, affinity);
      return this;
    }

    private int numberOf(String learner) {
      Integer known = learners.get(Objects.requireNonNull(learner, "learner"));
      if (known != null) {
        return known;
      }
      int number = learnerIds.size();
      learners.put(learner, number);
      learnerIds.add(learner);
      pairs.add(new TreeMap<>());
      return number;
    }

    /**
     * The problem.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public AllocationProblem build() {
      int[] starts = new int[learnerIds.size() + 1];
      for (int i = 0; i < learnerIds.size(); i++) {
        starts[i + 1] = starts[i] + pairs.get(i).size();
      }
      int[] ofPair = new int[starts[learnerIds.size()]];
      int[] affinities = new int[ofPair.length];
      int e = 0;
      for (Map<Integer, Integer> own : pairs) {
        for (Map.Entry<Integer, Integer> pair : own.entrySet()) {
          ofPair[e] = pair.getKey();
          affinities[e++] = pair.getValue();
        }
      }
      return of(
          learnerIds,
          opportunityIds,
          places.stream().mapToInt(Integer::intValue).toArray(),
          starts,
          ofPair,
          affinities);
    }
  }
}
