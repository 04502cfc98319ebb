package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.educationcities.Role;
import org.junit.jupiter.api.Test;

/** The last value that each rule of a policy allows, the first that it does not, and its words. */
class PolicyRulesTest {
  private static final Duration CENTURY = Duration.ofDays(36_525);
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  private static AgeRule from(int age) {
    return new AgeRule(age, 15, Duration.ofHours(6), Duration.ofHours(20), 7, 21, Set.of(), null);
  }

  private static String time(String what) {
    return what + " is a time above 0, and at most 100 years.";
  }

  private static List<String> broken(SafeguardingPolicy.Builder policy) {
    try {
      policy.build();
      return List.of();
    } catch (IllegalArgumentException e) {
      return ImmutableList.copyOf(String.valueOf(e.getMessage()).split("\n", -1));
    }
  }

  private static void assertBreaks(
      Consumer<SafeguardingPolicy.Builder> change, String... expected) {
    SafeguardingPolicy.Builder policy = SamplePolicy.of(1);
    change.accept(policy);
    assertThat(broken(policy)).containsExactly(expected);
  }

  @Test
  void agesAreThoseOfPeopleAndInOrder() {
    String minimum = "The minimum age is 0 to 150 years.";
    String own = "The age of own permission is not below the minimum age, and at most 150.";
    assertBreaks(
        it -> it.minimumAge(-1),
        minimum,
        "A rule holds from the minimum age on, or from below it.");
    assertBreaks(it -> it.minimumAge(0));
    assertBreaks(it -> it.minimumAge(150).ageOfOwnPermission(150));
    assertBreaks(it -> it.minimumAge(151).ageOfOwnPermission(151), minimum, own);
    assertBreaks(it -> it.minimumAge(18));
    assertBreaks(it -> it.minimumAge(19), own);
    assertBreaks(it -> it.ageOfOwnPermission(151), own);
  }

  @Test
  void someRuleHoldsForTheYoungestAndNoTwoForOneAge() {
    String youngest = "A rule holds from the minimum age on, or from below it.";
    assertThat(broken(SamplePolicy.withoutAges(1))).containsExactly(youngest);
    assertThat(broken(SamplePolicy.withoutAges(1).age(from(6)))).containsExactly(youngest);
    assertThat(broken(SamplePolicy.withoutAges(1).age(from(5)))).isEmpty();
    assertThat(broken(SamplePolicy.withoutAges(1).age(from(5)).age(from(6)))).isEmpty();
    assertThat(broken(SamplePolicy.withoutAges(1).age(from(5)).age(from(5))))
        .containsExactly("No two rules hold from the same age.");
  }

  @Test
  void itHasANameAVersionAMomentAndAnAdult() {
    assertThat(broken(SamplePolicy.of(0))).containsExactly("A policy's version is 1 or more.");
    assertBreaks(it -> it.fewestAdults(0), "At least one adult is there.");
    assertThat(named(" ", FROM)).containsExactly("A policy has a name.");
    String moment = "A policy is in force from a moment of the years 1900 to 9999.";
    Instant first = Instant.parse("1900-01-01T00:00:00Z");
    Instant beyond = Instant.parse("+10000-01-01T00:00:00Z");
    assertThat(named("It", first)).isEmpty();
    assertThat(named("It", first.minusNanos(1))).containsExactly(moment);
    assertThat(named("It", beyond.minusNanos(1))).isEmpty();
    assertThat(named("It", beyond)).containsExactly(moment);
  }

  private static List<String> named(String name, Instant from) {
    return broken(
        SafeguardingPolicy.builder(name, 1, from)
            .minimumAge(5)
            .ageOfOwnPermission(18)
            .fewestAdults(1)
            .age(from(5))
            .vetting("cleared", CENTURY)
            .factsNoOlderThan(CENTURY)
            .clearanceValidFor(CENTURY)
            .arrivalDelay(CENTURY)
            .quietHours(QuietHours.NONE)
            .statistics(10, 10));
  }

  @Test
  void eachTimeIsAboveNothingAndAtMostACentury() {
    assertBreaks(it -> it.vetting("other", CENTURY).retention("collaboration", CENTURY));
    for (Duration each : List.of(Duration.ZERO, Duration.ofNanos(-1), CENTURY.plusNanos(1))) {
      assertBreaks(it -> it.vetting("other", each), time("The vetting other"));
      assertBreaks(it -> it.factsNoOlderThan(each), time("factsNoOlderThan"));
      assertBreaks(it -> it.clearanceValidFor(each), time("clearanceValidFor"));
      assertBreaks(it -> it.arrivalDelay(each), time("arrivalDelay"));
      assertBreaks(it -> it.retention("concern", each), time("The retention of concern"));
    }
  }

