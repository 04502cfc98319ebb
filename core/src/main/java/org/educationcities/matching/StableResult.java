package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A stable matching: no learner and place would both rather have each other than what they hold.
 * Immutable. {@link StabilityChecker} verifies it.
 */
public final class StableResult {

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
  private final boolean severalPlacements;
  private final int learners;

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
    severalPlacements = problem.hasSeveralPlacements();
    learners = problem.learners();
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
    return learners - placed();
  }

  /** How many of those placed have their first choice. */
  public int withFirstChoice() {
    return (int) placements.stream().filter(placement -> placement.choice() == 1).count();
  }

  /** Whether no learner can gain by hiding what they really wish for. */
  public boolean rewardsTrueWishes() {
    return proposing == Proposing.LEARNERS && !severalPlacements;
  }

  /** In words for those it concerns, what kind of fairness this is. */
  public String notion() {
    String best =
        proposing == Proposing.LEARNERS
            ? "Of all such allocations each learner has the best for them."
            : "Of all such allocations each place has the best for it.";
    String truth =
        rewardsTrueWishes()
            ? " Wishing for anything but what one wants cannot help."
            : " Wishing for anything but what one wants may help.";
    String draw =
        lottery.kind() == Lottery.Kind.SINGLE
            ? " Ties are broken by one lottery number a learner,"
            : " Ties are broken by a lottery number a learner at each opportunity,";
    return "Stable: whoever would rather be elsewhere finds all places there held by learners whom"
        + " that place puts first. "
        + best
        + truth
        + draw
        + " drawn from a seed with the commitment "
        + lottery.commitment()
        + "; another draw may give another result.";
  }
}
