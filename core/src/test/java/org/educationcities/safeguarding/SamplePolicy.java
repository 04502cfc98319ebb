package org.educationcities.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.educationcities.Role;

/** The sample policy as a builder, for tests to change one thing of. */
public final class SamplePolicy {
  private static final Instant IN_FORCE = Instant.parse("2026-01-01T00:00:00Z");

  private SamplePolicy() {}

  /** The sample without its rule by age. */
  public static SafeguardingPolicy.Builder withoutAges(int version) {
    return SafeguardingPolicy.builder("Test", version, IN_FORCE)
        .minimumAge(5)
        .ageOfOwnPermission(18)
        .fewestAdults(1)
        .vetting("cleared", Duration.ofDays(3 * 365))
        .factsNoOlderThan(Duration.ofDays(1))
        .clearanceValidFor(Duration.ofDays(200))
        .arrivalDelay(Duration.ofMinutes(15))
        .quietHours(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)))
        .statistics(10, 10);
  }

  /** The sample. */
  public static SafeguardingPolicy.Builder of(int version) {
    return withoutAges(version)
        .age(new AgeRule(0, 15, Duration.ofHours(6), Duration.ofHours(20), 7, 21, Set.of(), null));
  }

  /** A rule by which all that can be overridden may be, for thirty days. */
  public static OverrideRule overrides() {
    return new OverrideRule(
        Set.of(Overridable.values()),
        Set.of(Role.EDUCATOR, Role.PLANNER, Role.SAFEGUARDING_LEAD),
        Duration.ofDays(30));
  }
}
