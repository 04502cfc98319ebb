package org.educationcities.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The rules of a city or a country, as data: versioned, in force from a stated moment. Without one
 * the answer to everything is no.
 *
 * @param name what it is called; a sample says that it is one
 * @param version 1 or more; rises with every change
 * @param inForceFrom from when it holds
 * @param minimumAge the youngest who may take part outside school, in years
 * @param ageOfOwnPermission from which age a learner may give their own permission, in years; 150
 *     for never
 * @param mostLearnersPerAdult how many learners one adult may be with
 * @param fewestAdults how many vetted adults must be there at least
 * @param vettingValidFor how long after its issue a vetting counts
 * @param mostHoursPerDay the longest that one day's sessions may last together
 * @param earliestHour the hour of the day before which no session begins, 0 to 23
 * @param latestHour the hour of the day after which no session ends, 1 to 24
 * @param factsNoOlderThan how old the host's facts may be when they are decided on
 * @param clearanceValidFor the longest that a clearance holds
 */
public record SafeguardingPolicy(
    String name,
    int version,
    Instant inForceFrom,
    int minimumAge,
    int ageOfOwnPermission,
    int mostLearnersPerAdult,
    int fewestAdults,
    Duration vettingValidFor,
    Duration mostHoursPerDay,
    int earliestHour,
    int latestHour,
    Duration factsNoOlderThan,
    Duration clearanceValidFor) {

  /** A policy whose numbers make sense. */
  public SafeguardingPolicy {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(inForceFrom, "inForceFrom");
    require(version >= 1, "A policy's version is 1 or more.");
    require(minimumAge >= 0 && minimumAge <= 150, "The minimum age is 0 to 150.");
    require(
        ageOfOwnPermission >= minimumAge && ageOfOwnPermission <= 150,
        "The age of own permission is not below the minimum age.");
    require(mostLearnersPerAdult >= 1, "One adult is with at least one learner.");
    require(fewestAdults >= 1, "At least one adult is there.");
    require(
        0 <= earliestHour && earliestHour < latestHour && latestHour <= 24,
        "The hours of the day are 0 to 24, earliest first.");
    for (Duration each :
        new Duration[] {vettingValidFor, mostHoursPerDay, factsNoOlderThan, clearanceValidFor}) {
      require(!each.isNegative() && !each.isZero(), "A policy's durations are above 0.");
    }
  }

  /**
   * A sample to try things out with, and to write one's own by. It is nobody's law.
   *
   * @param inForceFrom from when it holds
   */
  public static SafeguardingPolicy sample(Instant inForceFrom) {
    return new SafeguardingPolicy(
        "Sample policy, not for use",
        1,
        inForceFrom,
        5,
        18,
        15,
        1,
        Duration.ofDays(3 * 365),
        Duration.ofHours(6),
        7,
        21,
        Duration.ofDays(1),
        Duration.ofDays(200));
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
