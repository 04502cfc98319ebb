package org.educationcities.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Random problems of the shape that the auction takes: learners with slots, and on the places' side
 * groups in an opportunity, groups in groups, opportunities, and providers in associations. Places
 * and quotas of 0, learners who may take nothing, ties, and fixed pairs are among them.
 */
final class SeatInstances {

  private SeatInstances() {}

  static QuotaProblem random(SplittableRandom random, int learners, int opportunities) {
    int mostAffinity =
        new int[] {1, 2, 20, 1000, AllocationProblem.MAX_AFFINITY}[random.nextInt(5)];
    int mostPlaces = new int[] {1, 3, 1 + learners / 2, 1_000_000}[random.nextInt(4)];
    AllocationProblem pairs =
        Instances.random(random, learners, opportunities, mostPlaces, mostAffinity);
    QuotaProblem.Builder builder = QuotaProblem.over(pairs).mostEach(random.nextInt(1, 5));
    for (String each : pairs.learners()) {
      if (random.nextInt(6) == 0) {
        builder.most(each, random.nextInt(4));
      }
    }
    int slots = random.nextInt(1, 5);
    for (String each : pairs.opportunities()) {
      if (random.nextInt(5) > 0) {
        builder.slots(each, Set.of("slot" + random.nextInt(slots)));
      }
    }
    groups(random, builder, pairs);
    providers(random, builder, pairs.opportunities());
    if (random.nextInt(3) == 0) {
      fix(random, builder, pairs);
    }
    return builder.build();
  }

  /** Groups of learners that are disjoint, the first with a group within it, in opportunities. */
  private static void groups(
      SplittableRandom random, QuotaProblem.Builder builder, AllocationProblem pairs) {
    int groups = random.nextInt(4);
    for (int g = 0; g < groups; g++) {
      List<String> members = new ArrayList<>();
      for (int i = g; i < pairs.learnerCount(); i += groups) {
        members.add(pairs.learners().get(i));
      }
      builder.learners("group" + g, members);
      builder.learners("inner" + g, members.subList(0, members.size() / 2));
      for (String each : pairs.opportunities()) {
        if (random.nextInt(4) > 0) {
          builder.quota(
              Quota.of("group " + g + " at " + each, "group" + g, each, random.nextInt(4)));
        }
        if (random.nextInt(6) == 0) {
          builder.quota(
              Quota.of("inner " + g + " at " + each, "inner" + g, each, random.nextInt(3)));
        }
      }
    }
  }

  private static void providers(
      SplittableRandom random, QuotaProblem.Builder builder, List<String> opportunities) {
    int ofOne = random.nextInt(1, 4);
    for (int j = 0; j < opportunities.size(); j += ofOne) {
      List<String> own = opportunities.subList(j, Math.min(j + ofOne, opportunities.size()));
      builder.opportunities("provider" + j, own);
      if (random.nextInt(4) > 0) {
        builder.quota(
            Quota.ofOpportunities("provider " + j, "provider" + j, random.nextInt(2 + 2 * ofOne)));
      }
    }
    if (random.nextInt(4) == 0) {
      builder.opportunities("association", opportunities);
      builder.quota(Quota.ofOpportunities("all", "association", random.nextInt(12)));
    }
  }

  private static void fix(
      SplittableRandom random, QuotaProblem.Builder builder, AllocationProblem pairs) {
    for (int i = 0; i < pairs.learnerCount(); i++) {
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        if (random.nextInt(14) == 0) {
          builder.fixed(pairs.learners().get(i), pairs.opportunities().get(pairs.opportunityOf(e)));
        }
      }
    }
  }

  /** The same problem with learners and opportunities in another order, and more places at one. */
  static QuotaProblem rebuilt(
      QuotaProblem problem, int[] learnerOrder, int[] opportunityOrder, int roomier) {
    AllocationProblem pairs = problem.pairs();
    AllocationProblem.Builder plain = AllocationProblem.builder();
    for (int j : opportunityOrder) {
      plain.opportunity(pairs.opportunities().get(j), pairs.places(j) + (j == roomier ? 1 : 0));
    }
    for (int i : learnerOrder) {
      plain.learner(pairs.learners().get(i));
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        plain.pair(
            pairs.learners().get(i),
            pairs.opportunities().get(pairs.opportunityOf(e)),
            pairs.affinityOf(e));
      }
    }
    QuotaProblem.Builder builder = QuotaProblem.over(plain.build());
    for (int j : opportunityOrder) {
      if (problem.slotOf(j) >= 0) {
        builder.slots(pairs.opportunities().get(j), Set.of("slot" + problem.slotOf(j)));
      }
    }
    for (int i : learnerOrder) {
      builder.most(pairs.learners().get(i), problem.most(i));
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        if (problem.isFixed(e)) {
          builder.fixed(pairs.learners().get(i), pairs.opportunities().get(pairs.opportunityOf(e)));
        }
      }
    }
    for (Quota quota : problem.quotas()) {
      int[] learners = problem.learnersOf(quota);
      int[] opportunities = problem.opportunitiesOf(quota);
      if (learners != null) {
        builder.learners("L " + quota.id(), named(pairs.learners(), learners));
      }
      if (opportunities != null) {
        builder.opportunities("O " + quota.id(), named(pairs.opportunities(), opportunities));
      }
      builder.quota(
          new Quota(
              quota.id(),
              learners == null ? null : "L " + quota.id(),
              opportunities == null ? null : "O " + quota.id(),
              quota.least(),
              quota.most()));
    }
    return builder.build();
  }

  private static List<String> named(List<String> ids, int[] numbers) {
    return IntStream.of(numbers).mapToObj(ids::get).toList();
  }
}
