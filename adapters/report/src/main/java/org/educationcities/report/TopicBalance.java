package org.educationcities.report;

import java.util.Objects;
import org.educationcities.insight.SafeFigure;

/**
 * A city's strengths against its growth areas in one topic.
 *
 * @param topic the topic's name
 * @param strengths how many of the city's parties (learners, educators, resources) count it among
 *     their strengths
 * @param growthAreas how many count it among their growth areas
 * @param places how many places of this term's opportunities teach it
 */
public record TopicBalance(
    String topic, SafeFigure strengths, SafeFigure growthAreas, SafeFigure places) {
  /** A balance, checked. */
  public TopicBalance {
    topic = Checks.name(topic, "topic");
    Objects.requireNonNull(strengths, "strengths");
    Objects.requireNonNull(growthAreas, "growthAreas");
    Objects.requireNonNull(places, "places");
  }
}
