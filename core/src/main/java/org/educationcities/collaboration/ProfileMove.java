package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;

/**
 * How reflections move a learner's profile: the loop closes.
 *
 * <p>Stated: where at least {@value #FEWEST_HOURS} hours are confirmed and both sides found it
 * relevant (3 or more of 5), the learner's strength rises by one level in each topic of the goals,
 * and the importance of growing in it falls by one, not below 1. Bounded: one level a
 * collaboration, and never beyond {@link Proficiency#STRONG}, since that somebody could teach is
 * for an educator to say. Reversible: every step keeps what was there before.
 *
 * @param collaboration of which collaboration
 * @param learner the id of whose profile
 * @param steps what moved, each topic once
 */
public record ProfileMove(CollaborationId collaboration, String learner, List<Step> steps) {
  /** The confirmed hours below which nothing moves. */
  public static final int FEWEST_HOURS = 4;

  /** How relevant both sides must have found it. */
  public static final int FEWEST_RELEVANCE = 3;

  /**
   * One topic that moved.
   *
   * @param topic in what
   * @param strengthBefore the level before, 0 to 4
   * @param strengthAfter the level after
   * @param importanceBefore the importance before, 0 for no growth area
   * @param importanceAfter the importance after, 0 for no growth area
   */
  public record Step(
      TopicId topic,
      int strengthBefore,
      int strengthAfter,
      int importanceBefore,
      int importanceAfter) {}

  /** A move. */
  public ProfileMove {
    steps = ImmutableList.copyOf(steps);
  }

  /** What reflections move. Without effects. */
  public static ProfileMove of(
      CollaborationId collaboration,
      String learner,
      List<Goal> goals,
      Duration confirmed,
      List<Reflection> reflections,
      Profile profile) {
    boolean bothLookedBack =
        reflections.stream().map(Reflection::side).distinct().count() == Side.values().length;
    boolean relevant = reflections.stream().allMatch(each -> each.relevant() >= FEWEST_RELEVANCE);
    if (!bothLookedBack || !relevant || confirmed.toHours() < FEWEST_HOURS) {
      return new ProfileMove(collaboration, learner, List.of());
    }
    Set<TopicId> topics = goals.stream().map(Goal::topic).collect(ImmutableSet.toImmutableSet());
    return new ProfileMove(
        collaboration,
        learner,
        topics.stream()
            .map(topic -> step(topic, profile))
            .filter(each -> each.strengthBefore() < each.strengthAfter())
            .toList());
  }

  private static Step step(TopicId topic, Profile profile) {
    int strength = profile.proficiencyIn(topic).level();
    int importance = importanceOf(topic, profile);
    return new Step(
        topic,
        strength,
        Math.max(strength, Math.min(strength + 1, Proficiency.STRONG.level())),
        importance,
        importance == 0 ? 0 : Math.max(1, importance - 1));
  }

  private static int importanceOf(TopicId topic, Profile profile) {
    return profile.growthAreas().stream()
        .filter(each -> each.topic().equals(topic))
        .mapToInt(each -> each.importance().level())
        .findFirst()
        .orElse(0);
  }

  /** A profile with the move made, in the topics that still stand where it found them. */
  public Profile madeIn(Profile profile) {
    Profile.Builder moved = profile.toBuilder();
    for (Step each : steps) {
      if (stands(profile, each.topic(), each.strengthBefore(), each.importanceBefore())) {
        put(moved, each.topic(), each.strengthAfter(), each.importanceAfter());
      }
    }
    return moved.build();
  }

  /** A profile with the move taken back, in the topics that still stand where it left them. */
  public Profile takenBackIn(Profile profile) {
    Profile.Builder moved = profile.toBuilder();
    for (Step each : steps) {
      if (stands(profile, each.topic(), each.strengthAfter(), each.importanceAfter())) {
        put(moved, each.topic(), each.strengthBefore(), each.importanceBefore());
      }
    }
    return moved.build();
  }

  private static boolean stands(Profile profile, TopicId topic, int strength, int importance) {
    return profile.proficiencyIn(topic).level() == strength
        && importanceOf(topic, profile) == importance;
  }

  private static void put(Profile.Builder profile, TopicId topic, int strength, int importance) {
    profile.strength(topic, Proficiency.of(strength));
    if (importance > 0) {
      profile.growthArea(topic, new Importance(importance));
    }
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "ProfileMove[" + collaboration + ", " + steps.size() + " topics]";
  }
}
