package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.ImportReport;

/** What holds of every importer, whatever the files are. */
final class Imports {

  private Imports() {}

  /**
   * Reads twice: the best effort tells what was refused and takes the rest; all or nothing takes
   * all where nothing was refused, and else nothing.
   */
  static void readBothWays(Function<ImportMode, ImportReport> read) {
    ImportReport report;
    try {
      report = read.apply(ImportMode.BEST_EFFORT);
    } catch (ImportException refused) {
      Canary.isNotInRefusal(refused);
      assertThat(isRefused(read)).isTrue();
      return;
    }
    Canary.isNotIn(report);
    assertThat(report.taken().values()).allSatisfy(each -> assertThat(each).isNotNegative());
    assertThat(isRefused(read)).isEqualTo(report.refusedCount() > 0);
  }

  private static boolean isRefused(Function<ImportMode, ImportReport> read) {
    try {
      return read.apply(ImportMode.ALL_OR_NOTHING).refusedCount() > 0;
    } catch (ImportException refused) {
      Canary.isNotInRefusal(refused);
      return true;
    }
  }
}
