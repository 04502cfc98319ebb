package org.educationcities.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Times runs of one solver on the calling thread: by the clock, and what the thread computed. */
final class Stopwatch {
  private final double[] clock;
  private final double[] computed;
  private long clockStart;
  private long computedStart;

  Stopwatch(int runs) {
    this.clock = new double[runs];
    this.computed = new double[runs];
  }

  void start() {
    clockStart = System.nanoTime();
    computedStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Ends a run; one of a number below 0 only warms up. */
  void stop(int run) {
    if (run >= 0) {
      clock[run] = (System.nanoTime() - clockStart) * 1e-9;
      computed[run] =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - computedStart) * 1e-9;
    }
  }

  double clock() {
    return median(clock);
  }

  double computed() {
    return median(computed);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
