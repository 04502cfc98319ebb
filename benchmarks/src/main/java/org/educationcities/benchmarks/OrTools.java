package org.educationcities.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;

/** OR-Tools' min-cost flow (C++, cost scaling). Its native memory is freed after each run. */
final class OrTools {
  static {
    Loader.loadNativeLibraries();
  }

  private OrTools() {}

  /** Loads the native library, once. */
  static void ready() {}

  /** The greatest total affinity; building the model counts, since it must be built. */
  static long total(Instance instance) {
    int n = instance.learners();
    int m = instance.places().length;
    int sink = n + m;
    MinCostFlow flow = new MinCostFlow(n + m + 1, instance.pairs() + 2 * n + m);
    try {
      for (int i = 0; i < n; i++) {
        for (int e = instance.start()[i]; e < instance.start()[i + 1]; e++) {
          flow.addArcWithCapacityAndUnitCost(
              i, n + instance.opportunityOf()[e], 1, -instance.affinityOf()[e]);
        }
        flow.addArcWithCapacityAndUnitCost(i, sink, 1, 0);
        flow.setNodeSupply(i, 1);
      }
      for (int j = 0; j < m; j++) {
        flow.addArcWithCapacityAndUnitCost(n + j, sink, instance.places()[j], 0);
      }
      flow.setNodeSupply(sink, -n);
      if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
        throw new IllegalStateException("OR-Tools did not solve " + instance.name());
      }
      return -flow.getOptimalCost();
    } finally {
      flow.delete();
    }
  }
}
