package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<@Nullable String, List<Integer>> byLearners = new LinkedHashMap<>();
    for (int q = 0; q < quotaMembers.length; q++) {
      String learners = problem.quotas().get(q).learners();
      byLearners.computeIfAbsent(learners, unused -> new ArrayList<>()).add(q);
    }
    OfLearners listed = new OfLearners(pairs);
    for (List<Integer> quotas : byLearners.values()) {
      findMembers(quotas, listed);
    }
    for (int q = 0; q < quotaMembers.length; q++) {
      Quota quota = problem.quotas().get(q);
      if (quota.most() < quotaMembers[q].length || quota.least() > 0) {
        add(Kind.QUOTA, q, -1, quotaMembers[q].length);
      }
    }
  }

  /** The pairs of quotas of the same learners, whose pairs are looked at but once for all. */
  private void findMembers(List<Integer> quotas, OfLearners listed) {
    int[] learners = problem.learnersOf(problem.quotas().get(quotas.get(0)));
    if (learners != null) {
      listed.list(learners);
    }
    for (int q : quotas) {
      int[] opportunities = problem.opportunitiesOf(problem.quotas().get(q));
      if (learners == null) {
        quotaMembers[q] = opportunities == null ? upTo(pairs.pairCount()) : at(opportunities);
      } else {
        quotaMembers[q] = opportunities == null ? pairsOf(learners) : listed.at(opportunities);
      }
    }
    if (learners != null) {
      listed.clear(learners);
    }
  }

  private int[] pairsOf(int[] learners) {
    int room = 0;
    for (int i : learners) {
      room += pairs.start(i + 1) - pairs.start(i);
    }
    int[] members = new int[room];
    int found = 0;
    for (int i : learners) {
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        members[found++] = e;
      }
    }
    return members;
  }

  /** All pairs at some opportunities. */
  private int[] at(int[] opportunities) {
    int room = 0;
    for (int j : opportunities) {
      room += opportunityStart[j + 1] - opportunityStart[j];
    }
    int[] members = new int[room];
    int found = 0;
    for (int j : opportunities) {
      int own = opportunityStart[j + 1] - opportunityStart[j];
      System.arraycopy(byOpportunity, opportunityStart[j], members, found, own);
      found += own;
    }
    return members;
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

  /** The pairs of some learners, chained by opportunity. */
  private static final class OfLearners {
    private final AllocationProblem pairs;

    /** By opportunity its first pair, by pair the next one; -1 at the end. */
    private final int[] head;

    private int[] next = new int[0];

    OfLearners(AllocationProblem pairs) {
      this.pairs = pairs;
      this.head = new int[pairs.opportunityCount()];
      Arrays.fill(head, -1);
    }

    void list(int[] learners) {
      if (next.length == 0) {
        next = new int[pairs.pairCount()];
      }
      for (int at = learners.length - 1; at >= 0; at--) {
        for (int e = pairs.start(learners[at] + 1) - 1; e >= pairs.start(learners[at]); e--) {
          int j = pairs.opportunityOf(e);
          next[e] = head[j];
          head[j] = e;
        }
      }
    }

    int[] at(int[] opportunities) {
      int room = 0;
      for (int j : opportunities) {
        for (int e = head[j]; e >= 0; e = next[e]) {
          room++;
        }
      }
      int[] members = new int[room];
      int found = 0;
      for (int j : opportunities) {
        for (int e = head[j]; e >= 0; e = next[e]) {
          members[found++] = e;
        }
      }
      return members;
    }

    /** Forgets them, in no more time than it took to list them. */
    void clear(int[] learners) {
      for (int i : learners) {
        for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
          head[pairs.opportunityOf(e)] = -1;
        }
      }
    }
  }
}
