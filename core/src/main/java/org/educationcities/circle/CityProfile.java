package org.educationcities.circle;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Strength;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Opportunity;

/**
 * The strengths and growth areas of a city, put together from its learners, its opportunities,
 * their quests and the needs it states itself. Immutable.
 *
 * <p>The rule, topic by topic. <em>Wanted</em> is how many learners want to grow in it.
 * <em>Served</em> is how many places teach it: the places of each opportunity × how well its
 * strengths cover the topic (as in affinity). The cover of the city is served ÷ wanted over all
 * topics together; the <em>ratio</em> of a topic is its own served ÷ wanted, divided by that. So
 * what counts is what a city has more or less of than of the rest: each city has something to teach
 * and something to learn.
 *
 * <table>
 * <caption>From the ratio to the profile</caption>
 * <tr><th>ratio</th><th>strength</th><th>growth area</th></tr>
 * <tr><td>below 1/4</td><td>none</td><td>4</td></tr>
 * <tr><td>below 1/2</td><td>none</td><td>3</td></tr>
 * <tr><td>below 3/4</td><td>1</td><td>2</td></tr>
 * <tr><td>below 1</td><td>1</td><td>1</td></tr>
 * <tr><td>below 3/2</td><td>2</td><td>none</td></tr>
 * <tr><td>below 2</td><td>3</td><td>none</td></tr>
 * <tr><td>2 or more</td><td>4</td><td>none</td></tr>
 * </table>
 *
 * <p>What is served and wanted by nobody is a strength of 4. Where places suffice for everybody who
 * wants to learn a topic, it is no growth area. Unmet quests make a topic a growth area of 1 + the
 * part of its quests that is unmet × 3, rounded down; a stated need one of its own importance; of
 * several the greatest counts.
 */
public final class CityProfile {
  private final Profile profile;
  private final List<Line> lines;

  /**
   * What is known of a topic. Raw numbers of children: for planners, and for safe tables.
   *
   * @param topic which
   * @param wanted how many learners want to grow in it
   * @param servedThousandths places that teach it, weighted by cover, in thousandths
   * @param strong how many learners are strong in it or could teach it
   * @param quests how many quests are about it
   * @param unmetQuests how many of these no opportunity answers
   * @param stated how important the city says it is, 0 if it says nothing
   */
  public record Line(
      TopicId topic,
      int wanted,
      long servedThousandths,
      int strong,
      int quests,
      int unmetQuests,
      int stated) {}

  private CityProfile(Profile profile, List<Line> lines) {
    this.profile = profile;
    this.lines = List.copyOf(lines);
  }

  /** Starts a city's profile. */
  public static Builder builder(Taxonomy taxonomy, AffinityRule rule) {
    return new Builder(taxonomy, rule);
  }

  /** The city's strengths and growth areas. */
  public Profile profile() {
    return profile;
  }

  /** What it rests on, by topic. */
  public List<Line> lines() {
    return lines;
  }

  /** Collects what a city has and needs. Not thread-safe. */
  public static final class Builder {
    private static final Comparator<TopicId> BY_ID = Comparator.comparing(TopicId::value);

    private final Taxonomy taxonomy;
    private final AffinityRule rule;
    private final Map<TopicId, Integer> wanted = new HashMap<>();
    private final Map<TopicId, Long> served = new HashMap<>();
    private final Map<TopicId, Integer> strong = new HashMap<>();
    private final Map<TopicId, Integer> stated = new HashMap<>();
    private Map<TopicId, Integer> quests = Map.of();
    private Map<TopicId, Integer> unmetQuests = Map.of();
    private final Map<TopicId, Map<TopicId, Integer>> near = new HashMap<>();

    private Builder(Taxonomy taxonomy, AffinityRule rule) {
      this.taxonomy = Objects.requireNonNull(taxonomy, "taxonomy");
      this.rule = Objects.requireNonNull(rule, "rule");
    }

    /** Adds a learner. */
    public Builder learner(Profile learner) {
      learner.growthAreas().forEach(area -> wanted.merge(area.topic(), 1, Integer::sum));
      learner.strengths().stream()
          .filter(each -> each.proficiency().compareTo(Proficiency.STRONG) >= 0)
          .forEach(each -> strong.merge(each.topic(), 1, Integer::sum));
      return this;
    }

