package org.educationcities;

import java.util.List;

/**
 * What came from outside breaks rules: all of them at once, each with its path. Nothing was taken.
 */
public final class InvalidInputException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  /**
   * One broken rule.
   *
   * @param recordId the id of the record it is in
   * @param path where in it, such as {@code languages[1]}
   * @param rule what must hold; never the value itself
   */
  public record Violation(String recordId, String path, String rule) {}

  @SuppressWarnings("serial") // always an immutable list of records
  private final List<Violation> violations;

  /** An error with every rule that was broken. */
  public InvalidInputException(String kind, List<Violation> violations) {
    super(
        "input-invalid",
        violations.isEmpty() ? "" : violations.get(0).recordId(),
        text(kind, violations));
    this.violations = List.copyOf(violations);
  }

  /** Every broken rule. */
  public List<Violation> violations() {
    return violations;
  }

  private static String text(String kind, List<Violation> violations) {
    StringBuilder text =
        new StringBuilder()
            .append(violations.size())
            .append(" rules are broken by records of ")
            .append(kind)
            .append("; nothing was taken.");
    violations.stream()
        .limit(20)
        .forEach(
            each ->
                text.append("\n  ")
                    .append(each.recordId())
                    .append(": ")
                    .append(each.path())
                    .append(' ')
                    .append(each.rule()));
    return text.append("\nMaybe mend the source, or leave these records out.").toString();
  }
}
