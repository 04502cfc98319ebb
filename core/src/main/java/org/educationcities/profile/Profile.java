package org.educationcities.profile;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The strengths and growth areas of a party: a learner, an educator, a classroom, a school, a
 * resource, an opportunity or a city. One strength and one growth area a topic. Immutable.
 */
public final class Profile {
  private static final Comparator<TopicId> BY_ID = Comparator.comparing(TopicId::value);
  private static final Profile EMPTY = builder().build();

  private final Map<TopicId, Proficiency> strengths;
  private final Map<TopicId, Importance> growthAreas;

  private Profile(Builder builder) {
    strengths = ImmutableSortedMap.copyOf(builder.strengths, BY_ID);
    growthAreas = ImmutableSortedMap.copyOf(builder.growthAreas, BY_ID);
  }

  /** Starts an empty profile. */
  public static Builder builder() {
    return new Builder();
  }

  /** A profile of which nothing is known. */
  public static Profile empty() {
    return EMPTY;
  }

  /** The strengths, by topic id. */
  public List<Strength> strengths() {
    return strengths.entrySet().stream()
        .map(each -> new Strength(each.getKey(), each.getValue()))
        .toList();
  }

  /** The growth areas, by topic id. */
  public List<GrowthArea> growthAreas() {
    return growthAreas.entrySet().stream()
        .map(each -> new GrowthArea(each.getKey(), each.getValue()))
        .toList();
  }

  /** How well the party can do a topic; {@link Proficiency#NONE} if nothing is said of it. */
  public Proficiency proficiencyIn(TopicId topic) {
    return strengths.getOrDefault(topic, Proficiency.NONE);
  }

  /** Whether nothing is known of the party. */
  public boolean isEmpty() {
    return strengths.isEmpty() && growthAreas.isEmpty();
  }

  /** A builder that starts from this profile. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.strengths.putAll(strengths);
    builder.growthAreas.putAll(growthAreas);
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profile that
        && strengths.equals(that.strengths)
        && growthAreas.equals(that.growthAreas);
  }

  @Override
  public int hashCode() {
    return 31 * strengths.hashCode() + growthAreas.hashCode();
  }

  /** Counts only: what somebody can and cannot do is personal. */
  @Override
  public String toString() {
    return "Profile[" + strengths.size() + " strengths, " + growthAreas.size() + " growth areas]";
  }

  /** Collects strengths and growth areas. Not thread-safe. */
  public static final class Builder {
    private final Map<TopicId, Proficiency> strengths = new TreeMap<>(BY_ID);
    private final Map<TopicId, Importance> growthAreas = new TreeMap<>(BY_ID);

    private Builder() {}

    /** Sets the strength in a topic; {@link Proficiency#NONE} takes it away. */
    public Builder strength(TopicId topic, Proficiency proficiency) {
      if (proficiency == Proficiency.NONE) {
        strengths.remove(topic);
      } else {
        strengths.put(topic, proficiency);
      }
      return this;
    }

    /** Sets the growth area in a topic. */
    public Builder growthArea(TopicId topic, Importance importance) {
      growthAreas.put(topic, importance);
      return this;
    }

    /** Adds a growth area unless a more important one in the topic is there already. */
    public Builder atLeast(TopicId topic, Importance importance) {
      growthAreas.merge(
          topic, importance, (known, added) -> known.level() >= added.level() ? known : added);
      return this;
    }

    /** Takes away the growth area in a topic. */
    public Builder withoutGrowthArea(TopicId topic) {
      growthAreas.remove(topic);
      return this;
    }

    /** The profile. */
    public Profile build() {
      return new Profile(this);
    }
  }
}
