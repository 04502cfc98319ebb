package org.educationcities.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.educationcities.circle.TopicInference;
import org.educationcities.city.LocalityId;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Resource;
import org.educationcities.resource.ResourceId;

/**
 * Ground for learning that is not used yet: known places that offer nothing, with the topics their
 * kind speaks for. Facts about places, none about people. Stateless and thread-safe.
 */
public final class UntappedGround {
  private UntappedGround() {}

  /**
   * Places of a topic.
   *
   * @param topic which
   * @param places the untapped places that could teach it, by id
   * @param localities how many of them lie in each locality, those of a known one
   */
  public record Line(TopicId topic, List<ResourceId> places, Map<LocalityId, Integer> localities) {
    /** A line; collections are copied. */
    public Line {
      places = List.copyOf(places);
      localities = Map.copyOf(localities);
    }

    /** How many places there are: a public fact. */
    public SafeFigure count() {
      return SafeFigure.ofPublicFact(places.size());
    }
  }

  /** Untapped places by topic, most first. */
  public static List<Line> find(Collection<Resource> resources, TopicInference inference) {
    Map<TopicId, List<Resource>> byTopic = new TreeMap<>(Comparator.comparing(TopicId::value));
    resources.stream()
        .filter(Resource::isUntapped)
        .sorted(Comparator.comparing(each -> each.id().value()))
        .forEach(
            each ->
                inference
                    .of(each)
                    .topics()
                    .forEach(
                        topic -> byTopic.computeIfAbsent(topic, t -> new ArrayList<>()).add(each)));
    return byTopic.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(each -> -each.places().size()))
        .toList();
  }

  private static Line line(TopicId topic, List<Resource> places) {
    Map<LocalityId, Integer> localities = new TreeMap<>(Comparator.comparing(LocalityId::value));
    places.stream()
        .map(Resource::localityId)
        .flatMap(Optional::stream)
        .forEach(locality -> localities.merge(locality, 1, Integer::sum));
    return new Line(topic, places.stream().map(Resource::id).toList(), localities);
  }
}
