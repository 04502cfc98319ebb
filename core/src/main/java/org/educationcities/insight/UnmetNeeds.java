package org.educationcities.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.educationcities.circle.ProfiledParty;
import org.educationcities.city.Circle;
import org.educationcities.city.LocalityId;
import org.educationcities.collaboration.Home;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * The growth areas that nothing meets, by topic, locality and circle. Immutable.
 *
 * <p>A growth area is met if something the learner takes part in teaches its topic, or one within
 * some broader or narrower moves of it. For one that is not, the nearest circle is told in which
 * anybody is strong in it: a classmate, somebody of the school, of the city, of the country, of the
 * world; that is where to begin.
 */
public final class UnmetNeeds {
  /**
   * The label of a topic's learners whose locality is not known, and of needs nobody could meet.
   */
  public static final String UNKNOWN = "-";

  private final List<GrowthNeed> needs;
  private final int met;

  private UnmetNeeds(List<GrowthNeed> needs, int met) {
    this.needs = List.copyOf(needs);
    this.met = met;
  }

  /**
   * Looks at every growth area of every learner. Linear in them and in everybody's strengths.
   *
   * @param learners who, with their homes and profiles
   * @param others everybody else who is strong in something: adults, providers, opportunities
   * @param takesPartIn the profiles of what a learner takes part in; empty for none
   * @param localityOf where a learner goes to school or lives; absent if not known
   * @param mostSteps how many moves away what is taught may be, 0 or more
   */
  public static UnmetNeeds find(
      Collection<ProfiledParty> learners,
      Collection<ProfiledParty> others,
      Function<LearnerId, Collection<Profile>> takesPartIn,
      Map<LearnerId, LocalityId> localityOf,
      Taxonomy taxonomy,
      int mostSteps) {
    Map<TopicId, Set<TopicId>> near = new HashMap<>();
    Whereabouts strong = new Whereabouts();
    learners.forEach(strong::add);
    others.forEach(strong::add);
    List<ProfiledParty> sorted = new ArrayList<>(learners);
    sorted.sort(Comparator.comparing(ProfiledParty::id));
    List<GrowthNeed> needs = new ArrayList<>();
    int met = 0;
    for (ProfiledParty each : sorted) {
      if (each.party().kind() != Party.Kind.LEARNER) {
        throw new IllegalArgumentException("A " + each.party().kind() + " is among the learners.");
      }
      LearnerId learner = new LearnerId(each.id());
      Set<TopicId> taught = new HashSet<>();
      takesPartIn
          .apply(learner)
          .forEach(profile -> profile.strengths().forEach(s -> taught.add(s.topic())));
      for (GrowthArea area : each.profile().growthAreas()) {
        Set<TopicId> good =
            near.computeIfAbsent(area.topic(), t -> taxonomy.within(t, mostSteps).keySet());
        if (good.stream().anyMatch(taught::contains)) {
          met++;
        } else {
          needs.add(
              new GrowthNeed(
                  learner,
                  area.topic(),
                  localityOf.get(learner),
                  strong.nearest(each, area.topic())));
        }
      }
    }
    return new UnmetNeeds(needs, met);
  }

  /** Every growth area that nothing meets, by learner and topic. */
  public List<GrowthNeed> needs() {
    return needs;
  }

  /** How many growth areas are met; raw. */
  public int met() {
    return met;
  }

  /** Topics in which there are unmet needs, by id. */
  public List<TopicId> topics() {
    Set<TopicId> topics = new TreeSet<>(Comparator.comparing(TopicId::value));
    needs.forEach(each -> topics.add(each.topic()));
    return List.copyOf(topics);
  }

  /**
   * Learners with an unmet need, by locality and topic: raw, for {@link SafePublication}. A learner
   * counts once, with the topic that is named first among theirs: so that tables add up to people.
   *
   * @throws IllegalArgumentException if there are none
   */
  public PersonTable byLocalityAndTopic() {
    return table(
        each -> each.locality() == null ? UNKNOWN : each.locality().value(),
        each -> each.topic().value());
  }

  /** Learners with an unmet need, by topic and the nearest circle that could meet it: raw. */
  public PersonTable byTopicAndCircle() {
    return table(
        each -> each.topic().value(),
        each -> each.nearest() == null ? UNKNOWN : each.nearest().name());
  }

  /**
   * Learners with an unmet need by any two traits: raw. A learner with several needs counts once,
   * with the first of them by topic.
   *
   * @throws IllegalArgumentException if there are none
   */
  public PersonTable table(Function<GrowthNeed, String> row, Function<GrowthNeed, String> column) {
    Set<LearnerId> counted = new HashSet<>();
    List<GrowthNeed> first = needs.stream().filter(each -> counted.add(each.learner())).toList();
    PersonTable.Builder table =
        PersonTable.builder(
            first.stream().map(row).distinct().sorted().toList(),
            first.stream().map(column).distinct().sorted().toList());
    first.forEach(each -> table.person(row.apply(each), column.apply(each)));
    return table.build();
  }

  /** How many; who they are is personal. */
  @Override
  public String toString() {
    return "UnmetNeeds[" + needs.size() + " unmet, " + met + " met]";
  }

  /**
   * Who is strong in what, counted by circle, so that the nearest is told without looking round.
   */
  private static final class Whereabouts {
    private record Ring(Circle circle, Object place, TopicId topic) {}

    private final Map<Ring, Integer> strong = new HashMap<>();

    void add(ProfiledParty party) {
      party.profile().strengths().stream()
          .filter(each -> each.proficiency().compareTo(Proficiency.STRONG) >= 0)
          .forEach(
              each ->
                  rings(party.home(), each.topic())
                      .forEach(ring -> strong.merge(ring, 1, Integer::sum)));
    }

    @Nullable Circle nearest(ProfiledParty learner, TopicId topic) {
      boolean self = learner.profile().proficiencyIn(topic).compareTo(Proficiency.STRONG) >= 0;
      for (Ring ring : rings(learner.home(), topic)) {
        if (strong.getOrDefault(ring, 0) > (self ? 1 : 0)) {
          return ring.circle();
        }
      }
      return null;
    }

    private static List<Ring> rings(Home home, TopicId topic) {
      List<Ring> rings = new ArrayList<>();
      home.classroom().ifPresent(each -> rings.add(new Ring(Circle.CLASSROOM, each, topic)));
      home.school().ifPresent(each -> rings.add(new Ring(Circle.SCHOOL, each, topic)));
      rings.addAll(
          Arrays.asList(
              new Ring(Circle.CITY, home.city(), topic),
              new Ring(Circle.COUNTRY, home.country(), topic),
              new Ring(Circle.WORLD, "", topic)));
      return rings;
    }
  }
}
