package org.educationcities.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Random hard problems of each kind, tiny and often degenerate, and the best of all choices. */
final class HardInstances {
  /** No choice keeps all constraints. */
  static final long NONE = Long.MIN_VALUE;

  /** What makes a problem hard. */
  enum Kind {
    GROUP_SIZES,
    TOGETHER,
    PARTS,
    OVERLAPS,
    CROSSING,
    OPTIONAL,
    ALL
  }

  private HardInstances() {}

  static HardProblem random(Kind kind, SplittableRandom random, int learners, int opportunities) {
    AllocationProblem pairs =
        Instances.random(random, learners, opportunities, 3, 1 + random.nextInt(20));
    boolean isAll = kind == Kind.ALL;
    HardProblemBuilder builder =
        HardProblem.over(
            quotas(
                random,
                pairs,
                kind == Kind.OVERLAPS || isAll ? 1 + random.nextInt(3) : 1,
                kind == Kind.OVERLAPS || (isAll && random.nextBoolean()),
                kind == Kind.CROSSING || (isAll && random.nextBoolean())));
    List<String> ids = pairs.opportunities();
    for (String each : ids) {
      if ((kind == Kind.GROUP_SIZES || isAll) && random.nextInt(3) > 0) {
        builder.atLeastOrNone(each, random.nextInt(5));
      }
      if ((kind == Kind.OPTIONAL || isAll) && random.nextInt(3) > 0) {
        builder.openingCost(each, random.nextInt(15));
      }
      String other = ids.get(random.nextInt(ids.size()));
      if ((kind == Kind.OVERLAPS || isAll) && random.nextBoolean() && !other.equals(each)) {
        builder.clash(each, other);
      }
    }
    if ((kind == Kind.OPTIONAL || isAll) && random.nextBoolean()) {
      builder.mostOpen(new OpenLimit("open", pick(random, ids), random.nextInt(3)));
    }
    if (kind == Kind.PARTS || isAll) {
      parts(random, builder, pairs);
    }
    if (kind == Kind.TOGETHER || isAll) {
      together(random, builder, pairs);
    }
    return builder.build();
  }

  private static QuotaProblem quotas(
      SplittableRandom random, AllocationProblem pairs, int most, boolean slots, boolean crossing) {
    QuotaProblem.Builder builder = QuotaProblem.over(pairs).mostEach(most);
    for (String each : slots ? pairs.opportunities() : List.<String>of()) {
      Set<String> taken =
          random.nextBoolean() ? Set.of("s" + random.nextInt(2)) : Set.of("s0", "s1");
      builder.slots(each, random.nextInt(3) == 0 ? Set.of() : taken);
    }
    for (int q = 0; crossing && q < 1 + random.nextInt(4); q++) {
      builder.learners("l" + q + "*", pick(random, pairs.learners()));
      builder.opportunities("o" + q + "*", pick(random, pairs.opportunities()));
      int atMost = random.nextInt(4);
      int atLeast = random.nextInt(5) == 0 ? 1 : 0;
      builder.quota(
          new Quota("q" + q, "l" + q + "*", "o" + q + "*", Math.min(atLeast, atMost), atMost));
    }
    if (random.nextInt(3) == 0 && pairs.pairCount() > 0) {
      // The last learner is in no unit: what is fixed for one of several may shut the others out.
      int last = pairs.start(pairs.learnerCount() - 1);
      int e = last < pairs.pairCount() ? random.nextInt(last, pairs.pairCount()) : 0;
      int learner = 0;
      while (pairs.start(learner + 1) <= e) {
        learner++;
      }
      String opportunity = pairs.opportunities().get(pairs.opportunityOf(e));
      if (random.nextBoolean() && e >= last) {
        builder.fixed(pairs.learners().get(learner), opportunity);
      } else {
        builder.forbidden(pairs.learners().get(learner), opportunity);
      }
    }
    return builder.build();
  }

  private static void parts(
      SplittableRandom random, HardProblemBuilder builder, AllocationProblem pairs) {
    builder.partsOfAPlace(1 + random.nextInt(3));
    for (String each : pairs.learners()) {
      if (random.nextBoolean()) {
        builder.takes(each, 1 + random.nextInt(4));
      }
    }
  }

  private static void together(
      SplittableRandom random, HardProblemBuilder builder, AllocationProblem pairs) {
    List<String> left = new ArrayList<>(pairs.learners().subList(0, pairs.learnerCount() - 1));
    for (int unit = 0; left.size() > 1 && unit < 2; unit++) {
      int size = 1 + random.nextInt(Math.min(3, left.size()));
      List<String> members = new ArrayList<>();
      for (int k = 0; k < size; k++) {
        members.add(left.remove(random.nextInt(left.size())));
      }
      builder.together("unit" + unit, members);
    }
  }

