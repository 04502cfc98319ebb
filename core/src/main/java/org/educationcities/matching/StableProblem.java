package org.educationcities.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who wishes for what in which order, and whom each place puts first: what stable matching needs,
 * as plain ids and numbers. Immutable; holds its pairs in primitive arrays.
 *
 * <p>A learner may have several placements, at most one in each slot. An opportunity has places,
 * and chooses by priority and lottery; seats may be reserved for groups ({@link ReservedSeats}), or
 * a provider may have places for all its opportunities together, and then chooses over all of them
 * by one order. Both at once are refused, since then a stable matching need not exist. Placements
 * may be fixed beforehand: they take their places and slots, and nothing else looks at them.
 */
public final class StableProblem {

  final String[] learnerIds;
  final String[] opportunityIds;
  final int[] places;

  /** The slot of each opportunity, -1 for none: it clashes with nothing. */
  final int[] slot;

  final int[] most;

  /** The pairs of learner i, dearest first, are those from {@code first[i]} to before the next. */
  final int[] first;

  final int[] opportunity;

  /** The priority of each pair, or null where all are alike. */
  final int @Nullable [] priority;

  /** The groups of each learner as bits, or null where nothing is reserved. */
  final long @Nullable [] groups;

  /** The blocks of each opportunity, null for one without; or null where nothing is reserved. */
  final SeatBlocks @Nullable [] blocks;

  /** The provider of each opportunity that shares its places, -1 for none; null for none at all. */
  final int @Nullable [] provider;

  final int[] providerPlaces;

  /** Fixed placements of learner i: {@code fixed[fixedFirst[i]]} and on; null for none at all. */
  final int @Nullable [] fixedFirst;

  final int[] fixed;

  /** The blocks of one opportunity: 0 as a mask is everyone. Never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  record SeatBlocks(long[] mask, int[] seats, boolean unfilledGoToAnyone) {}

  StableProblem(Parts parts) {
    learnerIds = parts.learnerIds;
    opportunityIds = parts.opportunityIds;
    places = parts.places;
    slot = parts.slot;
    most = parts.most;
    first = parts.first;
    opportunity = parts.opportunity;
    priority = parts.priority;
    groups = parts.groups;
    blocks = parts.blocks;
    provider = parts.provider;
    providerPlaces = parts.providerPlaces;
    fixedFirst = parts.fixedFirst;
    fixed = parts.fixed;
  }

  /** What a problem is made of, while it is being made. */
  static final class Parts {
    String[] learnerIds = {};
    String[] opportunityIds = {};
    int[] places = {};
    int[] slot = {};
    int[] most = {};
    int[] first = {0};
    int[] opportunity = {};
    int @Nullable [] priority;
    long @Nullable [] groups;
    SeatBlocks @Nullable [] blocks;
    int @Nullable [] provider;
    int[] providerPlaces = {};
    int @Nullable [] fixedFirst;
    int[] fixed = {};
  }

  /** A builder without learners and opportunities. */
  public static StableProblemBuilder builder() {
    return new StableProblemBuilder();
  }

  /**
   * A large problem of the plain kind, straight from arrays: one placement a learner, no slots,
   * reserves, providers or fixed placements. The arrays are copied.
   *
   * @param learnerIds the learners' ids, each once
   * @param opportunityIds the opportunities' ids, each once
   * @param places how many places each opportunity has, at least 0
   * @param first the choices of learner i are those from {@code first[i]} to before {@code first[i
   *     + 1]}; one longer than {@code learnerIds}
   * @param choices by choice the index of the opportunity, each learner's dearest first, none twice
   * @param priorities by choice the priority, the greater first
   * @throws IllegalArgumentException if lengths do not fit, an index is out of range, places are
   *     negative or a learner chooses one opportunity twice
   */
  public static StableProblem ofArrays(
      String[] learnerIds,
      String[] opportunityIds,
      int[] places,
      int[] first,
      int[] choices,
      int[] priorities) {
    Parts parts = new Parts();
    parts.learnerIds = learnerIds.clone();
    parts.opportunityIds = opportunityIds.clone();
    parts.places = places.clone();
    parts.first = first.clone();
    parts.opportunity = choices.clone();
    parts.priority = priorities.clone();
    parts.slot = new int[opportunityIds.length];
    Arrays.fill(parts.slot, -1);
    parts.most = new int[learnerIds.length];
    Arrays.fill(parts.most, 1);
    if (places.length != opportunityIds.length
        || first.length != learnerIds.length + 1
        || first[0] != 0
        || first[learnerIds.length] != choices.length
        || priorities.length != choices.length) {
      throw new IllegalArgumentException(
          "The arrays' lengths do not fit: "
              + learnerIds.length
              + " learners, "
              + opportunityIds.length
              + " opportunities, "
              + places.length
              + " places, "
              + first.length
              + " starts, "
              + choices.length
              + " choices, "
              + priorities.length
              + " priorities.\nMaybe the end of the last learner's choices is missing in first.");
    }
    return checked(parts);
  }