    /** Adds learners. */
    public Builder learners(Collection<Profile> learners) {
      learners.forEach(this::learner);
      return this;
    }

    /** Adds an opportunity of the city: what it teaches, and what it needs as stated needs. */
    public Builder opportunity(Opportunity opportunity) {
      Map<TopicId, Long> cover = new HashMap<>();
      for (Strength strength : opportunity.profile().strengths()) {
        near.computeIfAbsent(strength.topic(), t -> taxonomy.within(t, rule.mostSteps()))
            .forEach(
                (topic, steps) ->
                    cover.merge(
                        topic,
                        strength.proficiency().level() * (long) rule.decayPermille().get(steps) / 4,
                        Math::max));
      }
      cover.forEach(
          (topic, thousandths) ->
              served.merge(topic, thousandths * opportunity.places(), Long::sum));
      opportunity.profile().growthAreas().forEach(this::need);
      return this;
    }

    /** Adds opportunities. */
    public Builder opportunities(Collection<Opportunity> opportunities) {
      opportunities.forEach(this::opportunity);
      return this;
    }

    /** Adds a need that the city states itself. */
    public Builder need(GrowthArea need) {
      stated.merge(need.topic(), need.importance().level(), Math::max);
      return this;
    }

    /** Sets the quests of the city's learners, answered or not. */
    public Builder quests(QuestAnswers answers) {
      quests = answers.byTopic();
      unmetQuests = answers.unmetByTopic();
      return this;
    }

    /** The profile. */
    public CityProfile build() {
      Map<TopicId, Line> lines = new TreeMap<>(BY_ID);
      for (Map<TopicId, ?> each : List.of(wanted, served, strong, stated, quests)) {
        each.keySet().forEach(topic -> lines.computeIfAbsent(topic, this::line));
      }
      long allWanted = lines.values().stream().mapToLong(Line::wanted).sum();
      long allServed =
          lines.values().stream()
              .filter(each -> each.wanted() > 0)
              .mapToLong(Line::servedThousandths)
              .sum();
      Profile.Builder profile = Profile.builder();
      lines.values().forEach(line -> add(line, allWanted, allServed, profile));
      return new CityProfile(profile.build(), List.copyOf(lines.values()));
    }

    private Line line(TopicId topic) {
      return new Line(
          topic,
          wanted.getOrDefault(topic, 0),
          served.getOrDefault(topic, 0L),
          strong.getOrDefault(topic, 0),
          quests.getOrDefault(topic, 0),
          unmetQuests.getOrDefault(topic, 0),
          stated.getOrDefault(topic, 0));
    }

    private static void add(Line line, long allWanted, long allServed, Profile.Builder profile) {
      if (line.wanted() == 0) {
        if (line.servedThousandths() > 0) {
          profile.strength(line.topic(), Proficiency.COULD_TEACH);
        }
      } else {
        double ratio =
            allServed == 0
                ? 0
                : (double) line.servedThousandths()
                    * allWanted
                    / ((double) line.wanted() * allServed);
        profile.strength(line.topic(), strength(ratio));
        boolean enough = line.servedThousandths() >= 1000L * line.wanted();
        int growth = enough ? 0 : growth(ratio);
        if (growth > 0) {
          profile.atLeast(line.topic(), new Importance(growth));
        }
      }
      if (line.unmetQuests() > 0) {
        profile.atLeast(line.topic(), new Importance(1 + 3 * line.unmetQuests() / line.quests()));
      }
      if (line.stated() > 0) {
        profile.atLeast(line.topic(), new Importance(line.stated()));
      }
    }

    private static Proficiency strength(double ratio) {
      if (ratio >= 2) {
        return Proficiency.COULD_TEACH;
      }
      if (ratio >= 1.5) {
        return Proficiency.STRONG;
      }
      if (ratio >= 1) {
        return Proficiency.INDEPENDENT;
      }
      return ratio >= 0.5 ? Proficiency.STARTING : Proficiency.NONE;
    }

    private static int growth(double ratio) {
      return ratio >= 1 ? 0 : 4 - (int) (4 * ratio);
    }
  }
}
