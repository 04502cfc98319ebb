package org.educationcities.benchmarks.storage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import org.educationcities.EducationCities;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.Settings;

/** A fresh process that opens a store and reads one learner's placements, and says how long. */
final class ColdRead {

  private ColdRead() {}

  /** Arguments: address, user, learner, and how many placements the learner has. */
  public static void main(String[] arguments) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long computedBefore = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    Settings settings = Settings.of(Map.of("url", arguments[0], "user", arguments[1]));
    try (EducationCities cities =
        EducationCities.builder().unsealed().storage("jdbc", settings).build()) {
      List<Collaboration> placements =
          cities.collaborations().placementsOf(new LearnerId(arguments[2]));
      long millis = (System.nanoTime() - begun) / 1_000_000;
      if (placements.size() != Integer.parseInt(arguments[3])) {
        throw new IllegalStateException("Read " + placements.size() + " placements.");
      }
      long computed = threads.getCurrentThreadCpuTime() - computedBefore;
      System.out.println(millis + " (" + computed / 1_000_000 + ")");
    }
  }
}
