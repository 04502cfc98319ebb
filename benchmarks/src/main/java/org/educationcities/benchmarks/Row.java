package org.educationcities.benchmarks;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One row of the table: ours and a peer on the same instance, in turns, the first run of each to
 * warm up only.
 *
 * @param instance what it is
 * @param pairs how many pairs it has
 * @param runs of ours, warm
 * @param peer beside whom
 * @param peerRuns of the peer, at most as many; where it takes minutes, one cold run will do
 */
record Row(String instance, int pairs, int runs, String peer, int peerRuns) {
  static final String HEAD =
      "| instance | pairs | ours, s (clock) | peer | peer, s (clock) | ratio | total | equal | gap | peak heap, MB |"
          + System.lineSeparator()
          + "|---|---|---|---|---|---|---|---|---|---|";

  /** What one run of ours found. */
  record Found(long total, long gap) {}

  /** One run of ours. */
  interface Ours {
    Found run();
  }

  /** Runs both and tells. */
  String measured(Ours ours, LongSupplier theirs) {
    Stopwatch own = new Stopwatch(runs);
    Stopwatch other = new Stopwatch(peerRuns);
    Found found = new Found(0, 0);
    long peerTotal = 0;
    long peak = 0;
    boolean isPeerWarm = peerRuns == runs;
    for (int run = -1; run < runs; run++) {
      PeakHeap heap = new PeakHeap();
      own.start();
      found = ours.run();
      own.stop(run);
      peak = Math.max(peak, heap.megabytes());
      if (run < peerRuns && (isPeerWarm || run >= 0)) {
        other.start();
        peerTotal = theirs.getAsLong();
        other.stop(run);
      }
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f (%.3f) | %s | %.3f (%.3f) | %.3f | %d | %s | %d | %d |",
        instance,
        pairs,
        own.computed(),
        own.clock(),
        peer,
        other.computed(),
        other.clock(),
        own.computed() / other.computed(),
        found.total(),
        found.total() == peerTotal ? "yes" : "NO: " + peerTotal,
        found.gap(),
        peak);
  }
}
