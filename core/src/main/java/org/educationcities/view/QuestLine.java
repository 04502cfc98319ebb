package org.educationcities.view;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Set;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;

/**
 * One quest, shown to those who coach the child and to the child's own side.
 *
 * @param id its id
 * @param words the child's own words
 * @param topics what it is about
 */
public record QuestLine(QuestId id, String words, Set<TopicId> topics) {
  /** A quest. */
  public QuestLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(words, "words");
    topics = ImmutableSet.copyOf(topics);
  }

  /** The id only: the words are the child's own. */
  @Override
  public String toString() {
    return "QuestLine[" + id + "]";
  }
}
