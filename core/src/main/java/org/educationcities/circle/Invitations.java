package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.Resource;
import org.educationcities.resource.ResourceId;

/**
 * What comes of quests that no opportunity answers: an invitation, topic by topic, to those who
 * could answer them; above all to places that offer nothing yet and whose kind speaks for them.
 * Stateless and thread-safe; deterministic.
 */
public final class Invitations {
  private Invitations() {}

  /**
   * A resource that could answer.
   *
   * @param resource which
   * @param provider whose
   * @param topic its own topic that is meant
   * @param steps how many broader or narrower moves that is from what is sought
   * @param inferred whether the topic is inferred from the kind of place rather than stated
   * @param untapped whether it offers nothing to learners yet
   */
  public record Invited(
      ResourceId resource,
      ProviderId provider,
      TopicId topic,
      int steps,
      boolean inferred,
      boolean untapped) {}

  /**
   * An invitation in one topic.
   *
   * @param topic what is sought
   * @param quests how many quests are about it: a raw number of children, not for the public
   * @param invited who could answer, nearest topics and untapped places first; may be empty
   */
  public record Invitation(TopicId topic, int quests, List<Invited> invited) {
    /** An invitation; the list is copied. */
    public Invitation {
      invited = List.copyOf(invited);
    }
  }

  /**
   * Invitations for unmet quests.
   *
   * @param unmetByTopic how many unmet quests there are of a topic
   * @param resources of the city
   * @param mostSteps how many moves a resource's topic may be away, 0 or more
   * @param mostInvited how many are invited for a topic at most
   * @return most sought first
   */
  public static List<Invitation> to(
      Map<TopicId, Integer> unmetByTopic,
      Collection<Resource> resources,
      TopicInference inference,
      Taxonomy taxonomy,
      int mostSteps,
      int mostInvited) {
    Map<TopicId, List<Resource>> byTopic = new HashMap<>();
    Map<ResourceId, Boolean> inferred = new HashMap<>();
    for (Resource resource : resources) {
      TopicInference.Inferred about = inference.of(resource);
      inferred.put(resource.id(), about.inferred());
      about
          .topics()
          .forEach(topic -> byTopic.computeIfAbsent(topic, t -> new ArrayList<>()).add(resource));
    }
    List<Invitation> invitations = new ArrayList<>();
    unmetByTopic.forEach(
        (topic, quests) -> {
          Map<ResourceId, Invited> invited = new TreeMap<>(Comparator.comparing(ResourceId::value));
          taxonomy
              .within(topic, mostSteps)
              .forEach(
                  (near, steps) ->
                      byTopic
                          .getOrDefault(near, List.of())
                          .forEach(
                              each ->
                                  invited.merge(
                                      each.id(),
                                      invited(each, near, steps, inferred),
                                      (known, added) ->
                                          known.steps() <= added.steps() ? known : added)));
          List<Invited> best =
              invited.values().stream()
                  .sorted(
                      Comparator.comparingInt(Invited::steps)
                          .thenComparing(each -> !each.untapped())
                          .thenComparing(each -> each.resource().value()))
                  .limit(mostInvited)
                  .toList();
          invitations.add(new Invitation(topic, quests, best));
        });
    invitations.sort(
        Comparator.<Invitation>comparingInt(each -> -each.quests())
            .thenComparing(each -> each.topic().value()));
    return List.copyOf(invitations);
  }

  private static Invited invited(
      Resource resource, TopicId topic, int steps, Map<ResourceId, Boolean> inferred) {
    return new Invited(
        resource.id(),
        resource.provider().id(),
        topic,
        steps,
        inferred.getOrDefault(resource.id(), false),
        resource.isUntapped());
  }
}
