package org.educationcities.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import took and what it did not: counts by file, every problem with its place. Immutable.
 */
public final class ImportReport {
  private final Map<String, Integer> taken;
  private final List<ImportProblem> problems;
  private final int problemCount;
  private final List<ImportProblem> notes;

  private ImportReport(Builder builder) {
    taken = ImmutableSortedMap.copyOf(builder.taken);
    problems = ImmutableList.copyOf(builder.problems);
    problemCount = builder.problemCount;
    notes = ImmutableList.copyOf(builder.notes);
  }

  /** How many rows or records were taken, by file. */
  public Map<String, Integer> taken() {
    return taken;
  }

  /** What could not be taken, in the order met; at most as many as the limits tell. */
  public List<ImportProblem> problems() {
    return problems;
  }

  /** How many problems there were in all. */
  public int problemCount() {
    return problemCount;
  }

  /** What was left out on purpose, or is worth knowing: unknown files and columns. */
  public List<ImportProblem> notes() {
    return notes;
  }

  /** Whether everything was taken. */
  public boolean isClean() {
    return problemCount == 0;
  }

  /** Collects a report while reading. Not thread-safe. */
  public static final class Builder {
    private final int most;
    private final Map<String, Integer> taken = new TreeMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<ImportProblem> notes = new ArrayList<>();
    private int problemCount;

    /** A report within limits. */
    public Builder(ImportLimits limits) {
      most = limits.problems();
    }

    /** One more row of a file was taken. */
    public void took(String file) {
      taken.merge(file, 1, Integer::sum);
    }

    /** Something could not be taken. */
    public void problem(String file, long line, int column, String code, String sentence) {
      problemCount++;
      if (problems.size() < most) {
        problems.add(new ImportProblem(file, line, column, code, sentence));
      }
    }

    /** Something was left out on purpose. */
    public void note(String file, long line, int column, String code, String sentence) {
      if (notes.size() < most) {
        notes.add(new ImportProblem(file, line, column, code, sentence));
      }
    }

    /** How many problems there are so far. */
    public int problemCount() {
      return problemCount;
    }

    /**
     * The report; where all or nothing was asked for and there is a problem, there is no report but
     * an error with it.
     *
     * @throws ImportException if the mode is {@link ImportMode#ALL_OR_NOTHING} and something could
     *     not be taken
     */
    public ImportReport finish(ImportMode mode) {
      ImportReport report = new ImportReport(this);
      if (mode == ImportMode.ALL_OR_NOTHING && problemCount > 0) {
        throw new ImportException(report);
      }
      return report;
    }
  }
}
