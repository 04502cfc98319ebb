package org.educationcities.team;

import java.util.List;

/**
 * How good a composition is, compared part by part in this order; no part is ever traded for a
 * later one.
 *
 * @param firmWishesBroken fewer is better
 * @param complete members who both teach and learn; more is better
 * @param wishesBroken wishes broken that are not firm; fewer is better
 * @param perMille what each member learns, in thousandths of what the whole class could teach them,
 *     in ascending order: the least-served member counts first, then the next (leximin)
 * @param points what all learn together; more is better
 */
public record TeamScore(
    int firmWishesBroken, int complete, int wishesBroken, List<Integer> perMille, int points)
    implements Comparable<TeamScore> {

  /** A score; {@code perMille} is copied and must ascend. */
  public TeamScore {
    perMille = List.copyOf(perMille);
    for (int i = 1; i < perMille.size(); i++) {
      if (perMille.get(i - 1) > perMille.get(i)) {
        throw new IllegalArgumentException(
            "Shares of learning descend at position " + i + ".\nMaybe sort them first.");
      }
    }
  }

  /** What the least-served member learns, in thousandths of what the class could teach them. */
  public int least() {
    return perMille.isEmpty() ? 0 : perMille.get(0);
  }

  /** The mean of what members learn, in thousandths of what the class could teach them. */
  public double meanPerMille() {
    return perMille.stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  /** Positive if this is the better score of the same class. */
  @Override
  public int compareTo(TeamScore other) {
    int order = Integer.compare(other.firmWishesBroken, firmWishesBroken);
    if (order != 0) {
      return order;
    }
    order = Integer.compare(complete, other.complete);
    if (order != 0) {
      return order;
    }
    order = Integer.compare(other.wishesBroken, wishesBroken);
    if (order != 0) {
      return order;
    }
    for (int i = 0; i < Math.min(perMille.size(), other.perMille.size()); i++) {
      order = Integer.compare(perMille.get(i), other.perMille.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(points, other.points);
  }
}
