package org.educationcities.citycsv;

import java.nio.file.Path;
import java.util.Objects;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportLimits;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.SourceFiles;

/** Reads the city's own CSV from a folder or a zip. Immutable and thread-safe. */
public final class CityCsvReader {
  private final ImportMode mode;
  private final ImportLimits limits;

  private CityCsvReader(ImportMode mode, ImportLimits limits) {
    this.mode = Objects.requireNonNull(mode, "mode");
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** A reader within the standard limits. */
  public static CityCsvReader of(ImportMode mode) {
    return new CityCsvReader(mode, ImportLimits.STANDARD);
  }

  /** A reader within limits. */
  public static CityCsvReader of(ImportMode mode, ImportLimits limits) {
    return new CityCsvReader(mode, limits);
  }

  /**
   * Reads a folder or zip.
   *
   * @throws ImportException if the files are refused as a whole, or something in them is and
   *     nothing may be taken then
   */
  public CityImport read(Path folderOrZip) {
    ImportLog log = new ImportLog(mode, limits);
    try (SourceFiles files = SourceFiles.open(folderOrZip, limits)) {
      CityFiles read = new CityReading(files, log).run();
      return new CityImport(read, log.finish());
    }
  }
}
