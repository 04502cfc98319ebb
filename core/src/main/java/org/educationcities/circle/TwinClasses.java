package org.educationcities.circle;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.educationcities.city.ClassroomId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Part;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.BestTotal;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.AffinityTable;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Party;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.TopicId;

/**
 * The world circle: twin classes of different countries, by topics, by a language they share and by
 * hours of the day that overlap. Each class has one twin at most. Immutable and thread-safe;
 * deterministic.
 *
 * <p>A pair's points are what each gives the other (affinity both ways) and {@value
 * #SHARED_TOPIC_POINTS} for each topic, up to three, in which both want to grow. Between classes of
 * two countries the twins are the best there are in total; among more they are chosen greedily, the
 * best pair first, which gives at least half of the best total (as every maximal choice by weight
 * does: Avis, A survey of heuristics for the weighted matching problem, 1983).
 */
public final class TwinClasses {
  /** What a topic that both want to grow in is worth. */
  public static final int SHARED_TOPIC_POINTS = 100;

  private final AffinityTable table;
  private final LocalDate first;
  private final LocalDate last;
  private final Duration leastTogether;

  /**
   * A class that looks for a twin.
   *
   * @param party the class, with what it can do and wants to learn
   * @param languages those it can speak in, BCP 47 tags
   * @param window when it is at school
   */
  public record Candidate(ProfiledParty party, List<String> languages, TwinWindow window) {
    /** A classroom that speaks at least one language. */
    public Candidate {
      ProfiledParty.require(party, Party.Kind.CLASSROOM);
      languages = List.copyOf(languages);
      if (languages.isEmpty()) {
        throw new IllegalArgumentException("Class '" + party.id() + "' speaks no language.");
      }
    }
  }

  /**
   * Two classes.
   *
   * @param one of one country
   * @param other of another
   * @param points what they give each other and share
   * @param shared the topics in which both want to grow
   * @param language the language they share, by the first one's order
   * @param meeting when both are at school
   * @param proposal the collaboration that is proposed
   */
  public record Twins(
      ClassroomId one,
      ClassroomId other,
      int points,
      Set<TopicId> shared,
      String language,
      TwinWindow.Meeting meeting,
      Collaboration proposal) {
    /** Twins; the topics are copied. */
    public Twins {
      shared = Set.copyOf(shared);
    }
  }

  /**
   * The twins among some classes.
   *
   * @param twins by class
   * @param left classes without a twin
   * @param isProvenBest whether no other choice gives more points in total
   */
  public record Result(List<Twins> twins, List<ClassroomId> left, boolean isProvenBest) {
    /** A result; lists are copied. */
    public Result {
      twins = List.copyOf(twins);
      left = List.copyOf(left);
    }

    /** What is proposed: a collaboration for each pair. */
    public List<Collaboration> proposals() {
      return twins.stream().map(Twins::proposal).toList();
    }
  }

  private record Match(
      Candidate one,
      Candidate other,
      int points,
      Set<TopicId> shared,
      String language,
      TwinWindow.Meeting meeting) {}

  private record Windows(TwinWindow one, TwinWindow other) {}

  /**
   * Finds twins for a stretch of the year.
   *
   * @param first the first day on which they may meet
   * @param last the last, at most 400 days later
   * @param leastTogether how long both must be at school on some day of every week
   */
  public TwinClasses(
      Taxonomy taxonomy,
      AffinityRule rule,
      LocalDate first,
      LocalDate last,
      Duration leastTogether) {
    if (leastTogether.isNegative() || leastTogether.isZero()) {
      throw new IllegalArgumentException("Twins meet for some time, not for " + leastTogether);
    }
    this.table = new AffinityTable(taxonomy, rule);
    this.first = first;
    this.last = last;
    this.leastTogether = leastTogether;
  }

  /** The twins. Looks at every pair of classes of different countries. */
  public Result compose(Collection<Candidate> classes, Occasion occasion) {
    TreeMap<String, Candidate> byId = new TreeMap<>();
    classes.forEach(each -> byId.put(each.party().id(), each));
    List<Candidate> sorted = List.copyOf(byId.values());
    List<Match> matches = matches(sorted);
    Set<String> countries = new TreeSet<>();
    sorted.forEach(each -> countries.add(each.party().home().country()));
    boolean exact = countries.size() <= 2;
    List<Match> chosen = exact ? best(matches) : greedy(matches);
    chosen = new ArrayList<>(chosen);
    chosen.sort(Comparator.comparing(each -> each.one().party().id()));
    Set<String> paired = new HashSet<>();
    List<Twins> twins = new ArrayList<>();
    for (Match each : chosen) {
      paired.add(each.one().party().id());
      paired.add(each.other().party().id());
      twins.add(twins(each, occasion));
    }
    List<ClassroomId> left =
        byId.keySet().stream().filter(id -> !paired.contains(id)).map(ClassroomId::new).toList();
    return new Result(twins, left, exact);
  }

