package org.educationcities.team;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies a {@link PairPlan} from the problem alone, that it is the best included; shares no code
 * with what makes plans. Time: every pair of the two groups once.
 */
public final class PairChecker {
  private PairChecker() {}

  /** What is wrong with a plan, in words with ids; empty if nothing is. */
  public static List<String> faults(PairProblem problem, PairPlan plan) {
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>(plan.unpaired());
    Map<String, TeamMember> first = new HashMap<>();
    Map<String, TeamMember> second = new HashMap<>();
    problem.first().forEach(member -> first.put(member.id(), member));
    problem.second().forEach(member -> second.put(member.id(), member));
    long total = 0;
    for (LearningPair pair : plan.pairs()) {
      TeamMember one = first.get(pair.first());
      TeamMember other = second.get(pair.second());
      if (one == null || other == null || !seen.add(pair.first()) || !seen.add(pair.second())) {
        faults.add(pair.first() + " and " + pair.second() + " cannot be a pair");
        continue;
      }
      Set<Lesson> lessons = new HashSet<>();
      int points = teach(problem, one, other, lessons) + teach(problem, other, one, lessons);
      if (points != pair.points()
          || isForbidden(problem, one, other)
          || lessons.size() != pair.lessons().size()
          || !lessons.equals(new HashSet<>(pair.lessons()))) {
        faults.add(pair.first() + " and " + pair.second() + " do not learn what is told");
      }
      total += points;
    }
    Set<String> everyone = new HashSet<>(first.keySet());
    everyone.addAll(second.keySet());
    int told = plan.unpaired().size() + 2 * plan.pairs().size();
    if (!seen.equals(everyone) || told != everyone.size()) {
      faults.add("somebody is left out, or told of twice");
    }
    if (total != plan.points()) {
      faults.add("the points are " + total + ", not " + plan.points());
    }
    checkPrices(problem, plan, total, faults);
    return faults;
  }

  private static void checkPrices(
      PairProblem problem, PairPlan plan, long total, List<String> faults) {
    long sum = 0;
    for (int price : plan.prices().values()) {
      if (price < 0) {
        faults.add("a price is " + price);
      }
      sum += price;
    }
    if (sum != total) {
      faults.add("the prices add up to " + sum + ", not to " + total);
    }
    for (TeamMember one : problem.first()) {
      for (TeamMember other : problem.second()) {
        long prices =
            (long) plan.prices().getOrDefault(one.id(), 0)
                + plan.prices().getOrDefault(other.id(), 0);
        int points =
            isForbidden(problem, one, other)
                ? 0
                : teach(problem, one, other, new HashSet<>())
                    + teach(problem, other, one, new HashSet<>());
        if (points > prices) {
          faults.add(one.id() + " and " + other.id() + " are worth more than their prices");
        }
      }
    }
  }

  private static boolean isForbidden(PairProblem problem, TeamMember one, TeamMember other) {
    for (TeamWish wish : problem.apart()) {
      if (Set.of(wish.first(), wish.second()).equals(Set.of(one.id(), other.id()))) {
        return true;
      }
    }
    return false;
  }

  private static int teach(
      PairProblem problem, TeamMember teacher, TeamMember learner, Set<Lesson> lessons) {
    int points = 0;
    for (String topic : teacher.proficiency().keySet()) {
      int to = teacher.proficiencyIn(topic);
      int from = learner.proficiencyIn(topic);
      if (learner.growth().containsKey(topic) && to >= problem.teachingFrom() && to > from) {
        points += (to - from) * learner.importanceOf(topic);
        lessons.add(new Lesson(teacher.id(), learner.id(), topic, from, to));
      }
    }
    return points;
  }
}
