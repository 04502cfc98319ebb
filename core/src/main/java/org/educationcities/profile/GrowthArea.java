package org.educationcities.profile;

import java.util.Objects;

/**
 * What a party wants or needs to grow in.
 *
 * @param topic in what
 * @param importance how important it is to them
 */
public record GrowthArea(TopicId topic, Importance importance) {
  /** A growth area in a topic. */
  public GrowthArea {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(importance, "importance");
  }
}
