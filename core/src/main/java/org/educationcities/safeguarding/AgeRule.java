package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for learners from an age on, up to that of the next rule.
 *
 * @param fromAge the youngest it is for, 0 to 150 years
 * @param mostLearnersPerAdult how many learners one adult may be with, 1 or more
 * @param mostHoursPerDay the longest that one day's sessions may last together, above 0
 * @param mostHoursPerWeek the longest that the sessions of any seven days on end may last together
 * @param earliestHour the hour of the day before which no session begins, 0 to 23
 * @param latestHour the hour of the day after which no session ends, 1 to 24
 * @param refusedKinds kinds of place that they may not be in, by the codes of the city's resources
 * @param farthestUnaccompanied how many metres, as the crow flies, a place may be from home and
 *     from school, as far as they are known, unless a guardian's permission says that the learner
 *     is accompanied; null for any distance
 */
public record AgeRule(
    int fromAge,
    int mostLearnersPerAdult,
    Duration mostHoursPerDay,
    Duration mostHoursPerWeek,
    int earliestHour,
    int latestHour,
    Set<String> refusedKinds,
    @Nullable Integer farthestUnaccompanied) {

  /** A rule whose numbers make sense. */
  public AgeRule {
    Objects.requireNonNull(mostHoursPerDay, "mostHoursPerDay");
    Objects.requireNonNull(mostHoursPerWeek, "mostHoursPerWeek");
    refusedKinds = ImmutableSortedSet.copyOf(refusedKinds);
    require(fromAge >= 0 && fromAge <= 150, "An age is 0 to 150 years.");
    require(mostLearnersPerAdult >= 1, "One adult is with at least one learner.");
    require(
        !mostHoursPerDay.isNegative()
            && !mostHoursPerDay.isZero()
            && mostHoursPerDay.compareTo(Duration.ofDays(1)) <= 0,
        "The hours of a day are above 0 and at most 24.");
    require(
        mostHoursPerWeek.compareTo(mostHoursPerDay) >= 0
            && mostHoursPerWeek.compareTo(Duration.ofDays(7)) <= 0,
        "The hours of a week are not below those of a day, and at most 168.");
    require(
        0 <= earliestHour && earliestHour < latestHour && latestHour <= 24,
        "The hours of the day are 0 to 24, earliest first.");
    require(
        farthestUnaccompanied == null || farthestUnaccompanied >= 0,
        "A distance is 0 metres or more.");
  }

  /** Whether it must be known where the place is, or what it is. */
  boolean asksAboutThePlace() {
    return !refusedKinds.isEmpty() || farthestUnaccompanied != null;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
