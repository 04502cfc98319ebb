package org.educationcities.team;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The problem over small integers: members and topics by index in ascending order of their ids, a
 * team as the bits of a long. Everything that counts is told by a team alone, so the value of a
 * composition is the sum of its teams'.
 */
final class TeamModel {
  final int members;
  final int topics;
  final int[][] level;
  final int[][] importance;
  final int teachingFrom;

  /** What each member would learn if all the class were one team. */
  final int[] attainable;

  private final long[] firmTogether;
  private final long[] firmApart;
  private final long[] softTogether;
  private final long[] softApart;

  TeamModel(TeamProblem problem) {
    members = problem.members().size();
    topics = problem.topics().size();
    teachingFrom = problem.teachingFrom();
    level = new int[members][topics];
    importance = new int[members][topics];
    Map<String, Integer> indexOf = new HashMap<>();
    for (int i = 0; i < members; i++) {
      TeamMember member = problem.members().get(i);
      indexOf.put(member.id(), i);
      for (int t = 0; t < topics; t++) {
        level[i][t] = member.proficiencyIn(problem.topics().get(t));
        importance[i][t] = member.importanceOf(problem.topics().get(t));
      }
    }
    firmTogether = partners(problem, TeamWish.Kind.TOGETHER, TeamWish.Strength.FIRM, indexOf);
    firmApart = partners(problem, TeamWish.Kind.APART, TeamWish.Strength.FIRM, indexOf);
    softTogether = partners(problem, TeamWish.Kind.TOGETHER, TeamWish.Strength.WISHED, indexOf);
    softApart = partners(problem, TeamWish.Kind.APART, TeamWish.Strength.WISHED, indexOf);
    attainable = new int[members];
    int[] top = top(everyone());
    for (int i = 0; i < members; i++) {
      attainable[i] = points(i, top);
    }
  }

  /** The whole class as one team. */
  long everyone() {
    return -1L >>> (Long.SIZE - members);
  }

  /** What a team is worth. Time: members times topics. */
  TeamValue value(long team) {
    int[] top = top(team);
    int[] bottom = bottom(team);
    int[] perMille = new int[Long.bitCount(team)];
    int complete = 0;
    int sum = 0;
    int firm = 0;
    int soft = 0;
    int at = 0;
    for (long rest = team; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      int points = points(i, top);
      perMille[at++] = perMille(i, points);
      sum += points;
      if (points > 0 && teaches(i, bottom)) {
        complete++;
      }
      // A broken wish is seen from both its ends, whether they are in one team or in two.
      firm += Long.bitCount(firmTogether[i] & ~team) + Long.bitCount(firmApart[i] & team);
      soft += Long.bitCount(softTogether[i] & ~team) + Long.bitCount(softApart[i] & team);
    }
    Arrays.sort(perMille);
    return new TeamValue(TeamValue.head(firm, complete, soft), perMille, sum);
  }

  int points(int member, int[] top) {
    int points = 0;
    for (int t = 0; t < topics; t++) {
      points += importance[member][t] * Math.max(0, top[t] - level[member][t]);
    }
    return points;
  }

  int perMille(int member, int points) {
    return attainable[member] == 0 ? 1000 : 1000 * points / attainable[member];
  }

  boolean teaches(int member, int[] bottom) {
    for (int t = 0; t < topics; t++) {
      if (level[member][t] >= teachingFrom && level[member][t] > bottom[t]) {
        return true;
      }
    }
    return false;
  }

  /** The highest level of each topic in a team from which somebody teaches, else 0. */
  int[] top(long team) {
    int[] top = new int[topics];
    for (long rest = team; rest != 0; rest &= rest - 1) {
      int[] levels = level[Long.numberOfTrailingZeros(rest)];
      for (int t = 0; t < topics; t++) {
        if (levels[t] >= teachingFrom && levels[t] > top[t]) {
          top[t] = levels[t];
        }
      }
    }
    return top;
  }

  int[] bottom(long team) {
    int[] bottom = new int[topics];
    Arrays.fill(bottom, TeamMember.HIGHEST_PROFICIENCY);
    for (long rest = team; rest != 0; rest &= rest - 1) {
      int[] levels = level[Long.numberOfTrailingZeros(rest)];
      for (int t = 0; t < topics; t++) {
        bottom[t] = Math.min(bottom[t], levels[t]);
      }
    }
    return bottom;
  }

  private static long[] partners(
      TeamProblem problem,
      TeamWish.Kind kind,
      TeamWish.Strength strength,
      Map<String, Integer> indexOf) {
    long[] partners = new long[problem.members().size()];
    List<TeamWish> wishes = problem.wishes();
    for (TeamWish wish : wishes) {
      if (wish.kind() == kind && wish.strength() == strength) {
        int first = indexOf.getOrDefault(wish.first(), -1);
        int second = indexOf.getOrDefault(wish.second(), -1);
        partners[first] |= 1L << second;
        partners[second] |= 1L << first;
      }
    }
    return partners;
  }
}
