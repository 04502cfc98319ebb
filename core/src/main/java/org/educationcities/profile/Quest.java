package org.educationcities.profile;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Set;
import org.educationcities.people.LearnerId;

/**
 * What a learner sets out to learn, in their own words and topics. It starts with the child. A
 * quest that no opportunity near answers becomes a growth area of the city, and an invitation to
 * those who could answer it.
 *
 * @param id its id
 * @param learner whose it is
 * @param words their own words, at most 1,000 characters, may be empty; personal, never shown
 *     beyond those who coach them
 * @param topics what it is about; at least one
 */
public record Quest(QuestId id, LearnerId learner, String words, Set<TopicId> topics) {
  /** A quest about at least one topic. */
  public Quest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(learner, "learner");
    topics = ImmutableSet.copyOf(topics);
    if (words.length() > 1000) {
      throw new IllegalArgumentException(
          "A quest's words have at most 1000 characters, not " + words.length() + ".");
    }
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("A quest is about at least one topic.");
    }
  }

  /** The id only: the words are the child's own. */
  @Override
  public String toString() {
    return "Quest[" + id + "]";
  }
}
