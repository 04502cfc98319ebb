package org.educationcities.citycsv;

import java.nio.file.Path;
import java.util.List;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.TableWriter;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Affinity;
import org.educationcities.round.Recommendation;
import org.educationcities.round.RecommendationList;

/**
 * Writes what learners are recommended as CSV, one learner after the other: ids and numbers, no
 * names. Not thread-safe; to be closed.
 */
public final class RecommendationTable implements AutoCloseable {
  private final TableWriter table;

  private RecommendationTable(TableWriter table) {
    this.table = table;
  }

  /**
   * Begins a file; an older one is replaced.
   *
   * @throws ImportException if it cannot be written
   */
  public static RecommendationTable open(Path file) {
    return new RecommendationTable(
        TableWriter.open(
            file,
            List.of("learner", "rank", "opportunity", "affinity", "topics", "distance_metres")));
  }

  /**
   * Writes a learner's list, the best first.
   *
   * @throws ImportException if it cannot be written
   */
  public void add(LearnerId learner, RecommendationList list) {
    int rank = 0;
    for (Recommendation each : list.best()) {
      rank++;
      table.row(
          learner.value(),
          rank,
          each.opportunity().id().value(),
          each.affinity().points(),
          topics(each.affinity()),
          each.distance().map(distance -> Math.round(distance.metres())).orElse(null));
    }
  }

  /** What of the learner's growth areas it serves, as far as it counts. */
  private static List<String> topics(Affinity affinity) {
    return affinity.explanation().stream()
        .filter(line -> line.source() == Affinity.Source.LEARNER_GAIN && line.points() > 0)
        .map(Affinity.Line::topic)
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    table.close();
  }
}
