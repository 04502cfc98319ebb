package org.educationcities.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configuration cannot be used. All its problems are told at once; nothing was opened. */
public final class ConfigurationException extends SpiException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // always an immutable list of strings
  private final List<String> problems;

  /**
   * An error that lists every problem found.
   *
   * @param problems at least one sentence, each naming the setting it is about
   */
  public ConfigurationException(List<String> problems) {
    this(problems, null);
  }

  /**
   * An error that lists every problem found.
   *
   * @param problems at least one sentence, each naming the setting it is about
   * @param cause what lies behind it, or null
   */
  public ConfigurationException(List<String> problems, @Nullable Throwable cause) {
    super("configuration", String.join("\n", problems), cause);
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("A configuration error names at least one problem.");
    }
    this.problems = List.copyOf(problems);
  }

  /** Every problem, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
