package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportReport;
import org.educationcities.exchange.Problem;

/**
 * Tokens that the inputs hold where a child's data stands. No message may repeat one, whatever was
 * wrong.
 */
final class Canary {
  static final String NAME = "Qzxcanary";
  static final String DAY = "1907-03-29";
  static final String PLACE = "31.98765";
  private static final List<String> TOKENS = List.of(NAME, DAY, PLACE);

  /** After these the first line was no header: it may be a child's row, and is not repeated. */
  private static final Set<String> NO_HEADER =
      Set.of("column-missing", "column-twice", "header-missing");

  private static final int LONGEST_REASON = 400;

  private Canary() {}

  /** Nothing of the input is in a message, neither in those of its causes. */
  static void isNotIn(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      isNotIn(String.valueOf(each.getMessage()));
      for (Throwable suppressed : each.getSuppressed()) {
        isNotIn(suppressed);
      }
    }
  }

  static void isNotIn(String text) {
    for (String token : TOKENS) {
      if (text.contains(token)) {
        throw new AssertionError("A message repeats what stands in the input: " + text);
      }
    }
  }

  /** What a report says is safe to print, and says nothing of what a cell holds. */
  static void isNotIn(ImportReport report) {
    isNotInProblems(report.refused());
    isNotInProblems(report.notes());
  }

  /** The same of what ended an import; names of files are the host's own. */
  static void isNotInRefusal(ImportException refused) {
    assertThat(refused.problems()).isNotEmpty();
    assertThat(refused.code()).isEqualTo(refused.problems().get(0).code());
    isNotInProblems(refused.problems());
    if (refused.getCause() != null) {
      isNotIn(refused.getCause());
    }
  }

  private static void isNotInProblems(List<Problem> problems) {
    for (Problem each : problems) {
      isNotIn(each.code());
      isNotIn(each.reason());
      isShort(each);
      isPrintable(each.toString());
      if (problems.stream()
          .anyMatch(
              other -> other.file().equals(each.file()) && NO_HEADER.contains(other.code()))) {
        isNotIn(each.field());
      }
    }
  }

  private static void isShort(Problem problem) {
    assertThat(problem.reason().length()).isBetween(1, LONGEST_REASON);
    assertThat(problem.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  /** No control and nothing that turns the direction of a line round or hides in it. */
  private static void isPrintable(String text) {
    text.chars()
        .filter(each -> each != '\n')
        .filter(
            each -> {
              int type = Character.getType(each);
              return type == Character.CONTROL
                  || type == Character.FORMAT
                  || type == Character.SURROGATE
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR;
            })
        .findFirst()
        .ifPresent(
            each -> {
              throw new AssertionError(
                  "A message holds the character U+" + Integer.toHexString(each) + ".");
            });
  }
}
