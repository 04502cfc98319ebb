package org.educationcities.hsds;

import java.nio.file.Path;
import java.util.Objects;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportLimits;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.SourceFiles;

/**
 * Reads HSDS 3.x: a folder, a zip or a single file of JSON documents (organization, service,
 * location, service at location, compiled or not, and lists of them), or of the tables of a data
 * package. Immutable and thread-safe.
 */
public final class HsdsReader {
  private final String city;
  private final String language;
  private final ImportMode mode;
  private final ImportLimits limits;

  private HsdsReader(String city, String language, ImportMode mode, ImportLimits limits) {
    this.city = Objects.requireNonNull(city, "city");
    this.language = Objects.requireNonNull(language, "language");
    this.mode = Objects.requireNonNull(mode, "mode");
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /**
   * A reader within the standard limits.
   *
   * @param city the id of the city that all of it lies in
   * @param language of the names, a BCP 47 tag
   */
  public static HsdsReader of(String city, String language, ImportMode mode) {
    return new HsdsReader(city, language, mode, ImportLimits.STANDARD);
  }

  /** The same within other limits. */
  public HsdsReader within(ImportLimits newLimits) {
    return new HsdsReader(city, language, mode, newLimits);
  }

  /**
   * Reads a folder, zip or file.
   *
   * @throws ImportException if the files are refused as a whole, or something in them is and
   *     nothing may be taken then
   */
  public HsdsImport read(Path path) {
    ImportLog log = new ImportLog(mode, limits);
    Directory directory = new Directory(city, language, log);
    try (SourceFiles files = SourceFiles.open(path, limits)) {
      new Documents(files, directory, log).read();
      new Tables(files, directory, log).read();
    }
    directory.settle();
    return new HsdsImport(directory.resources(), directory.schedules(), log.finish());
  }
}