  @Test
  void publishedFiguresAreAboutSomeAndProtected() {
    String cell = "The smallest cell that is published has 2 to 1000 people.";
    String width = "The protection width is 1 to 1000.";
    assertBreaks(it -> it.statistics(2, 1));
    assertBreaks(it -> it.statistics(1000, 1000));
    assertBreaks(it -> it.statistics(1, 0), cell, width);
    assertBreaks(it -> it.statistics(1001, 1001), cell, width);
  }

  /** All that a builder leaves out, told at once; what would loosen has its default. */
  @Test
  void nothingThatProtectsHasADefault() {
    assertThat(broken(SafeguardingPolicy.builder("It", 1, FROM)))
        .containsExactly("The quiet hours are not told.", "Maybe QuietHours.NONE is meant.");
    assertThat(broken(SafeguardingPolicy.builder("It", 1, FROM).quietHours(QuietHours.NONE)))
        .containsExactly(
            "The minimum age is 0 to 150 years.",
            "At least one adult is there.",
            "A rule holds from the minimum age on, or from below it.",
            "At least one kind of vetting counts.",
            time("factsNoOlderThan"),
            time("clearanceValidFor"),
            time("arrivalDelay"),
            "The smallest cell that is published has 2 to 1000 people.",
            "The protection width is 1 to 1000.");
    SafeguardingPolicy policy = SamplePolicy.of(1).build();
    assertThat(policy.overrides()).isEqualTo(OverrideRule.NONE);
    assertThat(policy.disclosed()).isEmpty();
    assertThat(policy.retention()).isEmpty();
  }

  @Test
  void aPolicySaysWhatItWasBuiltOf() {
    OverrideRule overrides = SamplePolicy.overrides();
    SafeguardingPolicy policy =
        SafeguardingPolicy.builder("Ours", 7, FROM)
            .minimumAge(6)
            .ageOfOwnPermission(16)
            .fewestAdults(2)
            .age(from(9))
            .age(from(4))
            .vetting("cleared", Duration.ofDays(3))
            .factsNoOlderThan(Duration.ofDays(4))
            .clearanceValidFor(Duration.ofDays(5))
            .arrivalDelay(Duration.ofDays(6))
            .quietHours(new QuietHours(LocalTime.of(20, 0), LocalTime.of(6, 0)))
            .retention("concern", Duration.ofDays(7))
            .statistics(12, 13)
            .overrides(overrides)
            .disclosed(Set.of(PersonalField.GIVEN_NAME))
            .build();
    assertThat(policy.toString()).isEqualTo("SafeguardingPolicy[Ours, version 7]");
    assertThat(policy.name()).isEqualTo("Ours");
    assertThat(policy.version()).isEqualTo(7);
    assertThat(policy.inForceFrom()).isEqualTo(FROM);
    assertThat(policy.minimumAge()).isEqualTo(6);
    assertThat(policy.ageOfOwnPermission()).isEqualTo(16);
    assertThat(policy.fewestAdults()).isEqualTo(2);
    assertThat(policy.ages()).containsExactly(from(4), from(9));
    assertThat(policy.at(3)).isEqualTo(from(4));
    assertThat(policy.at(8)).isEqualTo(from(4));
    assertThat(policy.at(9)).isEqualTo(from(9));
    assertThat(policy.vettings()).containsOnlyKeys("cleared");
    assertThat(policy.vettings().get("cleared")).isEqualTo(Duration.ofDays(3));
    assertThat(policy.factsNoOlderThan()).isEqualTo(Duration.ofDays(4));
    assertThat(policy.clearanceValidFor()).isEqualTo(Duration.ofDays(5));
    assertThat(policy.arrivalDelay()).isEqualTo(Duration.ofDays(6));
    assertThat(policy.quietHours().from()).isEqualTo(LocalTime.of(20, 0));
    assertThat(policy.retention().get("concern")).isEqualTo(Duration.ofDays(7));
    assertThat(policy.smallestCell()).isEqualTo(12);
    assertThat(policy.protectionWidth()).isEqualTo(13);
    assertThat(policy.overrides()).isEqualTo(overrides);
    assertThat(policy.disclosed()).containsExactly(PersonalField.GIVEN_NAME);
  }

  @Test
  void twoOfTheSameRulesAreEqualAndOthersAreNot() {
    SafeguardingPolicy one = SamplePolicy.of(1).build();
    assertThat(one)
        .isEqualTo(SamplePolicy.of(1).build())
        .hasSameHashCodeAs(SamplePolicy.of(1).build());
    assertThat(one).isNotEqualTo(SamplePolicy.of(2).build());
    assertThat(one.hashCode()).isNotEqualTo(SamplePolicy.of(2).build().hashCode());
    assertThat(one).isNotEqualTo("a policy");
  }

