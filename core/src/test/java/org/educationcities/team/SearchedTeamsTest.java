package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The search, with little work to do. */
class SearchedTeamsTest {
  private static final long WORK = 1_000_000;

  private static TeamValue value(TeamModel model, List<Long> teams) {
    return teams.stream().map(model::value).reduce(TeamValue.NONE, TeamValue::plus);
  }

  private static List<Long> drawn(TeamProblem problem, long seed) {
    int[] sizes = problem.sizes().stream().mapToInt(Integer::intValue).toArray();
    return RandomTeams.draw(problem.members().size(), sizes, new SplittableRandom(seed));
  }

  private static TeamProblem problem(Random random, int members, int topics, int size) {
    TeamProblem.Builder builder = Classes.withoutWishes(random, members, topics, size);
    for (int wishes = 0; wishes < 6; wishes++) {
      builder.wish(Classes.wish(random, members));
    }
    return builder.build();
  }

  private static List<Long> solved(TeamProblem problem, List<Long> start, long seed, long work) {
    TeamModel model = new TeamModel(problem);
    TeamValue bound = TeamRelaxation.quick(model, problem.sizes());
    return SearchedTeams.solve(model, start, bound, seed, work);
  }

  @Test
  void findsTheBestOfMostClassesThatCanBeSolvedExactly() {
    Random random = new Random(9);
    int best = 0;
    for (int instance = 0; instance < 12; instance++) {
      TeamProblem problem = Classes.withoutWishes(random, 9, 4, 3).build();
      TeamModel model = new TeamModel(problem);
      TeamValue exact = value(model, ExactTeams.solve(model, problem.sizes()));
      TeamValue found = value(model, solved(problem, drawn(problem, instance), instance, WORK));
      assertThat(found).isLessThanOrEqualTo(exact);
      best += found.equals(exact) ? 1 : 0;
    }
    assertThat(best).isGreaterThanOrEqualTo(11);
  }

  @Test
  void noExchangeOfTwoMakesWhatIsFoundBetter() {
    Random random = new Random(2);
    for (int instance = 0; instance < 4; instance++) {
      TeamProblem problem = problem(random, 18, 4, 3);
      TeamModel model = new TeamModel(problem);
      List<Long> found = solved(problem, drawn(problem, instance), instance, 400_000);
      TeamValue value = value(model, found);
      for (int p = 0; p < found.size(); p++) {
        for (int q = 0; q < p; q++) {
          for (long out = found.get(p); out != 0; out &= out - 1) {
            for (long in = found.get(q); in != 0; in &= in - 1) {
              long change = Long.lowestOneBit(out) | Long.lowestOneBit(in);
              List<Long> other = new ArrayList<>(found);
              other.set(p, found.get(p) ^ change);
              other.set(q, found.get(q) ^ change);
              assertThat(value(model, other)).isLessThanOrEqualTo(value);
            }
          }
        }
      }
    }
  }

  @Test
  void everyTeamKeepsItsSizeAndEveryoneIsInOne() {
    Random random = new Random(3);
    TeamProblem problem = problem(random, 23, 5, 4);
    List<Long> start = drawn(problem, 1);

    List<Long> found = solved(problem, start, 1, 200_000);

    assertThat(found.stream().map(Long::bitCount).toList())
        .isEqualTo(start.stream().map(Long::bitCount).toList());
    assertThat(found.stream().reduce(0L, (a, b) -> a | b)).isEqualTo((1L << 23) - 1);
  }

  @Test
  void theSameSeedGivesTheSameAndMoreWorkNothingWorse() {
    Random random = new Random(4);
    TeamProblem problem = problem(random, 24, 6, 4);
    TeamModel model = new TeamModel(problem);
    List<Long> start = drawn(problem, 1);
    TeamValue before = value(model, start);

    assertThat(solved(problem, start, 7, WORK)).isEqualTo(solved(problem, start, 7, WORK));
    assertThat(value(model, solved(problem, start, 7, 0))).isEqualTo(before);
    TeamValue little = value(model, solved(problem, start, 7, 50_000));
    TeamValue more = value(model, solved(problem, start, 7, WORK));
    assertThat(little).isGreaterThan(before);
    assertThat(more).isGreaterThan(little);
  }

  @Test
  void stopsAtTheBound() {
    TeamProblem problem = problem(new Random(5), 24, 6, 4);
    TeamModel model = new TeamModel(problem);
    List<Long> start = drawn(problem, 1);

    assertThat(SearchedTeams.solve(model, start, value(model, start), 7, WORK)).isEqualTo(start);
    assertThat(
            SearchedTeams.solve(
                model,
                List.of(model.everyone()),
                TeamRelaxation.quick(model, problem.sizes()),
                7,
                WORK))
        .containsExactly(model.everyone());
  }

  @Test
  void whatTeamsAreWorthIsRememberedForEachAlone() {
    TeamModel model = new TeamModel(problem(new Random(6), 24, 4, 4));
    TeamValues values = new TeamValues(model);
    // Some thousand teams share 32,768 places in a table, so that many meet.
    Random random = new Random(7);
    for (int draw = 0; draw < 8_000; draw++) {
      long team = 1L << draw % 24 | 1L << random.nextInt(24) | 1L << draw / 24 % 24;
      assertThat(values.of(team).compareTo(model.value(team))).isZero();
      assertThat(values.of(team).compareTo(model.value(team))).isZero();
    }
  }
}
