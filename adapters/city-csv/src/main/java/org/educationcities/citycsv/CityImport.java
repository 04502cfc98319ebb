package org.educationcities.citycsv;

import java.util.Objects;
import org.educationcities.exchange.ImportReport;

/**
 * What was read from the city's own files.
 *
 * @param files what they hold
 * @param report what was taken, refused and left alone
 */
public record CityImport(CityFiles files, ImportReport report) {
  /** An import. */
  public CityImport {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(report, "report");
  }
}