  /** Of a rule by age: its bounds. */
  @Test
  void aRuleByAgeKeepsItsBounds() {
    Duration day = Duration.ofDays(1);
    Duration week = Duration.ofDays(7);
    Duration nano = Duration.ofNanos(1);
    assertRule("An age is 0 to 150 years.", -1, 1, nano, nano, 0, 24, null);
    assertRule("An age is 0 to 150 years.", 151, 1, nano, nano, 0, 24, null);
    assertRule("One adult is with at least one learner.", 0, 0, nano, nano, 0, 24, null);
    String hoursOfADay = "The hours of a day are above 0 and at most 24.";
    assertRule(hoursOfADay, 0, 1, Duration.ZERO, nano, 0, 24, null);
    assertRule(hoursOfADay, 0, 1, nano.negated(), nano, 0, 24, null);
    assertRule(hoursOfADay, 0, 1, day.plus(nano), week, 0, 24, null);
    String hoursOfAWeek = "The hours of a week are not below those of a day, and at most 168.";
    assertRule(hoursOfAWeek, 0, 1, day, day.minus(nano), 0, 24, null);
    assertRule(hoursOfAWeek, 0, 1, day, week.plus(nano), 0, 24, null);
    String hours = "The hours of the day are 0 to 24, earliest first.";
    assertRule(hours, 0, 1, nano, nano, -1, 24, null);
    assertRule(hours, 0, 1, nano, nano, 0, 25, null);
    assertRule(hours, 0, 1, nano, nano, 7, 7, null);
    assertRule("A distance is 0 metres or more.", 0, 1, nano, nano, 0, 24, -1);
    assertThatCode(() -> new AgeRule(0, 1, day, day, 0, 24, Set.of(), 0))
        .doesNotThrowAnyException();
    assertThatCode(() -> new AgeRule(150, 1, nano, week, 23, 24, Set.of(), null))
        .doesNotThrowAnyException();
  }

  private static void assertRule(
      String words,
      int age,
      int learners,
      Duration day,
      Duration week,
      int from,
      int to,
      @org.jspecify.annotations.Nullable Integer far) {
    assertThatThrownBy(() -> new AgeRule(age, learners, day, week, from, to, Set.of(), far))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @Test
  void aRuleAsksAboutThePlaceWhereItRefusesAKindOrADistance() {
    Duration day = Duration.ofHours(6);
    Duration week = Duration.ofHours(20);
    assertThat(new AgeRule(0, 1, day, week, 7, 21, Set.of(), null).asksAboutThePlace()).isFalse();
    assertThat(new AgeRule(0, 1, day, week, 7, 21, Set.of("lab"), null).asksAboutThePlace())
        .isTrue();
    assertThat(new AgeRule(0, 1, day, week, 7, 21, Set.of(), 0).asksAboutThePlace()).isTrue();
  }

  @Test
  void aRuleOfOverridesSaysNothingOrEverything() {
    Set<Role> leads = Set.of(Role.SAFEGUARDING_LEAD);
    Set<Overridable> hours = Set.of(Overridable.HOURS);
    Duration year = Duration.ofDays(366);
    String nothing = "Where nothing may be overridden there is nobody to do it, and no time.";
    assertOverrides(nothing, Set.of(), leads, Duration.ZERO);
    assertOverrides(nothing, Set.of(), Set.of(), year);
    String lead = "One of the two who override is a safeguarding lead.";
    assertOverrides(lead, hours, Set.of(), year);
    assertOverrides(lead, hours, Set.of(Role.EDUCATOR, Role.PLANNER), year);
    for (Role each : Role.values()) {
      if (!Set.of(Role.EDUCATOR, Role.PLANNER, Role.SAFEGUARDING_LEAD).contains(each)) {
        assertOverrides(
            "Educators, planners and safeguarding leads may override, nobody else.",
            hours,
            Set.of(each, Role.SAFEGUARDING_LEAD),
            year);
      }
    }
    String time = "An override holds for a time above 0, and at most a year.";
    assertOverrides(time, hours, leads, Duration.ZERO);
    assertOverrides(time, hours, leads, Duration.ofNanos(-1));
    assertOverrides(time, hours, leads, year.plusNanos(1));
    assertThat(new OverrideRule(hours, leads, year).longest()).isEqualTo(year);
  }

  private static void assertOverrides(
      String words, Set<Overridable> conditions, Set<Role> roles, Duration longest) {
    assertThatThrownBy(() -> new OverrideRule(conditions, roles, longest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }
}
