package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.educationcities.safeguarding.TableCity.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.educationcities.Role;
import org.educationcities.persistence.Store;
import org.educationcities.safeguarding.OverrideDocument.Say;
import org.educationcities.safeguarding.TableCity.How;
import org.educationcities.safeguarding.TableCity.Told;
import org.junit.jupiter.api.Test;

/** When a stored override has force, until when, and what stays of it. */
class OverrideDocumentTest {
  private static final OverrideDocument GOOD = TableCity.override(Set.of(Overridable.AGE));
  private static final Activity ACTIVITY = TableCity.activity(Told.WHOLE);
  private static final Say LEAD = new Say("lead-1", Role.SAFEGUARDING_LEAD, NOW);
  private static final Say EDUCATOR = new Say("educator-1", Role.EDUCATOR, NOW);

  private static OverrideRule rule(int days) {
    return new OverrideRule(
        Set.of(Overridable.values()),
        EnumSet.of(Role.EDUCATOR, Role.PLANNER, Role.SAFEGUARDING_LEAD),
        Duration.ofDays(days));
  }

  @Test
  void itEndsWithItsTimeOrTheLongestOfTheRuleWhicheverIsFirst() {
    Instant until = GOOD.until();
    assertThat(GOOD.endsUnder(rule(30), ACTIVITY, NOW)).hasValue(until);
    assertThat(GOOD.endsUnder(rule(24), ACTIVITY, NOW)).hasValue(until.minus(Duration.ofDays(1)));
    assertThat(GOOD.endsUnder(rule(30), ACTIVITY, until.minusNanos(1))).hasValue(until);
    assertThat(GOOD.endsUnder(rule(30), ACTIVITY, until)).isEmpty();
  }

  @Test
  void itIsForOneLearnerOneActivityAndOneProvider() {
    Activity a = ACTIVITY;
    for (String[] each :
        List.of(
            new String[] {"learner-2", "stage", "theatre"},
            new String[] {"learner-1", "pitch", "theatre"},
            new String[] {"learner-1", "stage", "stadium"})) {
      Activity other =
          new Activity(
              a.subjectId(),
              1,
              new org.educationcities.people.LearnerId(each[0]),
              each[1],
              each[2],
              a.adultIds(),
              1,
              a.sessions(),
              List.of());
      assertThat(GOOD.endsUnder(rule(30), other, NOW)).as("%s", List.of(each)).isEmpty();
    }
  }

  @Test
  void oneOfTheTwoIsALeadInEitherPlace() {
    Say planner = new Say("planner-1", Role.PLANNER, NOW);
    assertThat(OverrideDocuments.saidBy(GOOD, LEAD, EDUCATOR).endsUnder(rule(30), ACTIVITY, NOW))
        .isPresent();
    assertThat(OverrideDocuments.saidBy(GOOD, planner, EDUCATOR).endsUnder(rule(30), ACTIVITY, NOW))
        .isEmpty();
    assertThat(
            OverrideDocuments.saidBy(GOOD, LEAD, new Say("lead-2", Role.SAFEGUARDING_LEAD, NOW))
                .endsUnder(rule(30), ACTIVITY, NOW))
        .isPresent();
  }

  /** Roles that may no more, somebody erased, of a side, or there: in either of the two places. */
  @Test
  void whoMayNotCountsInNeitherPlace() {
    for (Say each :
        List.of(
            new Say("mentor-9", Role.MENTOR, NOW),
            EDUCATOR.byStandIn("erased-1"),
            EDUCATOR.byStandIn("learner-1"),
            EDUCATOR.byStandIn("theatre"),
            EDUCATOR.byStandIn("mentor-1"))) {
      assertThat(OverrideDocuments.saidBy(GOOD, each, LEAD).endsUnder(rule(30), ACTIVITY, NOW))
          .as("proposed by %s", each.by())
          .isEmpty();
      assertThat(OverrideDocuments.saidBy(GOOD, LEAD, each).endsUnder(rule(30), ACTIVITY, NOW))
          .as("seconded by %s", each.by())
          .isEmpty();
    }
  }