  /**
   * The same learners, opportunities and pairs, one placement each: learners wish for what gives
   * them most (of equals, for the lesser number), and opportunities put those first whom they give
   * most.
   */
  public static StableProblem byAffinity(AllocationProblem problem) {
    int pairs = problem.pairCount();
    int[] first = new int[problem.learnerCount() + 1];
    int[] choices = new int[pairs];
    int[] priorities = new int[pairs];
    for (int i = 0; i < problem.learnerCount(); i++) {
      int from = problem.start(i);
      int to = problem.start(i + 1);
      // One long a pair sorts by affinity, the greater first, then by position.
      long[] order = new long[to - from];
      for (int p = from; p < to; p++) {
        order[p - from] = (long) -problem.affinityOf(p) << 32 | p - from;
      }
      Arrays.sort(order);
      for (int e = 0; e < order.length; e++) {
        int pair = from + (int) order[e];
        choices[from + e] = problem.opportunityOf(pair);
        priorities[from + e] = problem.affinityOf(pair);
      }
      first[i + 1] = to;
    }
    int[] places = new int[problem.opportunityCount()];
    Arrays.setAll(places, problem::places);
    return ofArrays(
        problem.learners().toArray(String[]::new),
        problem.opportunities().toArray(String[]::new),
        places,
        first,
        choices,
        priorities);
  }

  static StableProblem checked(Parts parts) {
    int[] seenBy = new int[parts.opportunityIds.length];
    Arrays.fill(seenBy, -1);
    for (int i = 0; i < parts.learnerIds.length; i++) {
      for (int p = parts.first[i]; p < parts.first[i + 1]; p++) {
        int o = parts.opportunity[p];
        if (o < 0 || o >= seenBy.length || seenBy[o] == i) {
          throw new IllegalArgumentException(
              "Learner "
                  + parts.learnerIds[i]
                  + " chooses opportunity number "
                  + o
                  + (o < 0 || o >= seenBy.length ? ", which is not there" : " twice")
                  + ".\nMaybe keep the first of equal choices.");
        }
        seenBy[o] = i;
      }
    }
    for (int o = 0; o < parts.places.length; o++) {
      if (parts.places[o] < 0) {
        throw new IllegalArgumentException(
            "Opportunity "
                + parts.opportunityIds[o]
                + " has "
                + parts.places[o]
                + " places.\nMaybe 0 was meant.");
      }
    }
    return new StableProblem(parts);
  }

  /** How many learners there are. */
  public int learners() {
    return learnerIds.length;
  }

  /** How many opportunities there are. */
  public int opportunities() {
    return opportunityIds.length;
  }

  /** How many choices all learners have together. */
  public int choices() {
    return opportunity.length;
  }

  /** Whether a learner may have more than one placement; then wishing truly is not always best. */
  public boolean hasSeveralPlacements() {
    for (int k : most) {
      if (k > 1) {
        return true;
      }
    }
    return false;
  }

  int fixedCount(int learner) {
    return fixedFirst == null ? 0 : fixedFirst[learner + 1] - fixedFirst[learner];
  }
}
