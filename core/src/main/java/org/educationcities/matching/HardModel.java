package org.educationcities.matching;

import java.util.Arrays;

/** A {@link HardProblem} as the arrays that the search and the relaxation run over. */
final class HardModel {
  final HardProblem problem;
  final int units;
  final int opportunities;
  final int pairs;
  final int[] start;
  final int[] unitOf;
  final int[] opportunityOf;
  final long[] affinityOf;
  final boolean[] fixed;

  /** By unit: learners, parts of a place, opportunities at most. */
  final int[] size;

  final int[] takes;
  final int[] most;

  /** By unit: whether two of its pairs clash and it may take two. */
  final boolean[] mayClash;

  /** By opportunity. */
  final int[] capacity;

  final int[] least;
  final long[] cost;
  final boolean[] isForcedOpen;

  /** The pairs of an opportunity: entries placeStart(j) to placeStart(j + 1) of placePair. */
  final int[] placeStart;

  final int[] placePair;

  /** The quotas of a pair, with how many of its learners each is about. */
  final int[] quotaStart;

  final int[] quotaOf;
  final int[] quotaWeight;
  final int[] quotaLeast;
  final int[] quotaMost;

  /** The limits of an opportunity. */
  final int[][] limitsOf;

  final int[] limitMost;

  final int[][] limited;

  HardModel(HardProblem problem) {
    this.problem = problem;
    this.units = problem.unitCount();
    this.opportunities = problem.quotas().pairs().opportunityCount();
    this.pairs = problem.pairCount();
    this.start = new int[units + 1];
    this.unitOf = new int[pairs];
    this.opportunityOf = new int[pairs];
    this.affinityOf = new long[pairs];
    this.fixed = new boolean[pairs];
    this.size = new int[units];
    this.takes = new int[units];
    this.most = new int[units];
    this.mayClash = new boolean[units];
    this.capacity = new int[opportunities];
    this.least = new int[opportunities];
    this.cost = new long[opportunities];
    this.isForcedOpen = new boolean[opportunities];
    for (int u = 0; u < units; u++) {
      fillUnit(u);
    }
    this.placeStart = new int[opportunities + 1];
    this.placePair = new int[pairs];
    fillPlaces();
    QuotaUse use = new QuotaUse(this);
    this.quotaStart = use.start;
    this.quotaOf = use.quota;
    this.quotaWeight = use.weight;
    this.quotaLeast = problem.quotas().quotas().stream().mapToInt(Quota::least).toArray();
    this.quotaMost = problem.quotas().quotas().stream().mapToInt(Quota::most).toArray();
    this.limitsOf = new int[opportunities][0];
    this.limitMost = problem.limits().stream().mapToInt(OpenLimit::most).toArray();
    this.limited = new int[limitMost.length][];
    for (int l = 0; l < limitMost.length; l++) {
      limited[l] = problem.limited(l);
      for (int j : limited[l]) {
        limitsOf[j] = Arrays.copyOf(limitsOf[j], limitsOf[j].length + 1);
        limitsOf[j][limitsOf[j].length - 1] = l;
      }
    }
  }

  private void fillUnit(int u) {
    size[u] = problem.size(u);
    takes[u] = problem.takesOf(u);
    start[u + 1] = problem.start(u + 1);
    most[u] = Math.min(problem.mostOf(u), start[u + 1] - start[u]);
    for (int e = start[u]; e < start[u + 1]; e++) {
      unitOf[e] = u;
      opportunityOf[e] = problem.opportunityOf(e);
      affinityOf[e] = problem.affinityOf(e);
      fixed[e] = problem.isFixed(e);
      isForcedOpen[opportunityOf[e]] |= fixed[e];
      for (int f = start[u]; most[u] > 1 && f < e; f++) {
        mayClash[u] |= problem.clash(opportunityOf[e], opportunityOf[f]);
      }
    }
  }

  private void fillPlaces() {
    for (int e = 0; e < pairs; e++) {
      placeStart[opportunityOf[e] + 1]++;
    }
    for (int j = 0; j < opportunities; j++) {
      placeStart[j + 1] += placeStart[j];
      capacity[j] = problem.capacity(j);
      least[j] = problem.atLeastOrNone(j);
      cost[j] = problem.openingCost(j);
    }
    int[] next = placeStart.clone();
    for (int e = 0; e < pairs; e++) {
      placePair[next[opportunityOf[e]]++] = e;
    }
  }

  boolean clash(int pair, int other) {
    return problem.clash(opportunityOf[pair], opportunityOf[other]);
  }
}
