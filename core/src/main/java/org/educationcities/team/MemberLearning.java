package org.educationcities.team;

/**
 * What a composition gives one member.
 *
 * @param member the member's id
 * @param teaches whether they teach a teammate at least one topic
 * @param learns whether they learn at least one topic from a teammate
 * @param points what they learn: the sum over the goal's topics of importance times the levels that
 *     the best of their teammates is ahead
 * @param attainable the points they would have if all the class were one team
 * @param perMille {@code points} of {@code attainable} in thousandths, rounded down; 1000 where
 *     nobody in the class could teach them anything
 */
public record MemberLearning(
    String member, boolean teaches, boolean learns, int points, int attainable, int perMille) {

  /** Whether they both teach and learn. */
  public boolean isComplete() {
    return teaches && learns;
  }
}
