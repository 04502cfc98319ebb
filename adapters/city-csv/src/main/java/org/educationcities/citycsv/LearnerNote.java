package org.educationcities.citycsv;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What a roster does not say of a learner.
 *
 * @param id the learner's id
 * @param languages they speak, BCP 47 tags, the main one first
 * @param arrangements they need, by the codes of the city's list
 * @param position where their way begins, or null
 */
public record LearnerNote(
    String id, List<String> languages, Set<String> arrangements, @Nullable GeoPoint position) {
  /** A note about a learner. */
  public LearnerNote {
    Objects.requireNonNull(id, "id");
    languages = ImmutableList.copyOf(languages);
    arrangements = ImmutableSet.copyOf(arrangements);
  }

  /** The id only. */
  @Override
  public String toString() {
    return "LearnerNote[" + id + "]";
  }
}
