package org.educationcities.team;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pairs the members of two groups one to one so that all learn most: older learners with younger
 * ones, or any two across two classes.
 *
 * <p>Exact, as an assignment problem (H. W. Kuhn, "The Hungarian method for the assignment
 * problem", Naval Research Logistics Quarterly 2, 1955), with prices that prove it. Stateless and
 * thread-safe; deterministic.
 */
public final class LearningPairs {
  private LearningPairs() {}

  /** The best pairs. Time: the smaller group squared times the larger; memory: their product. */
  public static PairPlan pair(PairProblem problem) {
    boolean swapped = problem.first().size() > problem.second().size();
    List<TeamMember> rows = swapped ? problem.second() : problem.first();
    List<TeamMember> columns = swapped ? problem.first() : problem.second();
    Set<TeamWish> apart = new HashSet<>();
    problem.apart().forEach(wish -> apart.add(TeamWish.apart(wish.first(), wish.second())));
    int[][] points = new int[rows.size()][columns.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        if (apart.isEmpty()
            || !apart.contains(TeamWish.apart(rows.get(i).id(), columns.get(j).id()))) {
          points[i][j] =
              points(rows.get(i), columns.get(j), problem.teachingFrom())
                  + points(columns.get(j), rows.get(i), problem.teachingFrom());
        }
      }
    }
    Assignment assignment = Assignment.solve(points, columns.size());
    return plan(problem, rows, columns, points, assignment, swapped);
  }

  private static PairPlan plan(
      PairProblem problem,
      List<TeamMember> rows,
      List<TeamMember> columns,
      int[][] points,
      Assignment assignment,
      boolean swapped) {
    List<LearningPair> pairs = new ArrayList<>();
    Set<String> unpaired = new TreeSet<>();
    Map<String, Integer> prices = new HashMap<>();
    long total = 0;
    for (int j = 0; j < columns.size(); j++) {
      unpaired.add(columns.get(j).id());
      prices.put(columns.get(j).id(), assignment.columnPrice[j]);
    }
    for (int i = 0; i < rows.size(); i++) {
      prices.put(rows.get(i).id(), assignment.rowPrice[i]);
      int j = assignment.columnOf[i];
      if (points[i][j] == 0) {
        unpaired.add(rows.get(i).id());
        continue;
      }
      unpaired.remove(columns.get(j).id());
      TeamMember first = swapped ? columns.get(j) : rows.get(i);
      TeamMember second = swapped ? rows.get(i) : columns.get(j);
      List<Lesson> lessons = lessons(first, second, problem.teachingFrom());
      lessons.addAll(lessons(second, first, problem.teachingFrom()));
      pairs.add(new LearningPair(first.id(), second.id(), points[i][j], lessons));
      total += points[i][j];
    }
    pairs.sort((a, b) -> a.first().compareTo(b.first()));
    return new PairPlan(pairs, new ArrayList<>(unpaired), total, prices);
  }

  private static int points(TeamMember teacher, TeamMember learner, int teachingFrom) {
    int points = 0;
    for (Map.Entry<String, Integer> area : learner.growth().entrySet()) {
      int level = teacher.proficiencyIn(area.getKey());
      int lift = level - learner.proficiencyIn(area.getKey());
      if (level >= teachingFrom && lift > 0) {
        points += area.getValue() * lift;
      }
    }
    return points;
  }

  private static List<Lesson> lessons(TeamMember teacher, TeamMember learner, int teachingFrom) {
    List<Lesson> lessons = new ArrayList<>();
    for (String topic : learner.growth().keySet()) {
      int to = teacher.proficiencyIn(topic);
      int from = learner.proficiencyIn(topic);
      if (to >= teachingFrom && to > from) {
        lessons.add(new Lesson(teacher.id(), learner.id(), topic, from, to));
      }
    }
    return lessons;
  }
}
