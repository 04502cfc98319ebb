package org.educationcities.benchmarks;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.Quota;
import org.educationcities.matching.QuotaProblem;

/**
 * Three places each in five slots: 20 groups of learners, each with at most 15 % of an
 * opportunity's places, rounded up; ten opportunities a provider, at most 85 % of their places; 2.5
 * seats a learner.
 */
final class QuotaCity {
  private static final int MOST = 3;
  private static final int SLOTS = 5;
  private static final int GROUPS = 20;
  private static final int OF_A_PROVIDER = 10;

  final Instance instance;

  QuotaCity(int learners, long seed) {
    this.instance = Generator.city(learners + " learners, three places each", learners, 2.5, seed);
  }

  private int groupMost(int j) {
    return (instance.places()[j] * 15 + 99) / 100;
  }

  private int providerMost(int from) {
    long sum = 0;
    for (int j = from; j < Math.min(from + OF_A_PROVIDER, instance.places().length); j++) {
      sum += instance.places()[j];
    }
    return (int) (sum * 85 / 100);
  }

  QuotaProblem problem(List<String> learnerIds, List<String> opportunityIds) {
    AllocationProblem pairs = instance.problem(learnerIds, opportunityIds);
    QuotaProblem.Builder builder = QuotaProblem.over(pairs).mostEach(MOST);
    for (int j = 0; j < opportunityIds.size(); j++) {
      builder.slots(opportunityIds.get(j), Set.of("slot" + j % SLOTS));
    }
    for (int g = 0; g < GROUPS; g++) {
      List<String> members = new ArrayList<>();
      for (int i = g; i < learnerIds.size(); i += GROUPS) {
        members.add(learnerIds.get(i));
      }
      builder.learners("group" + g, members);
      for (int j = 0; j < opportunityIds.size(); j++) {
        builder.quota(
            Quota.of("group" + g + " at " + j, "group" + g, opportunityIds.get(j), groupMost(j)));
      }
    }
    for (int j = 0; j < opportunityIds.size(); j += OF_A_PROVIDER) {
      int until = Math.min(j + OF_A_PROVIDER, opportunityIds.size());
      builder.opportunities("provider" + j, opportunityIds.subList(j, until));
      builder.quota(Quota.ofOpportunities("provider " + j, "provider" + j, providerMost(j)));
    }
    return builder.build();
  }

  /** The same as a flow over learner, slot, pair, group, opportunity and provider. */
  long orToolsTotal() {
    OrTools.ready();
    int n = instance.learners();
    int m = instance.places().length;
    int providers = (m + OF_A_PROVIDER - 1) / OF_A_PROVIDER;
    int slot = n;
    int group = slot + n * SLOTS;
    int opportunity = group + m * GROUPS;
    int provider = opportunity + m;
    int sink = provider + providers;
    MinCostFlow flow = new MinCostFlow(sink + 1, instance.pairs() + n * (SLOTS + 1) + m * 22);
    try {
      for (int i = 0; i < n; i++) {
        flow.setNodeSupply(i, MOST);
        flow.addArcWithCapacityAndUnitCost(i, sink, MOST, 0);
        for (int s = 0; s < SLOTS; s++) {
          flow.addArcWithCapacityAndUnitCost(i, slot + i * SLOTS + s, 1, 0);
        }
        for (int e = instance.start()[i]; e < instance.start()[i + 1]; e++) {
          int j = instance.opportunityOf()[e];
          flow.addArcWithCapacityAndUnitCost(
              slot + i * SLOTS + j % SLOTS,
              group + j * GROUPS + i % GROUPS,
              1,
              -instance.affinityOf()[e]);
        }
      }
      for (int j = 0; j < m; j++) {
        for (int g = 0; g < GROUPS; g++) {
          flow.addArcWithCapacityAndUnitCost(
              group + j * GROUPS + g, opportunity + j, groupMost(j), 0);
        }
        flow.addArcWithCapacityAndUnitCost(
            opportunity + j, provider + j / OF_A_PROVIDER, instance.places()[j], 0);
      }
      for (int p = 0; p < providers; p++) {
        flow.addArcWithCapacityAndUnitCost(provider + p, sink, providerMost(p * OF_A_PROVIDER), 0);
      }
      flow.setNodeSupply(sink, -(long) MOST * n);
      if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
        throw new IllegalStateException("OR-Tools did not solve " + instance.name());
      }
      return -flow.getOptimalCost();
    } finally {
      flow.delete();
    }
  }
}
