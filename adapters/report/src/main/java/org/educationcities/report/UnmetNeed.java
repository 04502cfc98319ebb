package org.educationcities.report;

import java.util.Objects;
import org.educationcities.insight.SafeFigure;

/**
 * What is missing, and where: learners of a locality with a growth area that no place answered.
 *
 * @param topic the topic's name
 * @param locality the locality's name
 * @param learners how many learners
 */
public record UnmetNeed(String topic, String locality, SafeFigure learners) {
  /** A need, checked. */
  public UnmetNeed {
    topic = Checks.name(topic, "topic");
    locality = Checks.name(locality, "locality");
    Objects.requireNonNull(learners, "learners");
  }
}