  /** All pairs that may be twins, the class of the country that comes first by code first. */
  private List<Match> matches(List<Candidate> classes) {
    Map<Windows, Optional<TwinWindow.Meeting>> meetings = new HashMap<>();
    List<AffinityTable.Compiled> profiles =
        classes.stream().map(each -> table.compile(each.party().profile())).toList();
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      for (int j = 0; j < classes.size(); j++) {
        Candidate one = classes.get(i);
        Candidate other = classes.get(j);
        if (one.party().home().country().compareTo(other.party().home().country()) >= 0) {
          continue;
        }
        Optional<String> language =
            one.languages().stream().filter(other.languages()::contains).findFirst();
        if (language.isEmpty()) {
          continue;
        }
        Optional<TwinWindow.Meeting> meeting =
            meetings.computeIfAbsent(
                new Windows(one.window(), other.window()),
                windows -> TwinWindow.between(windows.one(), windows.other(), first, last));
        if (meeting.isEmpty() || meeting.get().least().compareTo(leastTogether) < 0) {
          continue;
        }
        Set<TopicId> shared = shared(one, other);
        int points =
            table.points(profiles.get(i), profiles.get(j))
                + table.points(profiles.get(j), profiles.get(i))
                + SHARED_TOPIC_POINTS * Math.min(3, shared.size());
        if (points > 0) {
          matches.add(new Match(one, other, points, shared, language.get(), meeting.get()));
        }
      }
    }
    return matches;
  }

  private static Set<TopicId> shared(Candidate one, Candidate other) {
    Set<TopicId> shared = new HashSet<>();
    one.party().profile().growthAreas().stream().map(GrowthArea::topic).forEach(shared::add);
    Set<TopicId> theirs = new HashSet<>();
    other.party().profile().growthAreas().stream().map(GrowthArea::topic).forEach(theirs::add);
    shared.retainAll(theirs);
    return shared;
  }

  /** Of two countries: an assignment, and so exact. */
  private static List<Match> best(List<Match> matches) {
    Map<String, Map<String, Match>> byEnds = new TreeMap<>();
    AllocationProblem.Builder problem = AllocationProblem.builder();
    Set<String> others = new TreeSet<>();
    matches.forEach(each -> others.add(each.other().party().id()));
    others.forEach(id -> problem.opportunity(id, 1));
    for (Match each : matches) {
      String one = each.one().party().id();
      String other = each.other().party().id();
      byEnds.computeIfAbsent(one, id -> new TreeMap<>()).put(other, each);
      problem.learner(one);
      problem.pair(one, other, each.points());
    }
    if (matches.isEmpty()) {
      return List.of();
    }
    Allocation allocation = BestTotal.allocate(problem.build());
    List<Match> chosen = new ArrayList<>();
    for (int i = 0; i < allocation.problem().learnerCount(); i++) {
      int place = allocation.placeOf(i);
      if (place != Allocation.UNPLACED) {
        Map<String, Match> own =
            byEnds.getOrDefault(allocation.problem().learners().get(i), Map.of());
        Match match = own.get(allocation.problem().opportunities().get(place));
        if (match != null) {
          chosen.add(match);
        }
      }
    }
    return chosen;
  }

  private static List<Match> greedy(List<Match> matches) {
    List<Match> sorted = new ArrayList<>(matches);
    sorted.sort(
        Comparator.<Match>comparingInt(each -> -each.points())
            .thenComparing(each -> each.one().party().id())
            .thenComparing(each -> each.other().party().id()));
    Set<String> taken = new HashSet<>();
    List<Match> chosen = new ArrayList<>();
    for (Match each : sorted) {
      String one = each.one().party().id();
      String other = each.other().party().id();
      if (!taken.contains(one) && !taken.contains(other)) {
        taken.add(one);
        taken.add(other);
        chosen.add(each);
      }
    }
    return chosen;
  }

  private static Twins twins(Match match, Occasion occasion) {
    Collaboration proposal =
        occasion
            .propose(
                CollaborationKind.TWIN_CLASS,
                List.of(
                    match.one().party().as(Part.TEACHES_AND_LEARNS),
                    match.other().party().as(Part.TEACHES_AND_LEARNS)))
            .attributes(
                Map.of("language", match.language(), "meets.on", match.meeting().day().toString()))
            .build();
    return new Twins(
        new ClassroomId(match.one().party().id()),
        new ClassroomId(match.other().party().id()),
        match.points(),
        match.shared(),
        match.language(),
        match.meeting(),
        proposal);
  }
}
