package org.educationcities.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cities by a seed: opportunities and learners in clusters, with topic vectors; each learner's
 * candidates are the best of those around, by topics and nearness. One opportunity to 20 learners.
 */
final class Generator {
  static final int CANDIDATES = 30;
  private static final int TOPICS = 8;
  private static final int A_CLUSTER = 40;
  private static final int NEAR = 4;

  private final SplittableRandom random;
  private final int clusters;
  private final double[] clusterX;
  private final double[] clusterY;
  private final int[][] nearest;

  private Generator(int opportunities, long seed) {
    random = new SplittableRandom(seed);
    clusters = Math.max(NEAR, opportunities / A_CLUSTER);
    clusterX = random.doubles(clusters).toArray();
    clusterY = random.doubles(clusters).toArray();
    nearest = new int[clusters][];
    int cells = Math.max(1, (int) Math.sqrt(clusters / 4.0));
    for (int c = 0; c < clusters; c++) {
      nearest[c] = nearestOf(c, cells);
    }
  }

  /** Nearest clusters by a scan of those in a window of the unit square, wide enough for a few. */
  private int[] nearestOf(int c, int cells) {
    double window = 2.0 / cells;
    int[] best = new int[NEAR];
    double[] far = new double[NEAR];
    Arrays.fill(far, Double.MAX_VALUE);
    Arrays.fill(best, c);
    for (int d = 0; d < clusters; d++) {
      double dx = Math.abs(clusterX[c] - clusterX[d]);
      double dy = Math.abs(clusterY[c] - clusterY[d]);
      if (dx > window || dy > window) {
        continue;
      }
      double distance = dx * dx + dy * dy;
      int who = d;
      for (int k = 0; k < NEAR; k++) {
        if (distance < far[k]) {
          double pushedDistance = far[k];
          int pushed = best[k];
          far[k] = distance;
          best[k] = who;
          distance = pushedDistance;
          who = pushed;
        }
      }
    }
    return Arrays.stream(best).distinct().toArray();
  }

  /** A city with so many places a learner. */
  static Instance city(String name, int learners, double placesALearner, long seed) {
    int opportunities = Math.max(CANDIDATES, learners / 20);
    return new Generator(opportunities, seed).city(name, learners, opportunities, placesALearner);
  }

  private Instance city(String name, int learners, int opportunities, double placesALearner) {
    double[] x = new double[opportunities];
    double[] y = new double[opportunities];
    int[] topics = new int[opportunities * TOPICS];
    int[][] inCluster = new int[clusters][];
    int at = 0;
    for (int c = 0; c < clusters; c++) {
      int until = (int) ((long) opportunities * (c + 1) / clusters);
      inCluster[c] = new int[until - at];
      for (int k = 0; at < until; at++, k++) {
        inCluster[c][k] = at;
        x[at] = clusterX[c] + random.nextGaussian() * 0.3 / Math.sqrt(clusters);
        y[at] = clusterY[c] + random.nextGaussian() * 0.3 / Math.sqrt(clusters);
        topics(topics, at * TOPICS);
      }
    }
    int[] start = new int[learners + 1];
    int[] opportunityOf = new int[learners * CANDIDATES];
    int[] affinityOf = new int[learners * CANDIDATES];
    int[] own = new int[TOPICS];
    long[] scored = new long[1024];
    int pairs = 0;
    for (int i = 0; i < learners; i++) {
      int c = random.nextInt(clusters);
      double lx = clusterX[c] + random.nextGaussian() * 0.3 / Math.sqrt(clusters);
      double ly = clusterY[c] + random.nextGaussian() * 0.3 / Math.sqrt(clusters);
      topics(own, 0);
      int found = 0;
      for (int near : nearest[c]) {
        for (int j : inCluster[near]) {
          int affinity = affinity(own, topics, j, Math.hypot(lx - x[j], ly - y[j]));
          scored[found++] = ((long) (1000 - affinity) << 32) | j;
        }
      }
      int kept = Math.min(found, CANDIDATES);
      Arrays.sort(scored, 0, found);
      for (int k = 0; k < kept; k++) {
        int affinity = 1000 - (int) (scored[k] >>> 32);
        scored[k] = ((scored[k] & 0xFFFFFFFFL) << 32) | affinity;
      }
      Arrays.sort(scored, 0, kept);
      for (int k = 0; k < kept; k++) {
        opportunityOf[pairs] = (int) (scored[k] >>> 32);
        affinityOf[pairs++] = (int) scored[k];
      }
      start[i + 1] = pairs;
    }
    return new Instance(
        name,
        places(opportunities, Math.round(learners * placesALearner)),
        start,
        Arrays.copyOf(opportunityOf, pairs),
        Arrays.copyOf(affinityOf, pairs));
  }

  private void topics(int[] into, int from) {
    for (int t = 0; t < TOPICS; t++) {
      int dice = random.nextInt(12);
      into[from + t] = dice < 4 ? dice + 1 : 0;
    }
  }

  private int affinity(int[] own, int[] topics, int j, double distance) {
    int met = 0;
    int wanted = 1;
    for (int t = 0; t < TOPICS; t++) {
      met += own[t] * topics[j * TOPICS + t];
      wanted += 4 * own[t];
    }
    double near = Math.max(0, 1 - distance * Math.sqrt(clusters) / 6);
    return (int) Math.max(1, Math.min(1000, 1000 * (0.15 + 0.85 * met / wanted) * near));
  }

  /** Places that add up exactly, unevenly spread, at least one each. */
  private int[] places(int opportunities, long total) {
    int[] places = new int[opportunities];
    Arrays.fill(places, 1);
    for (long k = opportunities; k < total; k++) {
      // The lesser of two draws: some opportunities are several times as large as others.
      places[Math.min(random.nextInt(opportunities), random.nextInt(opportunities))]++;
    }
    for (int j = opportunities - 1; j > 0; j--) {
      int other = random.nextInt(j + 1);
      int swapped = places[j];
      places[j] = places[other];
      places[other] = swapped;
    }
    return places;
  }
}
