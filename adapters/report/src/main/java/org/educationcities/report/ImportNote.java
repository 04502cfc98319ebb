package org.educationcities.report;

import java.util.List;

/**
 * What an importer took from a file and what it could not take.
 *
 * @param file the file's name, without its folder
 * @param taken rows or objects taken
 * @param problems what was not taken or taken with a mark, by reason; immutable
 */
public record ImportNote(String file, long taken, List<Problem> problems) {
  /** A note, checked. */
  public ImportNote {
    file = Checks.name(file, "file's name");
    Checks.atLeastZero(taken, "number of rows taken");
    problems = List.copyOf(problems);
  }

  /** Rows or objects that were not taken, all reasons together. */
  public long notTaken() {
    return problems.stream().mapToLong(Problem::rows).sum();
  }

  /**
   * One reason for not taking rows.
   *
   * @param reason in words, without the content of a cell
   * @param rows how many rows
   * @param firstPlace where the first one stands, such as "line 17, age_range"; may be empty
   */
  public record Problem(String reason, long rows, String firstPlace) {
    /** A problem, checked. */
    public Problem {
      reason = Checks.name(reason, "reason");
      Checks.atLeastZero(rows, "number of rows");
      firstPlace = Checks.text(firstPlace, "place of a problem");
    }
  }
}
