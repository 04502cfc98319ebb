package org.educationcities.exchange;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.educationcities.EducationCitiesException;

/**
 * The one exception of everything that reads or writes files. Nothing was taken. Its code is that
 * of the first problem; its message never holds the text of a cell.
 */
public final class ImportException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  @SuppressWarnings("serial") // always an immutable list of records
  private final List<Problem> problems;

  ImportException(List<Problem> problems, long count) {
    super(problems.get(0).code(), problems.get(0).file(), text(problems, count));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** One problem of a file or folder as a whole. */
  public ImportException(String file, String code, String reason) {
    this(ImmutableList.of(Problem.of(file, code, reason)), 1);
  }

  /** One problem with its place. */
  public ImportException(Problem problem) {
    this(ImmutableList.of(problem), 1);
  }

  ImportException(Problem problem, Throwable cause) {
    this(problem);
    initCause(cause);
  }

  /** What could not be taken, as far as the limits let it be kept; at least one. */
  public List<Problem> problems() {
    return problems;
  }

  private static String text(List<Problem> problems, long count) {
    if (count == 1) {
      return problems.get(0).toString();
    }
    StringBuilder text =
        new StringBuilder().append(count).append(" problems were found; nothing was taken.");
    problems.stream().limit(SHOWN).forEach(each -> text.append("\n  ").append(each));
    if (count > SHOWN) {
      text.append("\n  …");
    }
    return text.append("\nMaybe mend the files, or take the rest with BEST_EFFORT.").toString();
  }
}
