package org.educationcities.exchange;

/**
 * How much an import takes at most, so that a hostile file costs little.
 *
 * @param bytesPerFile the largest file, inflated
 * @param bytesInAll all files together, inflated
 * @param files the most files
 * @param rowsPerFile the most rows of a table
 * @param fieldsPerRow the most fields of a row
 * @param charactersPerField the longest field
 * @param inflationRatio how many times larger than its zipped form a file may be
 * @param problems how many problems are told; beyond that only counted
 */
public record ImportLimits(
    long bytesPerFile,
    long bytesInAll,
    int files,
    int rowsPerFile,
    int fieldsPerRow,
    int charactersPerField,
    int inflationRatio,
    int problems) {

  /** Enough for a country's roster: 256 MiB a file, 1 GiB in all, 2 million rows. */
  public static final ImportLimits STANDARD =
      new ImportLimits(256L << 20, 1L << 30, 1000, 2_000_000, 200, 20_000, 200, 10_000);

  /** Limits above 0. */
  public ImportLimits {
    if (Math.min(
            Math.min(bytesPerFile, bytesInAll),
            Math.min(
                Math.min(files, rowsPerFile),
                Math.min(
                    Math.min(fieldsPerRow, charactersPerField),
                    Math.min(inflationRatio, problems))))
        < 1) {
      throw new IllegalArgumentException("Every limit of an import is 1 or more.");
    }
  }
}
