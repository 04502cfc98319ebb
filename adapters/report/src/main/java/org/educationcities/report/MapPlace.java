package org.educationcities.report;

import java.util.List;
import java.util.Objects;

/**
 * A school or a ground for learning on a city's map. Never a person's home.
 *
 * @param name its public name
 * @param kind whether a school, tapped or untapped
 * @param sort what it is, in words ("theatre", "community centre"); may be empty
 * @param latitude degrees north, WGS84, -90..90
 * @param longitude degrees east, WGS84, -180..180
 * @param topics what can be learned there, the first are shown first; immutable
 * @param isGenerated whether it was generated rather than taken from a real list
 */
public record MapPlace(
    String name,
    Kind kind,
    String sort,
    double latitude,
    double longitude,
    List<String> topics,
    boolean isGenerated) {

  /** What a place is for learners today. */
  public enum Kind {
    /** A school. */
    SCHOOL,
    /** Ground for learning that offers something this term. */
    TAPPED,
    /** Ground for learning that offers nothing yet; its topics are inferred from its sort. */
    UNTAPPED
  }

  /** A place, checked. */
  public MapPlace {
    name = Checks.name(name, "place's name");
    Objects.requireNonNull(kind, "kind");
    sort = Checks.text(sort, "place's sort");
    Checks.position(latitude, longitude);
    topics = List.copyOf(topics);
    topics.forEach(topic -> Checks.name(topic, "place's topic"));
  }
}
