package org.educationcities.examples.cityinabox.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.insight.PersonTable;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafePublication;
import org.educationcities.insight.SafeTable;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Quest;
import org.educationcities.profile.TopicId;
import org.educationcities.report.Invitation;
import org.educationcities.report.TopicBalance;
import org.educationcities.report.UnmetNeed;
import org.educationcities.resource.Resource;
import org.educationcities.round.TermLearner;
import org.educationcities.round.TermOpportunity;

/**
 * A city's strengths against its growth areas by topic, what is missing and where, and the
 * invitations that follow from it.
 */
final class TopicFigures {
  private static final int TOPICS_SHOWN = 14;
  private static final int SHOWN = 12;
  private static final int NAMES_SHOWN = 3;

  private final Outcome outcome;
  private final Lookup lookup;
  private final Map<String, List<TermLearner>> learners = new HashMap<>();
  private final Map<String, List<TermOpportunity>> offers = new HashMap<>();
  private final Map<LearnerId, TermLearner> byId = new HashMap<>();

  TopicFigures(Outcome outcome, Lookup lookup) {
    this.outcome = outcome;
    this.lookup = lookup;
    for (TermLearner each : outcome.snapshot().learners()) {
      learners.computeIfAbsent(each.learner().cityId().value(), id -> new ArrayList<>()).add(each);
      byId.put(each.learner().id(), each);
    }
    for (TermOpportunity each : outcome.snapshot().opportunities()) {
      offers
          .computeIfAbsent(each.opportunity().cityId().value(), id -> new ArrayList<>())
          .add(each);
    }
  }

  /** The topics that most of the city's people count among strengths or growth areas. */
  List<TopicBalance> balances(String city) {
    Map<TopicId, long[]> counts = new LinkedHashMap<>();
    for (TermLearner each : learners.getOrDefault(city, List.of())) {
      each.profile()
          .strengths()
          .forEach(strength -> counts.computeIfAbsent(strength.topic(), t -> new long[3])[0]++);
      each.profile()
          .growthAreas()
          .forEach(area -> counts.computeIfAbsent(area.topic(), t -> new long[3])[1]++);
    }
    for (TermOpportunity each : offers.getOrDefault(city, List.of())) {
      each.opportunity()
          .profile()
          .strengths()
          .forEach(
              strength ->
                  counts.computeIfAbsent(strength.topic(), t -> new long[3])[2] +=
                      each.opportunity().places());
    }
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<TopicId, long[]> each) -> each.getValue()[1])
                .reversed()
                .thenComparing(each -> each.getKey().value()))
        .limit(TOPICS_SHOWN)
        .map(
            each ->
                new TopicBalance(
                    lookup.topic(each.getKey()),
                    Figures.people(each.getValue()[0]),
                    Figures.people(each.getValue()[1]),
                    Figures.fact(each.getValue()[2])))
        .toList();
  }

  /** Learners without a place, each counted once, by where they are and what they wanted most. */
  List<UnmetNeed> unmet(String city) {
    Map<String, Map<String, Long>> raw = new TreeMap<>();
    Set<String> topics = new HashSet<>();
    for (TermLearner each : learners.getOrDefault(city, List.of())) {
      Optional<TopicId> most = mostWanted(each);
      if (most.isPresent() && lookup.placementOf(each.learner().id()).isEmpty()) {
        String topic = lookup.topic(most.get());
        topics.add(topic);
        raw.computeIfAbsent(lookup.localityOf(each), name -> new TreeMap<>())
            .merge(topic, 1L, Long::sum);
      }
    }
    if (raw.isEmpty()) {
      return List.of();
    }
    PersonTable.Builder table =
        PersonTable.builder(List.copyOf(raw.keySet()), topics.stream().sorted().toList());
    raw.forEach(
        (locality, byTopic) ->
            byTopic.forEach(
                (topic, count) -> {
                  for (long i = 0; i < count; i++) {
                    table.person(locality, topic);
                  }
                }));
    SafeTable safe = SafePublication.of(table.build(), Figures.RULE);
    List<UnmetNeed> needs = new ArrayList<>();
    for (String locality : safe.rows()) {
      for (String topic : safe.columns()) {
        SafeFigure figure = safe.count(locality, topic);
        if (figure.isShown() && figure.value().orElse(0) > 0) {
          needs.add(new UnmetNeed(topic, locality, figure));
        }
      }
    }
    needs.sort(Comparator.comparingLong((UnmetNeed each) -> -each.learners().value().orElse(0)));
    return List.copyOf(needs.subList(0, Math.min(SHOWN, needs.size())));
  }

  /** Quests that no opportunity within reach answers, and the untapped places near that could. */
  List<Invitation> invitations(String city) {
    Map<String, Map<TopicId, Long>> open = new TreeMap<>();
    for (Quest quest : outcome.quests()) {
      TermLearner learner = byId.get(quest.learner());
      if (learner == null || !learner.learner().cityId().value().equals(city)) {
        continue;
      }
      TopicId topic = quest.topics().iterator().next();
      if (!isAnswered(learner, topic, city)) {
        open.computeIfAbsent(lookup.localityOf(learner), name -> new LinkedHashMap<>())
            .merge(topic, 1L, Long::sum);
      }
    }
    List<Invitation> invitations = new ArrayList<>();
    open.forEach(
        (locality, byTopic) ->
            byTopic.forEach(
                (topic, count) ->
                    invitations.add(
                        new Invitation(
                            lookup.topic(topic),
                            locality,
                            Figures.people(count),
                            whoCouldAnswer(city, topic)))));
    invitations.sort(
        Comparator.comparingLong((Invitation each) -> -each.quests().value().orElse(0))
            .thenComparing(Invitation::locality)
            .thenComparing(Invitation::topic));
    return List.copyOf(invitations.subList(0, Math.min(SHOWN, invitations.size())));
  }

  private boolean isAnswered(TermLearner learner, TopicId topic, String city) {
    Set<TopicId> near =
        outcome.snapshot().taxonomy().within(topic, outcome.affinityRule().mostSteps()).keySet();
    return offers.getOrDefault(city, List.of()).stream()
        .anyMatch(
            offer ->
                offer.opportunity().profile().strengths().stream()
                        .anyMatch(strength -> near.contains(strength.topic()))
                    && outcome.eligibility().isEligible(learner, offer));
  }

  private List<String> whoCouldAnswer(String city, TopicId topic) {
    Set<TopicId> near = outcome.snapshot().taxonomy().within(topic, 1).keySet();
    return outcome.resources().stream()
        .filter(each -> each.cityId().value().equals(city) && each.isUntapped())
        .filter(each -> each.topics().stream().anyMatch(near::contains))
        .map(Resource::names)
        .map(names -> names.in(outcome.locale()))
        .distinct()
        .limit(NAMES_SHOWN)
        .toList();
  }

  private static Optional<TopicId> mostWanted(TermLearner learner) {
    return learner.profile().growthAreas().stream()
        .max(
            Comparator.comparingInt((GrowthArea each) -> each.importance().level())
                .thenComparing(each -> each.topic().value(), Comparator.reverseOrder()))
        .map(GrowthArea::topic);
  }
}