  private static List<String> pick(SplittableRandom random, List<String> from) {
    return from.stream().filter(each -> random.nextInt(3) > 0).toList();
  }

  /** The greatest value over every choice of learners' pairs, or {@link #NONE}. */
  static long bestOfAll(HardProblem problem) {
    return new EveryLearnersChoice(problem).best();
  }

  /** Learner after learner, pair after pair, all constraints told by learners alone. */
  private static final class EveryLearnersChoice {
    private final HardProblem problem;
    private final QuotaProblem quotas;
    private final AllocationProblem pairs;
    private final int[] learnerOf;
    private final boolean[] chosen;
    private final int[] parts;
    private long best = NONE;

    EveryLearnersChoice(HardProblem problem) {
      this.problem = problem;
      this.quotas = problem.quotas();
      this.pairs = quotas.pairs();
      this.learnerOf = new int[pairs.pairCount()];
      this.chosen = new boolean[pairs.pairCount()];
      this.parts = new int[pairs.opportunityCount()];
      for (int i = 0; i < pairs.learnerCount(); i++) {
        for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
          learnerOf[e] = i;
        }
      }
    }

    long best() {
      from(0, 0);
      return best;
    }

    private void from(int e, long affinity) {
      if (e == chosen.length) {
        if (keepsAll()) {
          best = Math.max(best, affinity - costs());
        }
        return;
      }
      if (!quotas.isFixed(e)) {
        from(e + 1, affinity);
      }
      int j = pairs.opportunityOf(e);
      int takes = problem.takes(learnerOf[e]);
      if (parts[j] + takes <= problem.capacity(j) && mayTake(e)) {
        chosen[e] = true;
        parts[j] += takes;
        from(e + 1, affinity + pairs.affinityOf(e));
        chosen[e] = false;
        parts[j] -= takes;
      }
    }

    private boolean mayTake(int e) {
      int taken = 0;
      for (int f = pairs.start(learnerOf[e]); f < e; f++) {
        if (chosen[f]) {
          taken++;
          if (overlap(pairs.opportunityOf(e), pairs.opportunityOf(f))) {
            return false;
          }
        }
      }
      return taken < quotas.most(learnerOf[e]);
    }

    private boolean overlap(int one, int other) {
      for (int each : problem.clashing(one)) {
        if (each == other) {
          return true;
        }
      }
      for (int s : quotas.slotsOf(one)) {
        for (int t : quotas.slotsOf(other)) {
          if (s == t) {
            return true;
          }
        }
      }
      return false;
    }

    private long costs() {
      long costs = 0;
      for (int j = 0; j < parts.length; j++) {
        costs += learnersAt(j) > 0 ? problem.openingCost(j) : 0;
      }
      return costs;
    }

    private int learnersAt(int j) {
      int learners = 0;
      for (int e = 0; e < chosen.length; e++) {
        learners += chosen[e] && pairs.opportunityOf(e) == j ? 1 : 0;
      }
      return learners;
    }

    private boolean keepsAll() {
      for (int j = 0; j < parts.length; j++) {
        int learners = learnersAt(j);
        if (learners > 0 && learners < problem.atLeastOrNone(j)) {
          return false;
        }
      }
      for (int l = 0; l < problem.limits().size(); l++) {
        int open = 0;
        for (int j : problem.limited(l)) {
          open += learnersAt(j) > 0 ? 1 : 0;
        }
        if (open > problem.limits().get(l).most()) {
          return false;
        }
      }
      return keepsUnits() && keepsQuotas();
    }

    private boolean keepsUnits() {
      for (int u = 0; u < problem.unitCount(); u++) {
        int first = problem.learnersOf(u)[0];
        for (int i : problem.learnersOf(u)) {
          for (int j = 0; j < parts.length; j++) {
            if (has(first, j) != has(i, j)) {
              return false;
            }
          }
        }
      }
      return true;
    }

    private boolean has(int learner, int opportunity) {
      int pair = pairs.pair(learner, opportunity);
      return pair >= 0 && chosen[pair];
    }

    private boolean keepsQuotas() {
      for (Quota quota : quotas.quotas()) {
        int taken = 0;
        for (int e = 0; e < chosen.length; e++) {
          taken +=
              chosen[e]
                      && holds(quotas.learnersOf(quota), learnerOf[e])
                      && holds(quotas.opportunitiesOf(quota), pairs.opportunityOf(e))
                  ? 1
                  : 0;
        }
        if (taken < quota.least() || taken > quota.most()) {
          return false;
        }
      }
      return true;
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
}
