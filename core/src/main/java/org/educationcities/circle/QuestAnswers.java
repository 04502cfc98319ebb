package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.educationcities.profile.Quest;
import org.educationcities.profile.Strength;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Opportunity;

/**
 * Which quests an opportunity answers, and which none does. Immutable.
 *
 * <p>An opportunity answers a quest if it teaches one of its topics, or one within some broader or
 * narrower moves of it, and the learner can get there: which the caller tells by the same rules as
 * it matches by.
 */
public final class QuestAnswers {
  private final List<Quest> answered;
  private final List<Quest> unmet;

  private QuestAnswers(List<Quest> answered, List<Quest> unmet) {
    this.answered = List.copyOf(answered);
    this.unmet = List.copyOf(unmet);
  }

  /**
   * Looks at each quest. By topic, not by all pairs: linear in the quests and in the opportunities
   * that teach what they are about.
   *
   * @param mostSteps how many moves away an opportunity's topic may be, 0 or more
   * @param canReach whether the learner of a quest can take part in an opportunity
   */
  public static QuestAnswers find(
      Collection<Quest> quests,
      Collection<Opportunity> opportunities,
      Taxonomy taxonomy,
      int mostSteps,
      BiPredicate<Quest, Opportunity> canReach) {
    Map<TopicId, List<Opportunity>> byTopic = new HashMap<>();
    for (Opportunity opportunity : opportunities) {
      for (Strength strength : opportunity.profile().strengths()) {
        byTopic.computeIfAbsent(strength.topic(), topic -> new ArrayList<>()).add(opportunity);
      }
    }
    List<Quest> answered = new ArrayList<>();
    List<Quest> unmet = new ArrayList<>();
    Map<TopicId, Set<TopicId>> near = new HashMap<>();
    List<Quest> sorted = new ArrayList<>(quests);
    sorted.sort(Comparator.comparing(each -> each.id().value()));
    for (Quest quest : sorted) {
      boolean found =
          quest.topics().stream()
              .flatMap(
                  topic ->
                      near
                          .computeIfAbsent(topic, t -> taxonomy.within(t, mostSteps).keySet())
                          .stream())
              .flatMap(topic -> byTopic.getOrDefault(topic, List.of()).stream())
              .anyMatch(opportunity -> canReach.test(quest, opportunity));
      (found ? answered : unmet).add(quest);
    }
    return new QuestAnswers(answered, unmet);
  }

  /** The quests that at least one opportunity answers, by id. */
  public List<Quest> answered() {
    return answered;
  }

  /** The quests that none answers, by id: each becomes a growth area of the city. */
  public List<Quest> unmet() {
    return unmet;
  }

  /** How many quests there are of a topic, met or not. */
  public Map<TopicId, Integer> byTopic() {
    Map<TopicId, Integer> counts = unmetByTopic();
    count(answered, counts);
    return counts;
  }

  /** How many unmet quests there are of a topic. */
  public Map<TopicId, Integer> unmetByTopic() {
    Map<TopicId, Integer> counts = new TreeMap<>(Comparator.comparing(TopicId::value));
    count(unmet, counts);
    return counts;
  }

  private static void count(List<Quest> quests, Map<TopicId, Integer> counts) {
    quests.forEach(quest -> quest.topics().forEach(topic -> counts.merge(topic, 1, Integer::sum)));
  }

  /** How many there are; their words are the children's own. */
  @Override
  public String toString() {
    return "QuestAnswers[" + answered.size() + " answered, " + unmet.size() + " unmet]";
  }
}
