package org.educationcities.team;

import com.google.common.primitives.Ints;
import java.util.Arrays;

/**
 * What a team, or several together, are worth: the counts of broken firm wishes, complete members
 * and broken wishes in one number; what each member learns in thousandths, ascending; and the
 * points of all. Compared part by part.
 *
 * <p>Adding the same team to two values never changes which is better: the counts and the points
 * add up, and the order of sorted lists by their first difference (leximin) does not change when
 * the same number is put into both.
 */
final class TeamValue implements Comparable<TeamValue> {
  /** Factors that make three counts one number which compares and adds like the three of them. */
  private static final long WISHES_RANGE = 1 << 13;

  private static final long COMPLETE_RANGE = 1 << 7;

  static final TeamValue NONE = new TeamValue(0, new int[0], 0);

  final long head;
  final int[] perMille;
  final int points;

  TeamValue(long head, int[] perMille, int points) {
    this.head = head;
    this.perMille = perMille;
    this.points = points;
  }

  /** Three counts as one number; broken wishes are counted from both their ends. */
  static long head(int firmTwice, int complete, int wishesTwice) {
    return (-firmTwice * COMPLETE_RANGE + complete) * WISHES_RANGE - wishesTwice;
  }

  /** The same of a whole composition, where each broken wish has been counted from both ends. */
  TeamScore score() {
    int wishesTwice = (int) Math.floorMod(-head, WISHES_RANGE);
    long rest = (head + wishesTwice) / WISHES_RANGE;
    int complete = (int) Math.floorMod(rest, COMPLETE_RANGE);
    int firmTwice = (int) ((complete - rest) / COMPLETE_RANGE);
    return new TeamScore(
        firmTwice / 2, complete, wishesTwice / 2, Ints.asList(perMille.clone()), points);
  }

  TeamValue plus(TeamValue other) {
    int[] merged = new int[perMille.length + other.perMille.length];
    int left = 0;
    int right = 0;
    for (int at = 0; at < merged.length; at++) {
      if (right == other.perMille.length
          || (left < perMille.length && perMille[left] <= other.perMille[right])) {
        merged[at] = perMille[left++];
      } else {
        merged[at] = other.perMille[right++];
      }
    }
    return new TeamValue(head + other.head, merged, points + other.points);
  }

  @Override
  public int compareTo(TeamValue other) {
    if (head != other.head) {
      return Long.compare(head, other.head);
    }
    int order = Arrays.compare(perMille, other.perMille);
    return order != 0 ? order : Integer.compare(points, other.points);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TeamValue that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(perMille) * 31 + Long.hashCode(head) + points;
  }
}
