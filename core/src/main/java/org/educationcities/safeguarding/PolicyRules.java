package org.educationcities.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What every policy must keep, whoever wrote it. */
final class PolicyRules {
  /** A time beyond is a slip, and no sum with it may overflow. */
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  private final List<String> problems = new ArrayList<>();

  private PolicyRules() {}

  /** Every rule that a document breaks. */
  static List<String> brokenBy(PolicyDocument document) {
    PolicyRules rules = new PolicyRules();
    rules.check(document);
    return rules.problems;
  }

  private void check(PolicyDocument it) {
    require(!it.name().isBlank(), "A policy has a name.");
    require(it.version() >= 1, "A policy's version is 1 or more.");
    require(
        !it.inForceFrom().isBefore(EARLIEST) && it.inForceFrom().isBefore(LATEST),
        "A policy is in force from a moment of the years 1900 to 9999.");
    require(it.minimumAge() >= 0 && it.minimumAge() <= 150, "The minimum age is 0 to 150 years.");
    require(
        it.ageOfOwnPermission() >= it.minimumAge() && it.ageOfOwnPermission() <= 150,
        "The age of own permission is not below the minimum age, and at most 150.");
    require(it.fewestAdults() >= 1, "At least one adult is there.");
    require(
        it.ages().stream().anyMatch(each -> each.fromAge() <= it.minimumAge()),
        "A rule holds from the minimum age on, or from below it.");
    require(
        it.ages().stream().map(AgeRule::fromAge).distinct().count() == it.ages().size(),
        "No two rules hold from the same age.");
    require(!it.vettings().isEmpty(), "At least one kind of vetting counts.");
    it.vettings().forEach((kind, time) -> requireTime("The vetting " + kind, time));
    requireTime("factsNoOlderThan", it.factsNoOlderThan());
    requireTime("clearanceValidFor", it.clearanceValidFor());
    requireTime("arrivalDelay", it.arrivalDelay());
    it.retention().forEach((type, time) -> requireTime("The retention of " + type, time));
    require(
        it.smallestCell() >= 2 && it.smallestCell() <= 1000,
        "The smallest cell that is published has 2 to 1000 people.");
    require(
        it.protectionWidth() >= 1 && it.protectionWidth() <= 1000,
        "The protection width is 1 to 1000.");
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      problems.add(rule);
    }
  }

  private void requireTime(String what, Duration time) {
    require(
        !time.isNegative() && !time.isZero() && time.compareTo(LONGEST) <= 0,
        what + " is a time above 0, and at most 100 years.");
  }
}
