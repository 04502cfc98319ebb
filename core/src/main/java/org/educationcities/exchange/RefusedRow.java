package org.educationcities.exchange;

import java.util.Objects;

/**
 * Ends the reading of one row or JSON value: it cannot be taken. Made by {@link Row#refuse} and
 * {@link JsonPart#refuse}; who reads a table or document turns it into a line of the report. It has
 * no stack trace, since hostile files make many.
 */
public final class RefusedRow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a record of texts and numbers
  private final Problem problem;

  RefusedRow(Problem problem) {
    super(problem.toString(), null, false, false);
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /** Why, and where. */
  public Problem problem() {
    return problem;
  }
}