  @Test
  void itWaitsUntilItIsSecondedOrRevoked() {
    OverrideDocument waiting = OverrideDocuments.waiting();
    assertThat(waiting.isWaiting()).isTrue();
    assertThat(waiting.seconded(LEAD).isWaiting()).isFalse();
    assertThat(waiting.revoked(LEAD).isWaiting()).isFalse();
    assertThat(waiting.seconded(LEAD)).isEqualTo(GOOD);
    assertThat(waiting.endsUnder(rule(30), ACTIVITY, NOW)).isEmpty();
    assertThat(GOOD.revoked(LEAD).endsUnder(rule(30), ACTIVITY, NOW)).isEmpty();
    assertThat(GOOD.revoked(LEAD).revoked()).isEqualTo(LEAD);
  }

  @Test
  void howOftenItWasUsedIsNotWhatItSays() {
    assertThat(GOOD.used().uses()).isEqualTo(1);
    assertThat(GOOD.used().used().uses()).isEqualTo(2);
    assertThat(GOOD.used().saysTheSameAs(GOOD)).isTrue();
    assertThat(GOOD.saysTheSameAs(GOOD.used())).isTrue();
    assertThat(GOOD.saysTheSameAs(GOOD.revoked(LEAD))).isFalse();
  }

  @Test
  void aStandInTakesTheirPlaceWhereverTheySaidSomething() {
    OverrideDocument all = GOOD.revoked(EDUCATOR);
    OverrideDocument without = all.without("educator-1", "erased-1");
    assertThat(without.proposed()).isEqualTo(EDUCATOR.byStandIn("erased-1"));
    assertThat(without.seconded()).isEqualTo(LEAD);
    assertThat(without.revoked()).isEqualTo(EDUCATOR.byStandIn("erased-1"));
    assertThat(all.without("lead-1", "erased-2").seconded()).isEqualTo(LEAD.byStandIn("erased-2"));
    assertThat(all.without("somebody-else", "erased-3")).isEqualTo(all);
    OverrideDocument waiting = OverrideDocuments.waiting();
    assertThat(waiting.without("lead-1", "erased-1")).isEqualTo(waiting);
  }

  @Test
  void itNamesAConditionAndAReason() {
    assertThatThrownBy(() -> document(Set.of(), "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An override names at least one condition.");
    assertThat(document(Set.of(Overridable.AGE), "x".repeat(2000)).reason()).hasSize(2000);
    for (String reason : List.of("", " ", "x".repeat(2001))) {
      assertThatThrownBy(() -> document(Set.of(Overridable.AGE), reason))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The reason of an override has 1 to 2000 characters, not " + reason.length() + ".");
    }
  }

  private static OverrideDocument document(Set<Overridable> conditions, String reason) {
    return new OverrideDocument(
        "v-1", TableCity.LEARNER, "stage", "theatre", conditions, reason, NOW, LEAD, null, null, 0);
  }

  /** Of several the one that ends last, for each condition; the clearance ends with the first. */
  @Test
  void ofSeveralTheLongestStandsInForEachCondition() {
    Store store = TableCity.prepared(TableCity.Kept.WHOLE);
    insert(store, "v-1", Overridable.AGE, 20);
    insert(store, "v-2", Overridable.AGE, 25);
    insert(store, "v-3", Overridable.AGE, 22);
    Told young = new Told(true, How.OVERRIDABLY, How.HOLDS, How.HOLDS, true, true, true);
    Clearance clearance = granted(store, young);
    assertThat(clearance.overrideIds()).containsExactly("v-2");
    assertThat(clearance.expiresAt()).isEqualTo(SafeRoom.in(25));

    Told youngAndLate = new Told(true, How.OVERRIDABLY, How.HOLDS, How.HOLDS, true, false, true);
    assertThat(TableCity.evaluator(store, youngAndLate).evaluate(TableCity.activity(youngAndLate)))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("age", "hours")));
    insert(store, "v-4", Overridable.HOURS, 10);
    Clearance both = granted(store, youngAndLate);
    assertThat(both.overrideIds()).containsExactly("v-2", "v-4");
    assertThat(both.expiresAt()).isEqualTo(SafeRoom.in(10));
  }

  private static Clearance granted(Store store, Told told) {
    return ((ClearanceDecision.Granted)
            TableCity.evaluator(store, told).evaluate(TableCity.activity(told)))
        .clearance();
  }

  private static void insert(Store store, String id, Overridable condition, int days) {
    store.run(
        unit ->
            unit.insert(
                SafeguardingTypes.OVERRIDE,
                new OverrideDocument(
                    id,
                    TableCity.LEARNER,
                    "stage",
                    "theatre",
                    Set.of(condition),
                    "x",
                    SafeRoom.in(days),
                    EDUCATOR,
                    LEAD,
                    null,
                    0)));
  }
}
