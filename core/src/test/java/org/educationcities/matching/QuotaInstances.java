package org.educationcities.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Random problems under quotas, and the best there is by trying every choice of pairs. */
final class QuotaInstances {
  /** No choice meets all bounds. */
  static final long NONE = -1;

  private QuotaInstances() {}

  /** Nested by what they are: school and class, provider, groups within an opportunity. */
  static QuotaProblem nested(SplittableRandom random, int learners, int opportunities) {
    AllocationProblem pairs = Instances.random(random, learners, opportunities, 3, 20);
    QuotaProblem.Builder builder = withSlots(random, pairs);
    List<String> school = pick(random, pairs.learners(), 2);
    List<String> year = pick(random, school, 2);
    List<String> provider = pick(random, pairs.opportunities(), 2);
    builder.learners("school", school).learners("class", year);
    builder.opportunities("provider", provider);
    maybe(random, builder, new Quota("s", "school", null, least(random), 1 + random.nextInt(4)));
    maybe(random, builder, new Quota("c", "class", null, 0, random.nextInt(3)));
    maybe(random, builder, new Quota("p", null, "provider", least(random), 1 + random.nextInt(4)));
    String one = pairs.opportunities().get(random.nextInt(opportunities));
    builder.learners("girls", pick(random, pairs.learners(), 2));
    maybe(random, builder, new Quota("g", "girls", one, 0, random.nextInt(3)));
    fixAndForbid(random, builder, pairs, 24);
    return builder.build();
  }

  /** Quotas over any groups at all, of which many cross. */
  static QuotaProblem any(SplittableRandom random, int learners, int opportunities) {
    AllocationProblem pairs = Instances.random(random, learners, opportunities, 2, 20);
    return any(random, pairs, withSlots(random, pairs)).build();
  }

  /** The same with opportunities that take several slots and so overlap, fixed and forbidden. */
  static QuotaProblem overlapping(SplittableRandom random, int learners, int opportunities) {
    AllocationProblem pairs = Instances.random(random, learners, opportunities, 2, 20);
    QuotaProblem.Builder builder = any(random, pairs, withSlots(random, pairs));
    for (String each : pairs.opportunities()) {
      if (random.nextBoolean()) {
        int first = random.nextInt(3);
        builder.slots(each, Set.of("slot" + first, "slot" + (first + 1) % 3));
      }
    }
    fixAndForbid(random, builder, pairs, 6 * learners + 6);
    return builder.build();
  }

