package org.educationcities.profile;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.graph.Graph;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableGraph;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Topics with their broader and narrower ones: a directed graph without cycles, so that a topic may
 * be part of several. Immutable.
 */
public final class Taxonomy {
  private final Map<TopicId, Topic> topics;

  /** From each topic to its broader ones. */
  private final Graph<TopicId> broader;

  private Taxonomy(Map<TopicId, Topic> topics, Graph<TopicId> broader) {
    this.topics = ImmutableSortedMap.copyOf(topics, Comparator.comparing(TopicId::value));
    this.broader = broader;
  }

  /**
   * A taxonomy of topics.
   *
   * @throws IllegalArgumentException if an id comes twice, a broader topic is missing, or topics
   *     are broader in a circle
   */
  public static Taxonomy of(Collection<Topic> topics) {
    Map<TopicId, Topic> byId = new TreeMap<>(Comparator.comparing(TopicId::value));
    for (Topic topic : topics) {
      if (byId.put(topic.id(), topic) != null) {
        throw new IllegalArgumentException("Topic '" + topic.id() + "' comes twice.");
      }
    }
    ImmutableGraph.Builder<TopicId> graph = GraphBuilder.directed().immutable();
    for (Topic topic : byId.values()) {
      graph.addNode(topic.id());
      for (TopicId above : topic.broader()) {
        if (!byId.containsKey(above)) {
          throw new IllegalArgumentException(
              "Topic '" + topic.id() + "' names '" + above + "' as broader, which is not there.");
        }
        graph.putEdge(topic.id(), above);
      }
    }
    ImmutableGraph<TopicId> built = graph.build();
    if (Graphs.hasCycle(built)) {
      throw new IllegalArgumentException(
          "Topics are broader in a circle.\nMaybe two of them name each other as broader.");
    }
    return new Taxonomy(byId, built);
  }

  /** The topic of an id, if the taxonomy has it. */
  public Optional<Topic> find(TopicId id) {
    return Optional.ofNullable(topics.get(id));
  }

  /** All topics, by id. */
  public Collection<Topic> topics() {
    return topics.values();
  }

  /**
   * How many broader or narrower moves lead from a topic to those within reach of it; itself with
   * 0. A topic that the taxonomy lacks reaches only itself. Linear in what is reached.
   *
   * @param mostSteps 0 or more
   */
  public Map<TopicId, Integer> within(TopicId topic, int mostSteps) {
    Map<TopicId, Integer> reached = new LinkedHashMap<>();
    reached.put(topic, 0);
    if (!topics.containsKey(topic)) {
      return reached;
    }
    Set<TopicId> edge = Set.of(topic);
    for (int steps = 1; steps <= mostSteps && !edge.isEmpty(); steps++) {
      Set<TopicId> further = new LinkedHashSet<>();
      for (TopicId from : edge) {
        for (TopicId to : broader.adjacentNodes(from)) {
          if (reached.putIfAbsent(to, steps) == null) {
            further.add(to);
          }
        }
      }
      edge = further;
    }
    return reached;
  }
}
