package org.educationcities.team;

import java.util.List;

/**
 * A class in teams: who is with whom, who teaches whom what, what each member gets, and how far
 * this may be from the best there is.
 *
 * @param method how it was found
 * @param teams the teams, in the order of the problem's sizes
 * @param learning what each member gets, by ascending id
 * @param brokenWishes the wishes that are not granted, firm ones first
 * @param unknown members whose profile names no topic of the goal: nothing is known of them, so
 *     they count as beginners and should be asked
 * @param score how good it is
 * @param bound a score that no composition of this class can exceed
 */
public record TeamPlan(
    Method method,
    List<Team> teams,
    List<MemberLearning> learning,
    List<TeamWish> brokenWishes,
    List<String> unknown,
    TeamScore score,
    TeamScore bound) {

  /** How a composition was found. */
  public enum Method {
    /** By looking at every composition, in effect: the best there is. */
    EXACT,
    /** By search: the best found, beside an upper bound. */
    SEARCHED,
    /** Drawn at random: a baseline. */
    RANDOM,
    /** So that the teams' mean proficiencies are alike: a baseline. */
    BALANCED_BY_MEAN
  }

  /** A plan; lists are copied. */
  public TeamPlan {
    teams = List.copyOf(teams);
    learning = List.copyOf(learning);
    brokenWishes = List.copyOf(brokenWishes);
    unknown = List.copyOf(unknown);
  }

  /** Whether no composition of this class is better: found exactly, or as good as the bound. */
  public boolean isProvenBest() {
    return method == Method.EXACT || score.compareTo(bound) >= 0;
  }

  /** Whether no composition of this class serves its least-served member better. */
  public boolean isLeastServedProvenBest() {
    return score.least() >= bound.least();
  }

  /** Who does not both teach and learn: the educator is told. */
  public List<MemberLearning> left() {
    return learning.stream().filter(member -> !member.isComplete()).toList();
  }
}
