package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AllocationProblem} whose learners may take several places, at most one a slot, under
 * quotas and with fixed placements. Immutable.
 *
 * <pre>{@code
 * QuotaProblem problem =
 *     QuotaProblem.over(pairs)
 *         .mostEach(3)
 *         .slots("choir", Set.of("Monday"))
 *         .opportunities("theatre", List.of("choir", "stage"))
 *         .quota(Quota.ofOpportunities("theatre in all", "theatre", 25))
 *         .build();
 * }</pre>
 */
public final class QuotaProblem {
  private final AllocationProblem pairs;
  private final int[] most;
  private final int[][] slotsOf;
  private final int slotCount;
  private final List<Quota> quotas;
  private final BitSet fixed;
  private final Map<String, int[]> learnerGroups;
  private final Map<String, int[]> opportunityGroups;

  private QuotaProblem(Builder from, AllocationProblem pairs, BitSet fixed) {
    this.pairs = pairs;
    this.most = from.most.clone();
    this.slotsOf = from.slotsOf.clone();
    this.slotCount = from.slots.size();
    this.quotas = List.copyOf(from.quotas);
    this.fixed = fixed;
    this.learnerGroups = Map.copyOf(from.learnerGroups);
    this.opportunityGroups = Map.copyOf(from.opportunityGroups);
  }

  private QuotaProblem(QuotaProblem from, AllocationProblem pairs, BitSet fixed) {
    this.pairs = pairs;
    this.most = from.most;
    this.slotsOf = from.slotsOf;
    this.slotCount = from.slotCount;
    this.quotas = from.quotas;
    this.fixed = (BitSet) fixed.clone();
    this.learnerGroups = from.learnerGroups;
    this.opportunityGroups = from.opportunityGroups;
  }

  /** The same rules over other pairs of the same learners and opportunities, and other fixed. */
  QuotaProblem with(AllocationProblem newPairs, BitSet newFixed) {
    return new QuotaProblem(this, newPairs, newFixed);
  }

  /** Starts a problem over pairs, at first with one place a learner and no quota. */
  public static Builder over(AllocationProblem pairs) {
    return new Builder(pairs);
  }

  /** The pairs that may be chosen, forbidden ones left out, and the places. */
  public AllocationProblem pairs() {
    return pairs;
  }

  /** How many places a learner may take. */
  public int most(int learner) {
    return most[learner];
  }

  /** The numbers of the slots of an opportunity, rising; none if it clashes with nothing. */
  public int[] slotsOf(int opportunity) {
    return slotsOf[opportunity].clone();
  }

  /** The slot of an opportunity that has one, else -1; the first of several. */
  int slotOf(int opportunity) {
    return slotsOf[opportunity].length == 0 ? -1 : slotsOf[opportunity][0];
  }

  boolean hasSeveralSlots(int opportunity) {
    return slotsOf[opportunity].length > 1;
  }

