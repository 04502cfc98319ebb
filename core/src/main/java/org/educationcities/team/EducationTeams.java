package org.educationcities.team;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Puts a class into <em>Education Teams</em>, the Education Cities model: teams in which every
 * member both teaches and learns, with one common goal.
 *
 * <p>Among all compositions of the given sizes it looks for the one that, in this order, breaks
 * fewest firm wishes; has most members who teach at least one topic of the goal to a teammate and
 * learn at least one; breaks fewest other wishes; and gives most learning, the least-served member
 * first: each member's learning is told as a share of what the whole class could teach them, and
 * the sorted shares are compared from the lowest on (leximin), then the points of all. See {@link
 * TeamScore}.
 *
 * <p>Up to {@value #EXACT_UP_TO} members the result is the best there is. Beyond that it is the
 * best found, beside an upper bound, and called best only where it reaches the bound: the problem
 * is NP-hard, as its relatives are (E. Andrejczuk, F. Bistaffa, C. Blum, J. A. Rodríguez-Aguilar
 * and C. Sierra, "Synergistic team composition: a computational approach to foster diversity in
 * teams", Knowledge-Based Systems 182, 2019, arXiv:1909.11994, whose teams cover the competences of
 * a task and are balanced; Kessler et al., EDU-TF, 2025). Unlike theirs, what counts here is not a
 * team's competence but what each member gives and takes.
 *
 * <p>Stateless and thread-safe; the same problem and seed give the same plan.
 *
 * <pre>{@code
 * TeamProblem problem =
 *     TeamProblem.builder()
 *         .topics(List.of("fractions", "drawing"))
 *         .member(new TeamMember("a", Map.of("fractions", 4), Map.of("drawing", 3)))
 *         .member(new TeamMember("b", Map.of("drawing", 3), Map.of("fractions", 4)))
 *         .sizes(TeamProblem.sizesOfAbout(2, 4))
 *         .build();
 * TeamPlan plan = EducationTeams.compose(problem, 42);
 * }</pre>
 */
public final class EducationTeams {

  /** Up to so many members a plan is the best there is. */
  public static final int EXACT_UP_TO = 12;

  private EducationTeams() {}

  /**
   * The best composition, or beyond {@value #EXACT_UP_TO} members the best found, within about a
   * second for 40.
   *
   * @param seed of the search; makes no difference up to {@value #EXACT_UP_TO} members
   */
  public static TeamPlan compose(TeamProblem problem, long seed) {
    TeamModel model = new TeamModel(problem);
    if (model.members <= EXACT_UP_TO) {
      List<Long> teams = ExactTeams.solve(model, problem.sizes());
      return PlanWriter.write(problem, model, TeamPlan.Method.EXACT, teams, value(model, teams));
    }
    List<Long> start = BalancedTeams.compose(model, sizes(problem));
    List<Long> teams =
        SearchedTeams.solve(
            model, start, TeamRelaxation.quick(model, problem.sizes()), seed, SearchedTeams.WORK);
    int found = value(model, teams).perMille[0];
    TeamValue bound = TeamRelaxation.bound(model, problem.sizes(), found);
    return PlanWriter.write(problem, model, TeamPlan.Method.SEARCHED, teams, bound);
  }

  /** Teams drawn at random: a baseline for reports. */
  public static TeamPlan random(TeamProblem problem, long seed) {
    TeamModel model = new TeamModel(problem);
    List<Long> teams = RandomTeams.draw(model.members, sizes(problem), new SplittableRandom(seed));
    TeamValue bound = TeamRelaxation.quick(model, problem.sizes());
    return PlanWriter.write(problem, model, TeamPlan.Method.RANDOM, teams, bound);
  }

  /**
   * Teams whose mean proficiencies in the goal's topics are alike, as classes are mostly put into
   * teams today: a baseline for reports. Deterministic.
   */
  public static TeamPlan balancedByMean(TeamProblem problem) {
    TeamModel model = new TeamModel(problem);
    List<Long> teams = BalancedTeams.compose(model, sizes(problem));
    TeamValue bound = TeamRelaxation.quick(model, problem.sizes());
    return PlanWriter.write(problem, model, TeamPlan.Method.BALANCED_BY_MEAN, teams, bound);
  }

  private static TeamValue value(TeamModel model, List<Long> teams) {
    return teams.stream().map(model::value).reduce(TeamValue.NONE, TeamValue::plus);
  }

  private static int[] sizes(TeamProblem problem) {
    return problem.sizes().stream().mapToInt(Integer::intValue).toArray();
  }
}
