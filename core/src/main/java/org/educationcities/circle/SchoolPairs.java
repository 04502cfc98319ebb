package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Part;
import org.educationcities.collaboration.Participant;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.team.LearningPair;
import org.educationcities.team.LearningPairs;
import org.educationcities.team.PairPlan;
import org.educationcities.team.PairProblem;

/**
 * The school circle: pairs older learners with younger ones of another class, so that all together
 * learn most. Stateless and thread-safe; deterministic.
 *
 * <p>Classes are sorted by grade; each of the older half goes with the one as far below it, so that
 * the gap is alike for all. Two classes of one grade are not paired. Within two classes the pairs
 * are the best there are (see {@link LearningPairs}).
 */
public final class SchoolPairs {
  private static final int TEACHING_FROM = 2;

  private SchoolPairs() {}

  /**
   * An older learner with a younger one.
   *
   * @param older of the higher grade
   * @param younger of the lower grade
   * @param why who teaches whom what, and how much both learn
   * @param proposal the collaboration that is proposed
   */
  public record Pair(LearnerId older, LearnerId younger, LearningPair why, Collaboration proposal) {
    /** The proposal only. */
    @Override
    public String toString() {
      return "Pair[" + proposal.id() + "]";
    }
  }

  /**
   * The pairs of a school.
   *
   * @param pairs by class and learner
   * @param left learners without a partner: the educators are told
   */
  public record Result(List<Pair> pairs, List<LearnerId> left) {
    /** A result; lists are copied. */
    public Result {
      pairs = List.copyOf(pairs);
      left = List.copyOf(left);
    }

    /** What is proposed: a collaboration for each pair. */
    public List<Collaboration> proposals() {
      return pairs.stream().map(Pair::proposal).toList();
    }
  }

  /**
   * Pairs learners across the classes of a school.
   *
   * @throws IllegalArgumentException if classes are of two schools, or a class or learner is there
   *     twice
   */
  public static Result compose(List<SchoolClass> classes, Occasion occasion) {
    if (classes.stream().map(each -> each.home().school()).distinct().count() > 1) {
      throw new IllegalArgumentException("Learning pairs are made within one school.");
    }
    if (classes.stream().map(SchoolClass::home).distinct().count() != classes.size()) {
      throw new IllegalArgumentException("A class is there twice.");
    }
    List<SchoolClass> sorted = new ArrayList<>(classes);
    sorted.sort(
        Comparator.comparingInt(SchoolClass::gradeLevel)
            .reversed()
            .thenComparing(each -> each.home().classroom().orElseThrow().value()));
    TreeMap<String, ProfiledParty> free = new TreeMap<>();
    for (SchoolClass each : sorted) {
      for (ProfiledParty learner : each.learners()) {
        if (free.put(learner.id(), learner) != null) {
          throw new IllegalArgumentException("Learner '" + learner.id() + "' is in two classes.");
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int half = (sorted.size() + 1) / 2;
    for (int i = 0; i + half < sorted.size(); i++) {
      if (sorted.get(i).gradeLevel() > sorted.get(i + half).gradeLevel()) {
        pairs.addAll(between(sorted.get(i), sorted.get(i + half), occasion));
      }
    }
    Set<String> paired =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.older(), pair.younger()))
            .map(LearnerId::value)
            .collect(Collectors.toSet());
    List<LearnerId> left =
        free.keySet().stream().filter(id -> !paired.contains(id)).map(LearnerId::new).toList();
    return new Result(pairs, left);
  }

  private static List<Pair> between(SchoolClass older, SchoolClass younger, Occasion occasion) {
    PairPlan plan =
        LearningPairs.pair(
            new PairProblem(
                older.learners().stream().map(TeamMembers::of).toList(),
                younger.learners().stream().map(TeamMembers::of).toList(),
                TEACHING_FROM,
                List.of()));
    List<Pair> pairs = new ArrayList<>();
    for (LearningPair each : plan.pairs()) {
      LearnerId first = new LearnerId(each.first());
      LearnerId second = new LearnerId(each.second());
      Collaboration proposal =
          occasion
              .propose(
                  CollaborationKind.LEARNING_PAIR,
                  List.of(
                      new Participant(Party.of(first), part(each, first), older.home()),
                      new Participant(Party.of(second), part(each, second), younger.home())))
              .build();
      pairs.add(new Pair(first, second, each, proposal));
    }
    return pairs;
  }

  private static Part part(LearningPair pair, LearnerId learner) {
    boolean teaches =
        pair.lessons().stream().anyMatch(each -> each.teacher().equals(learner.value()));
    boolean learns =
        pair.lessons().stream().anyMatch(each -> each.learner().equals(learner.value()));
    return teaches && learns ? Part.TEACHES_AND_LEARNS : teaches ? Part.TEACHES : Part.LEARNS;
  }
}
