package org.educationcities.report;

import java.util.List;
import java.util.Objects;
import org.educationcities.insight.SafeFigure;

/**
 * What a circle made: how many, and examples that name places, topics and cities, never a person.
 *
 * @param making what was made
 * @param count how many
 * @param examples sentences in the page's language, such as "Hadera learns robotics from Netanya
 *     and hosts it for theatre"; immutable
 */
public record CircleResult(Making making, SafeFigure count, List<String> examples) {
  /** A result, checked. */
  public CircleResult {
    Objects.requireNonNull(making, "making");
    Objects.requireNonNull(count, "count");
    examples = List.copyOf(examples);
    examples.forEach(example -> Checks.name(example, "example"));
  }
}
