package org.educationcities.exchange;

import java.util.Optional;
import java.util.stream.Collectors;
import org.educationcities.EducationCitiesException;
import org.jspecify.annotations.Nullable;

/**
 * An import took nothing: its input cannot be read at all, or not wholly and all or nothing was
 * asked for.
 */
public final class ImportException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 10;

  private final transient @Nullable ImportReport report;

  ImportException(ImportReport report) {
    super(
        "import-refused",
        "",
        report.problemCount()
            + " problems; nothing was taken.\n"
            + report.problems().stream()
                .limit(SHOWN)
                .map(ImportProblem::toString)
                .collect(Collectors.joining("\n"))
            + "\nMaybe mend these, or import with best effort.");
    this.report = report;
  }

  /** The input as a whole cannot be read. */
  public ImportException(String sentence) {
    super("import-unreadable", "", sentence);
    this.report = null;
  }

  /** Every problem, where the input could be read at all. */
  public Optional<ImportReport> report() {
    return Optional.ofNullable(report);
  }
}
