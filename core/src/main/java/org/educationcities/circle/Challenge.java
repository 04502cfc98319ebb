package org.educationcities.circle;

import java.util.Objects;
import org.educationcities.city.CityId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.TopicId;

/**
 * What a city needs and learners' strengths may serve: a growth area of the city.
 *
 * @param city whose challenge it is
 * @param topic what it is about
 * @param importance how important it is to the city
 */
public record Challenge(CityId city, TopicId topic, Importance importance) {
  /** A challenge of a city. */
  public Challenge {
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(importance, "importance");
  }
}
