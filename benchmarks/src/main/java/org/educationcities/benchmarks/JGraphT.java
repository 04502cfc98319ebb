package org.educationcities.benchmarks;

import java.util.HashMap;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/** JGraphT's capacity scaling min-cost flow: what a Java developer finds first. */
final class JGraphT {

  private JGraphT() {}

  static long total(Instance instance) {
    int n = instance.learners();
    int m = instance.places().length;
    int sink = n + m;
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    Map<DefaultWeightedEdge, Integer> capacity = new HashMap<>();
    for (int v = 0; v <= sink; v++) {
      graph.addVertex(v);
    }
    for (int i = 0; i < n; i++) {
      for (int e = instance.start()[i]; e < instance.start()[i + 1]; e++) {
        add(graph, capacity, i, n + instance.opportunityOf()[e], 1, -instance.affinityOf()[e]);
      }
      add(graph, capacity, i, sink, 1, 0);
    }
    for (int j = 0; j < m; j++) {
      add(graph, capacity, n + j, sink, instance.places()[j], 0);
    }
    double cost =
        new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
            .getMinimumCostFlow(
                new MinimumCostFlowProblemImpl<>(
                    graph, v -> v < n ? 1 : v == sink ? -n : 0, capacity::get))
            .getCost();
    return -Math.round(cost);
  }

  private static void add(
      Graph<Integer, DefaultWeightedEdge> graph,
      Map<DefaultWeightedEdge, Integer> capacity,
      int from,
      int to,
      int most,
      int cost) {
    DefaultWeightedEdge edge = graph.addEdge(from, to);
    graph.setEdgeWeight(edge, cost);
    capacity.put(edge, most);
  }
}
