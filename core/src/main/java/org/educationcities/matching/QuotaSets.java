package org.educationcities.matching;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Every bounded set of pairs of a problem, under one number each: learners, then slots of a
 * learner, then opportunities, then quotas. A set that can bind nothing (it holds no more pairs
 * than it allows, and asks for none) is left out.
 */
final class QuotaSets {
  /** What a set is. */
  enum Kind {
    LEARNER,
    SLOT,
    OPPORTUNITY,
    QUOTA
  }

  final QuotaProblem problem;
  private final AllocationProblem pairs;
  private final int[] opportunityStart;
  private final int[] byOpportunity;

  private Kind[] kind = new Kind[64];

  /** The learner, the opportunity or the quota. */
  private int[] subject = new int[64];

  /** The slot, where it is one. */
  private int[] slot = new int[64];

  private int[] size = new int[64];
  private int count;
  private final int[][] quotaMembers;

  QuotaSets(QuotaProblem problem) {
    this.problem = problem;
    this.pairs = problem.pairs();
    int m = pairs.opportunityCount();
    opportunityStart = new int[m + 1];
    for (int e = 0; e < pairs.pairCount(); e++) {
      opportunityStart[pairs.opportunityOf(e) + 1]++;
    }
    for (int j = 0; j < m; j++) {
      opportunityStart[j + 1] += opportunityStart[j];
    }
    byOpportunity = new int[pairs.pairCount()];
    int[] at = Arrays.copyOf(opportunityStart, m);
    for (int e = 0; e < pairs.pairCount(); e++) {
      byOpportunity[at[pairs.opportunityOf(e)]++] = e;
    }
    quotaMembers = new int[problem.quotas().size()][];
    addLearners();
    addOpportunities();
    addQuotas();
  }

  private void addLearners() {
    int[] inSlot = new int[problem.slotCount()];
    for (int i = 0; i < pairs.learnerCount(); i++) {
      int own = pairs.start(i + 1) - pairs.start(i);
      if (problem.most(i) < own) {
        add(Kind.LEARNER, i, -1, own);
      }
    }
    for (int i = 0; i < pairs.learnerCount(); i++) {
      if (problem.most(i) < 2) {
        continue; // One place cannot clash with itself.
      }
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        int s = problem.slotOf(pairs.opportunityOf(e));
        if (s >= 0) {
          inSlot[s]++;
        }
      }
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        int s = problem.slotOf(pairs.opportunityOf(e));
        if (s >= 0 && inSlot[s] > 1) {
          add(Kind.SLOT, i, s, inSlot[s]);
        }
        if (s >= 0) {
          inSlot[s] = 0;
        }
      }
    }
  }

  private void addOpportunities() {
    for (int j = 0; j < pairs.opportunityCount(); j++) {
      int own = opportunityStart[j + 1] - opportunityStart[j];
      if (pairs.places(j) < own) {
        add(Kind.OPPORTUNITY, j, -1, own);
      }
    }
  }

  private void addQuotas() {
    BitSet inGroup = new BitSet();
    int @Nullable [] marked = null;
    for (int q = 0; q < quotaMembers.length; q++) {
      Quota quota = problem.quotas().get(q);
      int[] learners = problem.learnersOf(quota);
      int[] opportunities = problem.opportunitiesOf(quota);
      if (learners != null && learners != marked) {
        inGroup.clear();
        for (int i : learners) {
          for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
            inGroup.set(e);
          }
        }
        marked = learners;
      }
      int[] members = membersOf(learners, opportunities, inGroup);
      quotaMembers[q] = members;
      if (quota.most() < members.length || quota.least() > 0) {
        add(Kind.QUOTA, q, -1, members.length);
      }
    }
  }

  private int[] membersOf(
      int @Nullable [] learners, int @Nullable [] opportunities, BitSet inGroup) {
    if (opportunities == null) {
      return learners == null ? upTo(pairs.pairCount()) : inGroup.stream().toArray();
    }
    int room = 0;
    for (int j : opportunities) {
      room += opportunityStart[j + 1] - opportunityStart[j];
    }
    int[] members = new int[room];
    int found = 0;
    for (int j : opportunities) {
      for (int at = opportunityStart[j]; at < opportunityStart[j + 1]; at++) {
        if (learners == null || inGroup.get(byOpportunity[at])) {
          members[found++] = byOpportunity[at];
        }
      }
    }
    return Arrays.copyOf(members, found);
  }

  private static int[] upTo(int end) {
    int[] all = new int[end];
    Arrays.setAll(all, e -> e);
    return all;
  }

  private void add(Kind newKind, int newSubject, int newSlot, int newSize) {
    if (count == size.length) {
      kind = Arrays.copyOf(kind, 2 * count);
      subject = Arrays.copyOf(subject, 2 * count);
      slot = Arrays.copyOf(slot, 2 * count);
      size = Arrays.copyOf(size, 2 * count);
    }
    kind[count] = newKind;
    subject[count] = newSubject;
    slot[count] = newSlot;
    size[count++] = newSize;
  }

  int count() {
    return count;
  }

  Kind kind(int set) {
    return kind[set];
  }

  int subject(int set) {
    return subject[set];
  }

  int slot(int set) {
    return slot[set];
  }

  int size(int set) {
    return size[set];
  }

  int least(int set) {
    return kind[set] == Kind.QUOTA ? problem.quotas().get(subject[set]).least() : 0;
  }

  int most(int set) {
    return switch (kind[set]) {
      case LEARNER -> problem.most(subject[set]);
      case SLOT -> 1;
      case OPPORTUNITY -> pairs.places(subject[set]);
      case QUOTA -> problem.quotas().get(subject[set]).most();
    };
  }

  /** The pairs of a set. */
  int[] members(int set) {
    int of = subject[set];
    return switch (kind[set]) {
      case LEARNER -> range(pairs.start(of), pairs.start(of + 1));
      case SLOT -> inSlot(of, slot[set], size[set]);
      case OPPORTUNITY ->
          Arrays.copyOfRange(byOpportunity, opportunityStart[of], opportunityStart[of + 1]);
      case QUOTA -> quotaMembers[of];
    };
  }

  private int[] inSlot(int learner, int ofSlot, int room) {
    int[] members = new int[room];
    int found = 0;
    for (int e = pairs.start(learner); e < pairs.start(learner + 1); e++) {
      if (problem.slotOf(pairs.opportunityOf(e)) == ofSlot) {
        members[found++] = e;
      }
    }
    return members;
  }

  private static int[] range(int from, int to) {
    int[] members = new int[to - from];
    Arrays.setAll(members, x -> from + x);
    return members;
  }

  /** What a set is called in results and errors. */
  String name(int set) {
    int of = subject[set];
    return switch (kind[set]) {
      case LEARNER -> pairs.learners().get(of);
      case SLOT -> pairs.learners().get(of) + " in one slot";
      case OPPORTUNITY -> pairs.opportunities().get(of);
      case QUOTA -> problem.quotas().get(of).id();
    };
  }
}
