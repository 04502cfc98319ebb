package org.educationcities.profile;

import java.util.Objects;

/**
 * What a party can do.
 *
 * @param topic in what
 * @param proficiency how well
 */
public record Strength(TopicId topic, Proficiency proficiency) {
  /** A strength in a topic. */
  public Strength {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(proficiency, "proficiency");
  }
}
