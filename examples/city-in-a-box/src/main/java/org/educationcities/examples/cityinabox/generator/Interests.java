package org.educationcities.examples.cityinabox.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.List;
import java.util.SplittableRandom;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;

/** Draws what people want to learn and can: a field or two of their own, and something else. */
final class Interests {
  private final List<TopicId> fields;
  private final ListMultimap<TopicId, TopicId> topicsOf;
  private final List<TopicId> all;

  Interests(List<Topic> topics) {
    this.fields =
        topics.stream()
            .filter(each -> each.broader().isEmpty())
            .map(Topic::id)
            .collect(ImmutableList.toImmutableList());
    ImmutableListMultimap.Builder<TopicId, TopicId> byField = ImmutableListMultimap.builder();
    for (Topic topic : topics) {
      for (TopicId field : fields) {
        if (!topic.id().equals(field) && lies(topic, field, topics)) {
          byField.put(field, topic.id());
        }
      }
    }
    this.topicsOf = byField.build();
    this.all =
        topics.stream()
            .filter(each -> !each.broader().isEmpty())
            .map(Topic::id)
            .collect(ImmutableList.toImmutableList());
  }

  private static boolean lies(Topic topic, TopicId field, List<Topic> topics) {
    return topic.broader().contains(field)
        || topics.stream()
            .filter(each -> topic.broader().contains(each.id()))
            .anyMatch(each -> lies(each, field, topics));
  }

  /** A learner's; the older, the more they can. */
  Profile learner(SplittableRandom random, int grade) {
    Profile.Builder profile = Profile.builder();
    TopicId first = oneOf(random, fields);
    TopicId second = oneOf(random, fields);
    int growth = random.nextInt(3, 6);
    for (int i = 0; i < growth; i++) {
      profile.growthArea(topic(random, first, second), new Importance(random.nextInt(1, 5)));
    }
    int strengths = random.nextInt(1, 3 + grade / 4);
    for (int i = 0; i < strengths; i++) {
      int level = Math.min(4, 1 + random.nextInt(2 + grade / 4));
      TopicId topic = topic(random, second, first);
      profile.strength(topic, Proficiency.of(level));
      if (level >= 3) {
        profile.withoutGrowthArea(topic);
      }
    }
    return profile.build();
  }

  /** An adult's: strong in a field, curious about another. */
  Profile adult(SplittableRandom random) {
    Profile.Builder profile = Profile.builder();
    TopicId field = oneOf(random, fields);
    for (int i = 0; i < 3; i++) {
      profile.strength(topic(random, field, field), Proficiency.of(random.nextInt(2, 5)));
    }
    for (int i = 0; i < 2; i++) {
      profile.growthArea(oneOf(random, all), new Importance(random.nextInt(1, 5)));
    }
    return profile.build();
  }

  /** A city's or a school's: what it has plenty of, and what it lacks. */
  Profile whole(SplittableRandom random) {
    Profile.Builder profile = Profile.builder();
    for (int i = 0; i < 5; i++) {
      profile.growthArea(oneOf(random, all), new Importance(random.nextInt(2, 5)));
    }
    for (int i = 0; i < 5; i++) {
      TopicId topic = oneOf(random, all);
      profile.strength(topic, Proficiency.of(random.nextInt(2, 5))).withoutGrowthArea(topic);
    }
    return profile.build();
  }

  /** What a quest is about. */
  TopicId quest(SplittableRandom random) {
    return oneOf(random, all);
  }

  private TopicId topic(SplittableRandom random, TopicId mostly, TopicId sometimes) {
    int draw = random.nextInt(10);
    List<TopicId> from = draw < 6 ? topicsOf.get(mostly) : topicsOf.get(sometimes);
    return draw == 9 ? oneOf(random, all) : oneOf(random, from);
  }

  private static TopicId oneOf(SplittableRandom random, List<TopicId> some) {
    return some.get(random.nextInt(some.size()));
  }
}
