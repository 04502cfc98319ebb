package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.educationcities.matching.FairFigures.Measure;

/**
 * A stable matching: no learner and place would both rather have each other than what they hold.
 * Immutable. {@link StabilityChecker} verifies it.
 */
public final class StableResult implements FairnessTold {

  /** Which side proposed; the matching is the best of all stable ones for that side. */
  public enum Proposing {
    /** Each learner has the best they have in any stable matching. */
    LEARNERS,
    /** Each place has the best it has in any stable matching. */
    PLACES
  }

  /**
   * One learner in one opportunity.
   *
   * @param learner the learner's id
   * @param opportunity the opportunity's id
   * @param choice which of the learner's choices it is, 1 for the dearest; 0 for one fixed
   *     beforehand that is not among them
   * @param fixed whether it was fixed beforehand
   */
  public record Placement(String learner, String opportunity, int choice, boolean fixed) {}

  private final Proposing proposing;
  private final Lottery lottery;
  private final List<Placement> placements;
  private final StableProblem problem;

  /**
   * A result of a problem, for instance one that was stored and is to be checked again.
   *
   * @param problem whose result it is
   * @param proposing which side proposed
   * @param lottery what broke ties
   * @param placements who is where
   */
  public StableResult(
      StableProblem problem, Proposing proposing, Lottery lottery, List<Placement> placements) {
    this.proposing = Objects.requireNonNull(proposing, "proposing");
    this.lottery = Objects.requireNonNull(lottery, "lottery");
    this.placements = List.copyOf(placements);
    this.problem = problem;
  }

  static StableResult of(StableProblem problem, Proposing proposing, Lottery lottery, int[] held) {
    List<Placement> placements = new ArrayList<>(held.length);
    int at = 0;
    for (int i = 0; i < problem.learners(); i++) {
      int from = problem.first[i];
      int to = problem.first[i + 1];
      if (problem.fixedFirst != null) {
        for (int f = problem.fixedFirst[i]; f < problem.fixedFirst[i + 1]; f++) {
          int choice = 0;
          for (int p = from; p < to; p++) {
            choice = problem.opportunity[p] == problem.fixed[f] ? p - from + 1 : choice;
          }
          placements.add(
              new Placement(
                  problem.learnerIds[i], problem.opportunityIds[problem.fixed[f]], choice, true));
        }
      }
      for (; at < held.length && held[at] < to; at++) {
        placements.add(
            new Placement(
                problem.learnerIds[i],
                problem.opportunityIds[problem.opportunity[held[at]]],
                held[at] - from + 1,
                false));
      }
    }
    return new StableResult(problem, proposing, lottery, Collections.unmodifiableList(placements));
  }

  /** Which side proposed. */
  public Proposing proposing() {
    return proposing;
  }

  /** What broke ties; with its seed anyone can replay the result. */
  public Lottery lottery() {
    return lottery;
  }

  /** Who is where, by learner in the order of the problem, their dearest first. */
  public List<Placement> placements() {
    return placements;
  }

  /** How many learners have a placement. */
  public int placed() {
    return (int) placements.stream().map(Placement::learner).distinct().count();
  }

  /** How many learners have none. */
  public int unplaced() {
    return problem.learners() - placed();
  }

  /** How many of those placed have their first choice. */
  public int withFirstChoice() {
    return (int) placements.stream().filter(placement -> placement.choice() == 1).count();
  }

  /** Whether no learner can gain by hiding what they really wish for. */
  public boolean rewardsTrueWishes() {
    return proposing == Proposing.LEARNERS && !problem.hasSeveralPlacements();
  }

  @Override
  public List<Sentence> notionSentences() {
    return List.of(
        Sentence.of("notion.stable"),
        Sentence.of(
            proposing == Proposing.LEARNERS
                ? "notion.stable.learners-proposing"
                : "notion.stable.places-proposing"),
        Sentence.of(
            rewardsTrueWishes() ? "notion.stable.true-wishes" : "notion.stable.no-true-wishes"),
        Sentence.of(
            lottery.kind() == Lottery.Kind.SINGLE
                ? "notion.stable.single-lottery"
                : "notion.stable.lottery-each",
            lottery.commitment()));
  }

  /** By numbers of choices, since a stable matching knows no affinities. */
  @Override
  public FairFigures figures() {
    Map<String, Integer> learners = numbers(problem.learnerIds);
    Map<String, Integer> opportunities = numbers(problem.opportunityIds);
    FigureCount count = new FigureCount(problem.learners(), problem.opportunities());
    for (Placement each : placements) {
      int i = number(learners, each.learner());
      int afterAll = problem.first[i + 1] - problem.first[i] + 1;
      int choice = each.choice() == 0 ? afterAll : each.choice();
      count.holds(i, number(opportunities, each.opportunity()), -choice, each.choice() == 1);
    }
    for (int i = 0; i < problem.learners(); i++) {
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        count.mightHave(i, problem.opportunity[p], -(p - problem.first[i] + 1));
      }
    }
    return count.figures(Measure.CHOICES);
  }

  private static int number(Map<String, Integer> numbers, String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalStateException(
          "A placement names " + id + ", which is not there.\nMaybe it is of another problem.");
    }
    return number;
  }

  private static Map<String, Integer> numbers(String[] ids) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String id : ids) {
      numbers.put(id, numbers.size());
    }
    return numbers;
  }
}