  /** A school with a provider, the first constraint outside the exact class. */
  static QuotaProblem aSchoolWithAProvider() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("p1", 1)
            .opportunity("p2", 1)
            .opportunity("q", 1)
            .pair("a1", "p1", 1)
            .pair("b", "p1", 1)
            .pair("b", "q", 1)
            .pair("a2", "q", 1)
            .pair("a2", "p2", 1)
            .build();
    return QuotaProblem.over(pairs)
        .learners("S", List.of("a1", "a2"))
        .opportunities("P", List.of("p1", "p2"))
        .quota(Quota.of("S with P", "S", "P", 1))
        .build();
  }

  private static QuotaProblem.Builder any(
      SplittableRandom random, AllocationProblem pairs, QuotaProblem.Builder builder) {
    for (int q = 0; q < 1 + random.nextInt(3); q++) {
      builder.learners("l" + q + "*", pick(random, pairs.learners(), 2));
      builder.opportunities("o" + q + "*", pick(random, pairs.opportunities(), 2));
      int most = 1 + random.nextInt(3);
      builder.quota(
          new Quota(
              "q" + q,
              random.nextInt(3) == 0 ? null : "l" + q + "*",
              random.nextInt(3) == 0 ? null : "o" + q + "*",
              Math.min(most, least(random)),
              most));
    }
    return builder;
  }

  private static QuotaProblem.Builder withSlots(SplittableRandom random, AllocationProblem pairs) {
    QuotaProblem.Builder builder = QuotaProblem.over(pairs).mostEach(1 + random.nextInt(3));
    for (String each : pairs.opportunities()) {
      if (random.nextInt(3) > 0) {
        builder.slots(each, Set.of("slot" + random.nextInt(2)));
      }
    }
    return builder;
  }

  private static int least(SplittableRandom random) {
    return random.nextInt(4) == 0 ? 1 : 0;
  }

  private static void maybe(SplittableRandom random, QuotaProblem.Builder builder, Quota quota) {
    if (random.nextInt(3) > 0) {
      builder.quota(quota);
    }
  }

  private static void fixAndForbid(
      SplittableRandom random, QuotaProblem.Builder builder, AllocationProblem pairs, int oneOf) {
    for (int i = 0; i < pairs.learnerCount(); i++) {
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        String opportunity = pairs.opportunities().get(pairs.opportunityOf(e));
        int dice = random.nextInt(oneOf);
        if (dice == 0) {
          builder.fixed(pairs.learners().get(i), opportunity);
        } else if (dice == 1) {
          builder.forbidden(pairs.learners().get(i), opportunity);
        }
      }
    }
  }

  private static List<String> pick(SplittableRandom random, List<String> from, int oneOf) {
    List<String> picked = new ArrayList<>();
    for (String each : from) {
      if (random.nextInt(oneOf) == 0) {
        picked.add(each);
      }
    }
    return picked;
  }

  /** The greatest total over every feasible choice, or {@link #NONE}. */
  static long bestOfAll(QuotaProblem problem) {
    return bestFrom(problem, learners(problem), new boolean[problem.pairs().pairCount()], 0, 0);
  }

  /** Whether a choice keeps every rule there is. */
  static boolean keepsAll(QuotaProblem problem, int[] chosenPairs) {
    int[] learnerOf = learners(problem);
    boolean[] chosen = new boolean[learnerOf.length];
    for (int e : chosenPairs) {
      chosen[e] = true;
      if (!keepsMost(problem, learnerOf, chosen, e)) {
        return false;
      }
    }
    for (int e = 0; e < chosen.length; e++) {
      if (problem.isFixed(e) && !chosen[e]) {
        return false;
      }
    }
    return keepsLeast(problem, learnerOf, chosen);
  }

  private static int[] learners(QuotaProblem problem) {
    int[] learnerOf = new int[problem.pairs().pairCount()];
    for (int i = 0; i < problem.pairs().learnerCount(); i++) {
      for (int e = problem.pairs().start(i); e < problem.pairs().start(i + 1); e++) {
        learnerOf[e] = i;
      }
    }
    return learnerOf;
  }

  private static long bestFrom(
      QuotaProblem problem, int[] learnerOf, boolean[] chosen, int pair, long total) {
    if (pair == chosen.length) {
      return keepsLeast(problem, learnerOf, chosen) ? total : NONE;
    }
    long best =
        problem.isFixed(pair) ? NONE : bestFrom(problem, learnerOf, chosen, pair + 1, total);
    chosen[pair] = true;
    if (keepsMost(problem, learnerOf, chosen, pair)) {
      long more = total + problem.pairs().affinityOf(pair);
      best = Math.max(best, bestFrom(problem, learnerOf, chosen, pair + 1, more));
    }
    chosen[pair] = false;
    return best;
  }

  private static boolean keepsMost(
      QuotaProblem problem, int[] learnerOf, boolean[] chosen, int last) {
    AllocationProblem pairs = problem.pairs();
    int taken = 0;
    int places = 0;
    for (int e = 0; e <= last; e++) {
      if (!chosen[e]) {
        continue;
      }
      if (learnerOf[e] == learnerOf[last]) {
        taken++;
        if (e != last && clash(problem, pairs.opportunityOf(e), pairs.opportunityOf(last))) {
          return false;
        }
      }
      places += pairs.opportunityOf(e) == pairs.opportunityOf(last) ? 1 : 0;
    }
    if (taken > problem.most(learnerOf[last]) || places > pairs.places(pairs.opportunityOf(last))) {
      return false;
    }
    for (Quota quota : problem.quotas()) {
      if (countUnder(problem, quota, learnerOf, chosen) > quota.most()) {
        return false;
      }
    }
    return true;
  }

  private static boolean clash(QuotaProblem problem, int a, int b) {
    for (int s : problem.slotsOf(a)) {
      for (int t : problem.slotsOf(b)) {
        if (s == t) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean keepsLeast(QuotaProblem problem, int[] learnerOf, boolean[] chosen) {
    for (Quota quota : problem.quotas()) {
      if (countUnder(problem, quota, learnerOf, chosen) < quota.least()) {
        return false;
      }
    }
    return true;
  }

  private static int countUnder(
      QuotaProblem problem, Quota quota, int[] learnerOf, boolean[] chosen) {
    int @Nullable [] learners = problem.learnersOf(quota);
    int @Nullable [] opportunities = problem.opportunitiesOf(quota);
    int count = 0;
    for (int e = 0; e < chosen.length; e++) {
      if (chosen[e]
          && holds(learners, learnerOf[e])
          && holds(opportunities, problem.pairs().opportunityOf(e))) {
        count++;
      }
    }
    return count;
  }

  private static boolean holds(int @Nullable [] group, int member) {
    if (group == null) {
      return true;
    }
    for (int each : group) {
      if (each == member) {
        return true;
      }
    }
    return false;
  }
}
