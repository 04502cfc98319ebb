package org.educationcities.profile;

import org.educationcities.matching.PairAffinity;
import org.educationcities.profile.AffinityTable.Compiled;

/**
 * The affinities of a city's learners and opportunities by their numbers, for a search over all of
 * them. Whoever searches says in which order it looks at the opportunities; their profiles then lie
 * in that order, side by side. Immutable and thread-safe.
 *
 * <pre>{@code
 * CandidateCity.builder(learnerIds, opportunityIds, AffinityPairs.of(table, wants, offers))
 * }</pre>
 */
public final class AffinityPairs implements PairAffinity {
  private final AffinityTable table;
  private final Compiled[] learners;

  /** By opportunity, where its numbers begin. */
  private final int[] start;

  private final int[] numbers;

  private AffinityPairs(AffinityTable table, Compiled[] learners, int[] start, int[] numbers) {
    this.table = table;
    this.learners = learners;
    this.start = start;
    this.numbers = numbers;
  }

  /**
   * Pairs of compiled profiles.
   *
   * @param learners by number; copied
   * @param offers by number; copied
   */
  public static AffinityPairs of(AffinityTable table, Compiled[] learners, Compiled[] offers) {
    int[] start = new int[offers.length + 1];
    for (int j = 0; j < offers.length; j++) {
      start[j + 1] = Math.addExact(start[j], offers[j].numbers.length);
    }
    int[] numbers = new int[start[offers.length]];
    for (int j = 0; j < offers.length; j++) {
      System.arraycopy(offers[j].numbers, 0, numbers, start[j], offers[j].numbers.length);
    }
    return new AffinityPairs(table, learners.clone(), start, numbers);
  }

  @Override
  public int points(int learner, int opportunity) {
    return table.points(learners[learner].numbers, numbers, start[opportunity]);
  }

  @Override
  public PairAffinity ofOpportunities(int[] oldNumber) {
    int[] newStart = new int[oldNumber.length + 1];
    int[] newNumbers = new int[numbers.length];
    for (int k = 0; k < oldNumber.length; k++) {
      int length = start[oldNumber[k] + 1] - start[oldNumber[k]];
      System.arraycopy(numbers, start[oldNumber[k]], newNumbers, newStart[k], length);
      newStart[k + 1] = newStart[k] + length;
    }
    return new AffinityPairs(table, learners, newStart, newNumbers);
  }
}
