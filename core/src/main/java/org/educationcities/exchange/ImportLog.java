package org.educationcities.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Keeps track of one import while it runs: what each file format writes its report with. Not
 * thread-safe.
 */
public final class ImportLog {
  private final ImportMode mode;
  private final ImportLimits limits;
  private final Map<String, Integer> taken = new TreeMap<>();
  private final List<Problem> refused = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();
  private long refusedCount;

  /** A log of nothing yet. */
  public ImportLog(ImportMode mode, ImportLimits limits) {
    this.mode = Objects.requireNonNull(mode, "mode");
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** The limits of this import. */
  public ImportLimits limits() {
    return limits;
  }

  /** Counts one row or document of a file as taken. */
  public void took(String file) {
    took(file, 1);
  }

  /**
   * Counts rows or documents of a file as taken; negative to take back what a later check refused.
   */
  public void took(String file, int count) {
    taken.merge(file, count, Integer::sum);
  }

  /** Tells that something could not be taken. */
  public void refuse(Problem problem) {
    refusedCount++;
    keep(refused, problem);
  }

  /** Tells that a row or document that was counted as taken could not be taken after all. */
  public void takeBack(Problem problem) {
    took(problem.file(), -1);
    refuse(problem);
  }

  /** Tells that something was left alone or is odd. */
  public void note(Problem problem) {
    keep(notes, problem);
  }

  /**
   * Ends the import.
   *
   * @throws ImportException if something was refused and nothing may be taken then
   */
  public ImportReport finish() {
    if (mode == ImportMode.ALL_OR_NOTHING && refusedCount > 0) {
      throw new ImportException(refused, refusedCount);
    }
    return new ImportReport(taken, refused, refusedCount, notes);
  }

  private void keep(List<Problem> problems, Problem problem) {
    if (problems.size() < limits.problemsKept()) {
      problems.add(problem);
    }
  }
}
