package org.educationcities.examples.cityinabox;

import org.educationcities.EducationCities;
import org.educationcities.citycsv.RecommendationTable;
import org.educationcities.round.Snapshot;

/** What every learner is recommended, whoever gets a place in the end. */
final class Recommending {
  private static final int MOST = 5;

  private final Pages pages;
  private final Progress progress;

  private int some;
  private int none;
  private int unknown;

  Recommending(Options options, Progress progress) {
    this.pages = new Pages(options.output());
    this.progress = progress;
  }

  void run(EducationCities cities, Snapshot snapshot) {
    progress.tell("recommending to " + snapshot.learners().size() + " learners, the best " + MOST);
    pages.file(
        "recommendations.csv",
        path -> {
          try (RecommendationTable table = RecommendationTable.open(path)) {
            cities
                .recommendations()
                .forEveryone(
                    Job.SYSTEM,
                    snapshot,
                    MOST,
                    (learner, list) -> {
                      table.add(learner, list);
                      if (!list.best().isEmpty()) {
                        some++;
                      } else if (list.profileKnown()) {
                        none++;
                      } else {
                        unknown++;
                      }
                    });
          }
        });
    progress.tell(
        some
            + " learners have something to choose from, "
            + none
            + " nothing near that they could learn; of "
            + unknown
            + " nothing is known yet, and nothing is guessed");
  }
}