  /** Whether two opportunities take a slot in common. */
  boolean shareSlot(int one, int other) {
    for (int s : slotsOf[one]) {
      if (Arrays.binarySearch(slotsOf[other], s) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** How many slots there are. */
  public int slotCount() {
    return slotCount;
  }

  /** The quotas, in the order they were given. */
  public List<Quota> quotas() {
    return quotas;
  }

  /** Whether a pair must be chosen. */
  public boolean isFixed(int pair) {
    return fixed.get(pair);
  }

  int fixedCount() {
    return fixed.cardinality();
  }

  /** Whether a placement of a learner at an opportunity counts to a quota of this problem. */
  public boolean isUnder(Quota quota, int learner, int opportunity) {
    int[] learners = learnersOf(quota);
    int[] opportunities = opportunitiesOf(quota);
    return (learners == null || Arrays.binarySearch(learners, learner) >= 0)
        && (opportunities == null || Arrays.binarySearch(opportunities, opportunity) >= 0);
  }

  /** The learners a quota is about, rising; null for all. */
  int @Nullable [] learnersOf(Quota quota) {
    return quota.learners() == null ? null : learnerGroups.get(quota.learners());
  }

  /** The opportunities a quota is about, rising; null for all. */
  int @Nullable [] opportunitiesOf(Quota quota) {
    return quota.opportunities() == null ? null : opportunityGroups.get(quota.opportunities());
  }

  /** Collects what is asked beyond the pairs. Not thread-safe. */
  public static final class Builder {
    private final AllocationProblem base;
    private final Map<String, Integer> learners = new HashMap<>();
    private final Map<String, Integer> opportunities = new HashMap<>();
    private final int[] most;
    private final int[][] slotsOf;
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<Quota> quotas = new ArrayList<>();
    private final Set<String> quotaIds = new HashSet<>();
    private final Map<String, int[]> learnerGroups = new HashMap<>();
    private final Map<String, int[]> opportunityGroups = new HashMap<>();
    private final Set<Long> fixed = new HashSet<>();
    private final Set<Long> forbidden = new HashSet<>();

    private Builder(AllocationProblem base) {
      this.base = Objects.requireNonNull(base, "base");
      for (int i = 0; i < base.learnerCount(); i++) {
        learners.put(base.learners().get(i), i);
      }
      for (int j = 0; j < base.opportunityCount(); j++) {
        opportunities.put(base.opportunities().get(j), j);
      }
      this.most = new int[base.learnerCount()];
      Arrays.fill(most, 1);
      this.slotsOf = new int[base.opportunityCount()][0];
    }

    /** How many places every learner may take. */
    public Builder mostEach(int places) {
      Arrays.fill(most, atLeastZero(places));
      return this;
    }

    /** How many places one learner may take. */
    public Builder most(String learner, int places) {
      most[number(learners, "Learner", learner)] = atLeastZero(places);
      return this;
    }

    /** The slots an opportunity takes; nobody takes two places that share one. */
    public Builder slots(String opportunity, Set<String> names) {
      slotsOf[number(opportunities, "Opportunity", opportunity)] =
          names.stream()
              .sorted()
              .mapToInt(each -> slots.computeIfAbsent(each, unused -> slots.size()))
              .sorted()
              .toArray();
      return this;
    }

    /** Names a group of learners, for quotas. */
    public Builder learners(String group, Collection<String> members) {
      learnerGroups.put(group, numbers(learners, "Learner", members));
      return this;
    }

    /** Names a group of opportunities, for quotas. */
    public Builder opportunities(String group, Collection<String> members) {
      opportunityGroups.put(group, numbers(opportunities, "Opportunity", members));
      return this;
    }

    /**
     * Adds a quota over groups that were named before, or single ids.
     *
     * @throws IllegalArgumentException if its id comes twice or a group is not known
     */
    public Builder quota(Quota quota) {
      if (!quotaIds.add(quota.id())) {
        throw new IllegalArgumentException("Quota '" + quota.id() + "' comes twice.");
      }
      know(quota.learners(), learnerGroups, learners, "Learner");
      know(quota.opportunities(), opportunityGroups, opportunities, "Opportunity");
      quotas.add(quota);
      return this;
    }

    /** A placement that must stand. */
    public Builder fixed(String learner, String opportunity) {
      fixed.add(key(learner, opportunity));
      return this;
    }

    /** A pair that must not be chosen. */
    public Builder forbidden(String learner, String opportunity) {
      forbidden.add(key(learner, opportunity));
      return this;
    }

    /**
     * The problem.
     *
     * @throws IllegalArgumentException if a fixed placement is no eligible pair, or is forbidden
     */
    public QuotaProblem build() {
      AllocationProblem pairs = forbidden.isEmpty() ? base : withoutForbidden();
      BitSet chosen = new BitSet();
      for (long key : fixed) {
        int pair = pairs.pair((int) (key >>> 32), (int) key);
        if (pair < 0) {
          throw new IllegalArgumentException(
              "Learner '"
                  + base.learners().get((int) (key >>> 32))
                  + "' is fixed at '"
                  + base.opportunities().get((int) key)
                  + "', which is no eligible pair.\nMaybe it is forbidden too, or the pair was left out.");
        }
        chosen.set(pair);
      }
      return new QuotaProblem(this, pairs, chosen);
    }

    private AllocationProblem withoutForbidden() {
      int n = base.learnerCount();
      int[] start = new int[n + 1];
      int[] opportunityOf = new int[base.pairCount()];
      int[] affinityOf = new int[base.pairCount()];
      int at = 0;
      for (int i = 0; i < n; i++) {
        for (int e = base.start(i); e < base.start(i + 1); e++) {
          if (!forbidden.contains(key(i, base.opportunityOf(e)))) {
            opportunityOf[at] = base.opportunityOf(e);
            affinityOf[at++] = base.affinityOf(e);
          }
        }
        start[i + 1] = at;
      }
      return base.withPairs(start, Arrays.copyOf(opportunityOf, at), Arrays.copyOf(affinityOf, at));
    }

    private long key(String learner, String opportunity) {
      return key(
          number(learners, "Learner", learner), number(opportunities, "Opportunity", opportunity));
    }

    private static long key(int learner, int opportunity) {
      return ((long) learner << 32) | opportunity;
    }

    private static void know(
        @Nullable String name, Map<String, int[]> groups, Map<String, Integer> ids, String kind) {
      if (name != null && !groups.containsKey(name)) {
        groups.put(name, new int[] {number(ids, kind, name)});
      }
    }

    private static int[] numbers(Map<String, Integer> ids, String kind, Collection<String> names) {
      return names.stream().mapToInt(each -> number(ids, kind, each)).sorted().distinct().toArray();
    }

    private static int number(Map<String, Integer> ids, String kind, String id) {
      Integer number = ids.get(id);
      if (number == null) {
        throw new IllegalArgumentException(
            kind
                + " '"
                + id
                + "' is not known.\nMaybe it was not added to the pairs, or a group was not named.");
      }
      return number;
    }

    private static int atLeastZero(int places) {
      if (places < 0) {
        throw new IllegalArgumentException("A learner takes 0 places or more, not " + places + ".");
      }
      return places;
    }
  }
}
