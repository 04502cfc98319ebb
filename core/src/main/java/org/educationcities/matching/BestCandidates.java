package org.educationcities.matching;

import java.util.Arrays;

/**
 * Keeps the best opportunities of each learner in turn: by affinity, of equal ones those of lower
 * number. Not thread-safe.
 */
final class BestCandidates {
  private final int most;

  /** Each an affinity above what a lower number gives; a heap by the worst once it is full. */
  private long[] ranks;

  private int size;
  private int[] opportunities;
  private int[] affinities;
  private int count;

  BestCandidates(int most, int learners) {
    this.most = most;
    this.ranks = new long[Math.min(most, 64)];
    int room = (int) Math.min(1 << 28, (long) learners * Math.min(most, 8) + 16);
    this.opportunities = new int[room];
    this.affinities = new int[room];
  }

  void begin() {
    size = 0;
  }

  void take(int opportunity, int affinity) {
    long rank = ((long) affinity << 32) | (Integer.MAX_VALUE - opportunity);
    if (size < most) {
      if (size == ranks.length) {
        ranks = Arrays.copyOf(ranks, Math.min(most, 2 * size));
      }
      ranks[size++] = rank;
      if (size == most) {
        Arrays.sort(ranks, 0, size);
      }
      return;
    }
    if (rank > ranks[0]) {
      replaceWorst(rank);
    }
  }

  private void replaceWorst(long rank) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && ranks[child + 1] < ranks[child]) {
        child++;
      }
      if (ranks[child] >= rank) {
        break;
      }
      ranks[at] = ranks[child];
      at = child;
    }
    ranks[at] = rank;
  }

  /** Puts the learner's best down, by opportunity; how many there are. */
  int end() {
    for (int k = 0; k < size; k++) {
      long opportunity = Integer.MAX_VALUE - (ranks[k] & 0xFFFFFFFFL);
      ranks[k] = (opportunity << 32) | (ranks[k] >>> 32);
    }
    Arrays.sort(ranks, 0, size);
    if (count + size > opportunities.length) {
      int room = Math.max(count + size, opportunities.length + (opportunities.length >> 1));
      opportunities = Arrays.copyOf(opportunities, room);
      affinities = Arrays.copyOf(affinities, room);
    }
    for (int k = 0; k < size; k++) {
      opportunities[count] = (int) (ranks[k] >>> 32);
      affinities[count++] = (int) ranks[k];
    }
    return size;
  }

  /** Copies some pairs to where they belong. */
  void copy(int from, int length, int[] opportunityOf, int[] affinityOf, int to) {
    System.arraycopy(opportunities, from, opportunityOf, to, length);
    System.arraycopy(affinities, from, affinityOf, to, length);
  }
}
