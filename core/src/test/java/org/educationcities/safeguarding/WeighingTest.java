package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.educationcities.safeguarding.TableCity.LEARNER;
import static org.educationcities.safeguarding.TableCity.NOW;
import static org.educationcities.safeguarding.TableCity.ZONE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.SmallCity;
import org.educationcities.people.Guardian;
import org.educationcities.people.Learner;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Offers;
import org.educationcities.resource.Session;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The last value that each condition of a clearance allows, and the first that it does not. */
class WeighingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 1, 31);
  private static final GeoPoint PLACE = new GeoPoint(32.434, 34.919);
  private static final GeoPoint FAR = new GeoPoint(32.484, 34.919); // five and a half kilometres

  private List<Session> sessions = List.of(at(DAY, 16, 0, 90));
  private List<Session> others = List.of();
  private List<Permission> permissions = List.of(new Permission("stage", "guardian-1", DAY, LAST));
  private List<Vetting> vettings = List.of(vetting("mentor-1", DAY.minusDays(30)));
  private Set<String> adults = Set.of("mentor-1");
  private ProviderAgreement agreement = new ProviderAgreement("theatre", DAY, LAST);
  private LearnerRecord.Builder learner = born(LocalDate.of(2014, 3, 5));
  private Relation relation = new Relation(LEARNER.value(), true, null, null);
  private SafeguardingPolicy.Builder policy = SamplePolicy.of(1);
  private Instant asOf = NOW;
  private int present = 1;
  private boolean isLearnerKnown = true;
  private final Map<String, GeoPoint> schools = new HashMap<>();

  private static LearnerRecord.Builder born(LocalDate day) {
    return LearnerRecord.builder(LEARNER.value(), "hadera").birthDate(day).position(PLACE);
  }

  private static Session at(LocalDate day, int hour, int minute, int minutes) {
    Instant begins =
        LocalDateTime.of(day, java.time.LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    return new Session(begins, begins.plus(Duration.ofMinutes(minutes)), ZONE);
  }

  private static Vetting vetting(String adult, LocalDate issued) {
    return new Vetting(adult, "cleared", Vetting.Decision.CLEARED, issued, "lead-1");
  }

  private static AgeRule rule(int age, int ratio, int from, int to, @Nullable Integer farthest) {
    return new AgeRule(
        age, ratio, Duration.ofHours(6), Duration.ofHours(20), from, to, Set.of(), farthest);
  }

  private ClearanceDecision decision() {
    Store store = TableCity.store();
    new Offers(store)
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(SmallCity.opportunity("stage", "theatre", 20).position(PLACE).build()));
    Facts facts =
        new Facts(
            isLearnerKnown ? Map.of(LEARNER.value(), Learner.of(learner.build())) : Map.of(),
            Map.of(
                "guardian-1",
                List.of(
                    Guardian.of(
                        GuardianRecord.builder("guardian-1")
                            .relations(List.of(relation))
                            .build()))),
            Map.of(),
            schools,
            asOf);
    Activity activity =
        new Activity("c-1", 1, LEARNER, "stage", "theatre", adults, present, sessions, others);
    return store.<ClearanceDecision>inTransaction(
        unit -> {
          unit.insert(
              SafeguardingTypes.LEARNER,
              new LearnerAnchor(LEARNER.value(), permissions, Set.of(), 0, null));
          vettings.forEach(each -> unit.insert(SafeguardingTypes.VETTING, each));
          unit.insert(SafeguardingTypes.AGREEMENT, agreement);
          return new Weighing(
                  activity,
                  facts,
                  unit.insert(SafeguardingTypes.POLICY, policy.build()),
                  NOW,
                  Set.of())
              .decide(unit);
        });
  }

  private void assertCleared() {
    assertThat(decision()).isInstanceOf(ClearanceDecision.Granted.class);
  }

  private void assertRefused(String... conditions) {
    assertThat(decision()).isEqualTo(new ClearanceDecision.Refused(Set.of(conditions)));
  }

  private void assertEnds(LocalDate lastDay) {
    assertThat(((ClearanceDecision.Granted) decision()).clearance().expiresAt())
        .isEqualTo(lastDay.plusDays(1).atStartOfDay(ZONE).toInstant());
  }

  @Test
  void factsAreAsOldAsThePolicySaysAndNoOlder() {
    asOf = NOW.minus(Duration.ofDays(1));
    assertCleared();
    asOf = asOf.minusNanos(1);
    assertRefused("facts");
  }

  @Test
  void aLearnerIsKnownAndNotMergedIntoAnother() {
    learner = learner.mergedInto("learner-2");
    assertRefused("learner");
    isLearnerKnown = false;
    assertRefused("learner");
  }

  /** Of one who is not known every rule holds, the strictest among them. */
  @Test
  void ofAnUnknownLearnerEveryRuleHolds() {
    isLearnerKnown = false;
    policy = SamplePolicy.withoutAges(1).age(rule(0, 1, 7, 21, null)).age(rule(15, 9, 7, 17, 100));
    present = 2;
    assertRefused("learner", "ratio", "hours", "distance");
  }

  @Test
  void theMinimumAgeIsReachedOnTheBirthday() {
    learner = born(DAY.minusYears(5));
    assertCleared();
    learner = born(DAY.minusYears(5).plusDays(1));
    assertRefused("age");
    sessions = List.of(at(DAY.plusDays(1), 16, 0, 60));
    assertCleared();
    sessions = List.of(at(DAY, 16, 0, 60), at(DAY.plusDays(1), 16, 0, 60));
    assertRefused("age");
  }

  @Test
  void everySessionIsPermittedAndCoveredByTheAgreement() {
    sessions = List.of(at(DAY, 16, 0, 60), at(DAY.plusDays(7), 16, 0, 60));
    assertCleared();
    permissions = List.of(new Permission("stage", "guardian-1", DAY, DAY.plusDays(6)));
    assertRefused("permission");
    permissions = List.of(new Permission("stage", "guardian-1", DAY.plusDays(1), LAST));
    assertRefused("permission");
    permissions = List.of(new Permission("pitch", "guardian-1", DAY, LAST));
    assertRefused("permission");
    permissions = List.of(new Permission("stage", "guardian-2", DAY, LAST));
    assertRefused("permission");
    permissions = List.of(new Permission("stage", "guardian-1", DAY, LAST));
    agreement = new ProviderAgreement("theatre", DAY, DAY.plusDays(6));
    assertRefused("agreement");
    agreement = new ProviderAgreement("theatre", DAY.plusDays(1), LAST);
    assertRefused("agreement");
  }

  @Test
  void aRelationHoldsOnTheDayOfEachSession() {
    relation = new Relation(LEARNER.value(), true, null, DAY);
    assertCleared();
    assertEnds(DAY);
    relation = new Relation(LEARNER.value(), true, null, DAY.minusDays(1));
    assertRefused("permission");
    relation = new Relation(LEARNER.value(), false, null, null);
    assertRefused("permission");
  }

  @Test
  void aLearnerPermitsFromTheAgeOfTheirOwnPermissionOnForThemselvesOnly() {
    policy = policy.ageOfOwnPermission(16);
    permissions = List.of(new Permission("stage", LEARNER.value(), DAY, LAST));
    learner = born(DAY.minusYears(16));
    assertCleared();
    learner = born(DAY.minusYears(16).plusDays(1));
    assertRefused("permission");
    learner = born(DAY.minusYears(17));
    permissions = List.of(new Permission("stage", "learner-2", DAY, LAST));
    assertRefused("permission");
  }

  @Test
  void aVettingIsIssuedBeforeItBeginsAndHoldsToTheLastDay() {
    vettings = List.of(vetting("mentor-1", DAY));
    assertCleared();
    vettings = List.of(vetting("mentor-1", DAY.plusDays(1)));
    assertRefused("vetting");
    policy = policy.vetting("old", Duration.ofDays(30));
    Vetting old = new Vetting("mentor-1", "old", Vetting.Decision.CLEARED, DAY.minusDays(30), "x");
    vettings = List.of(old);
    assertEnds(DAY);
    sessions = List.of(at(DAY, 16, 0, 60), at(DAY.plusDays(1), 16, 0, 60));
    assertRefused("vetting");
    vettings = List.of(new Vetting("mentor-1", "unheard-of", Vetting.Decision.CLEARED, DAY, "x"));
    sessions = List.of(at(DAY, 16, 0, 60));
    assertRefused("vetting");
    vettings = List.of();
    assertRefused("vetting");
    adults = Set.of();
    assertRefused("vetting", "ratio");
  }

  @Test
  void enoughAdultsAreThereForAsManyLearners() {
    present = 15;
    assertCleared();
    present = 16;
    assertRefused("ratio");
    adults = Set.of("mentor-1", "mentor-2");
    vettings = List.of(vetting("mentor-1", DAY), vetting("mentor-2", DAY));
    present = 30;
    assertCleared();
    assertThat(((ClearanceDecision.Granted) decision()).clearance().note(NOW).mostPresent())
        .hasValue(30L);
    policy = policy.fewestAdults(2);
    assertCleared();
    policy = policy.fewestAdults(3);
    assertRefused("ratio");
  }

  @Test
  void theHoursOfTheDayAreThoseOfTheClockOfThePlace() {
    sessions = List.of(at(DAY, 7, 0, 60));
    assertCleared();
    sessions = List.of(at(DAY, 6, 59, 60));
    assertRefused("hours");
    sessions = List.of(at(DAY, 20, 0, 60));
    assertCleared();
    sessions = List.of(at(DAY, 20, 0, 61));
    assertRefused("hours");
    policy = SamplePolicy.withoutAges(1).age(rule(0, 15, 0, 24, null));
    sessions = List.of(at(DAY, 22, 0, 120)); // to midnight
    assertCleared();
    sessions = List.of(at(DAY, 22, 0, 121));
    assertRefused("hours");
    sessions = List.of(at(DAY, 0, 0, 60));
    assertCleared();
  }

  @Test
  void aDayAndAWeekHaveTheirHoursWithAllElseThereIs() {
    sessions = List.of(at(DAY, 12, 0, 180));
    others = List.of(at(DAY, 8, 0, 180));
    assertCleared();
    others = List.of(at(DAY, 8, 0, 181));
    assertRefused("hours");
    others = List.of(at(DAY, 8, 0, 90), at(DAY, 10, 0, 91));
    assertRefused("hours");

    sessions = List.of(at(DAY, 12, 0, 120));
    others = daysAround(1, 2, 3); // three of six hours
    assertCleared();
    others = daysAround(-3, -2, 3); // no seven days on end hold all of them
    assertCleared();
    others = daysAround(-3, -2, 3, 4);
    assertCleared();
    others = daysAround(-2, -1, 1, 4);
    assertRefused("hours");
    others = daysAround(1, 2, 5, 6);
    assertRefused("hours");
    others = daysAround(1, 2, 5, 7);
    assertCleared();
    others = daysAround(-1, -2, -5, -6);
    assertRefused("hours");
    others = daysAround(-1, -2, -5, -7);
    assertCleared();
  }

  /** What is amiss seven days before, or stricter seven days after, is no matter of this week. */
  @Test
  void aWeekIsSevenDays() {
    sessions = List.of(at(DAY, 12, 0, 120));
    others = daysAround(-7, -6, -5, -4);
    assertCleared();
    policy =
        SamplePolicy.withoutAges(1)
            .age(rule(0, 15, 7, 21, null))
            .age(
                new AgeRule(
                    13, 15, Duration.ofHours(1), Duration.ofHours(1), 7, 21, Set.of(), null));
    others = daysAround(7);
    learner = born(DAY.minusYears(13).plusDays(7));
    assertCleared();
    others = daysAround(6);
    learner = born(DAY.minusYears(13).plusDays(6));
    assertRefused("hours");
  }

  private static List<Session> daysAround(int... offsets) {
    List<Session> days = new ArrayList<>();
    for (int each : offsets) {
      days.add(at(DAY.plusDays(each), 10, 0, 360));
    }
    return days;
  }

  @Test
  void aPlaceIsNoFartherThanTheRuleFromHomeAndFromSchool() {
    policy = SamplePolicy.withoutAges(1).age(rule(0, 15, 7, 21, 5000));
    assertCleared();
    learner = learner.schoolId("school-1");
    assertCleared(); // where the school is is not known; home is
    schools.put("school-1", FAR);
    assertRefused("distance");
    schools.put("school-1", PLACE);
    learner = learner.position(FAR);
    assertRefused("distance");
    learner = learner.position(null);
    assertCleared();
    schools.clear();
    assertRefused("distance");
    permissions = List.of(new Permission("stage", "guardian-1", DAY, LAST, true));
    assertCleared();
    relation = new Relation(LEARNER.value(), true, null, DAY.minusDays(1));
    assertRefused("permission", "distance");
  }

  @Test
  void itEndsWithTheEarliestOfItsConditions() {
    policy = policy.clearanceValidFor(Duration.ofDays(60));
    assertThat(((ClearanceDecision.Granted) decision()).clearance().expiresAt())
        .isEqualTo(NOW.plus(Duration.ofDays(60)));
    permissions = List.of(new Permission("stage", "guardian-1", DAY, DAY.plusDays(9)));
    assertEnds(DAY.plusDays(9));
    agreement = new ProviderAgreement("theatre", DAY, DAY.plusDays(8));
    assertEnds(DAY.plusDays(8));
    relation = new Relation(LEARNER.value(), true, null, DAY.plusDays(7));
    assertEnds(DAY.plusDays(7));
    policy = policy.vetting("short", Duration.ofDays(6));
    vettings = List.of(new Vetting("mentor-1", "short", Vetting.Decision.CLEARED, DAY, "x"));
    assertEnds(DAY.plusDays(6));
    // A permission for another activity ends nothing.
    permissions =
        List.of(permissions.get(0), new Permission("pitch", "guardian-1", DAY, DAY.plusDays(1)));
    assertEnds(DAY.plusDays(6));
  }

  /** Where two accept more learners than the rule, the note lets as many be there and no more. */
  @Test
  void anOverriddenRatioAllowsAsManyAsWereAskedFor() {
    for (int each : new int[] {9, 16}) {
      Store store =
          TableCity.prepared(
              new TableCity.Kept(
                  true, TableCity.How.HOLDS, true, false, Set.of(Overridable.RATIO)));
      TableCity.Told told = TableCity.Told.WHOLE;
      ClearanceDecision decision =
          TableCity.evaluator(store, told)
              .evaluate(TableCity.activity(told).withLearnersPresent(each));
      assertThat(((ClearanceDecision.Granted) decision).clearance().note(NOW).mostPresent())
          .hasValue(Math.max(15L, each));
    }
  }
}
