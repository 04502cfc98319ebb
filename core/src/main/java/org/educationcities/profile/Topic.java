package org.educationcities.profile;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Set;
import org.educationcities.city.Names;

/**
 * A node of a taxonomy (CASE, ESCO or the city's own).
 *
 * @param id its id
 * @param names its public names
 * @param broader the topics it is part of; may be empty
 */
public record Topic(TopicId id, Names names, Set<TopicId> broader) {
  /** A topic that is not broader than itself. */
  public Topic {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(names, "names");
    broader = ImmutableSet.copyOf(broader);
    if (broader.contains(id)) {
      throw new IllegalArgumentException("Topic '" + id + "' is told to be broader than itself.");
    }
  }

  /** A topic that is part of no other. */
  public static Topic of(TopicId id, Names names) {
    return new Topic(id, names, Set.of());
  }
}
