package org.educationcities.circle;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Resource;

/**
 * What a place could teach, by its kind: a theatre the stage, a garage mechanics. For places of
 * which nothing is stated, above all the untapped ones; what comes of it is marked as inferred.
 * Immutable and thread-safe.
 */
public final class TopicInference {
  private final Map<String, Set<TopicId>> topicsByKind;

  /**
   * What a resource is about.
   *
   * @param topics its topics; empty if nothing is stated or known of its kind
   * @param inferred whether they are inferred from its kind rather than stated
   */
  public record Inferred(Set<TopicId> topics, boolean inferred) {
    /** Topics; copied. */
    public Inferred {
      topics = ImmutableSet.copyOf(topics);
    }

    /** The topics as strengths: on one's own where stated, a start where inferred. */
    public Profile profile() {
      Profile.Builder profile = Profile.builder();
      Proficiency level = inferred ? Proficiency.STARTING : Proficiency.INDEPENDENT;
      topics.forEach(topic -> profile.strength(topic, level));
      return profile.build();
    }
  }

  private TopicInference(Map<String, Set<TopicId>> topicsByKind) {
    this.topicsByKind = topicsByKind;
  }

  /**
   * An inference by kinds.
   *
   * @param topicsByKind topics by kind, in the words of the city's own list; case and surrounding
   *     space make no difference
   */
  public static TopicInference of(Map<String, Set<TopicId>> topicsByKind) {
    ImmutableMap.Builder<String, Set<TopicId>> map = ImmutableMap.builder();
    topicsByKind.forEach((kind, topics) -> map.put(key(kind), ImmutableSet.copyOf(topics)));
    return new TopicInference(map.buildOrThrow());
  }

  /** What a resource is about: as stated, else by its kind. */
  public Inferred of(Resource resource) {
    if (!resource.topics().isEmpty()) {
      return new Inferred(resource.topics(), false);
    }
    return new Inferred(topicsByKind.getOrDefault(key(resource.kind()), Set.of()), true);
  }

  private static String key(String kind) {
    return kind.strip().toLowerCase(Locale.ROOT);
  }
}
