package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.notification.NotificationTypes;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Offers;
import org.educationcities.registry.Registry;
import org.educationcities.registry.RegistryTypes;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Session;
import org.educationcities.spi.Space;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.storage.memory.MemoryStorage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a policy says by age: ratio, hours of a day and a week, kinds of place, distance. */
class AgeRulesTest {
  private static final Instant NOW = Instant.parse("2026-08-20T06:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final Actor LEAD = new Actor("lead-1", Role.SAFEGUARDING_LEAD);
  private static final Actor GUARDIAN = new Actor("guardian-1", Role.GUARDIAN);
  private static final LearnerId LEARNER = new LearnerId("learner-1");
  private static final GeoPoint HOME = new GeoPoint(32.434, 34.919);

  private final Store store = store();
  private final Registry registry = new Registry(store, () -> NOW);
  private final Offers offers = new Offers(store);
  private final Opportunity offered =
      SmallCity.opportunity("stage", "theatre", 10).position(HOME).build();

  private static Store store() {
    Set<EntityType> types = new HashSet<>(RegistryTypes.all());
    types.addAll(SafeguardingTypes.all());
    types.addAll(NotificationTypes.all());
    return new Store(MemoryStorage.of(types), Space.DEFAULT);
  }

  @Test
  void clearsAYoungerOneWithinEveryRule() {
    prepare(born(10), HOME, "theatre");
    assertThat(refusals(at(16), 2, 12, List.of())).isEmpty();
  }

  @Test
  void oneAdultIsWithFewerYoungerThanOlder() {
    prepare(born(10), HOME, "theatre");
    assertThat(refusals(at(16), 2, 13, List.of())).containsExactly("ratio");
    prepare(born(14), HOME, "theatre");
    assertThat(refusals(at(16), 2, 13, List.of())).isEmpty();
    assertThat(refusals(at(16), 1, 1, List.of())).containsExactly("ratio");
  }

  @Test
  void theHoursAreThoseOfTheAge() {
    prepare(born(10), HOME, "theatre");
    assertThat(refusals(at(18), 2, 1, List.of())).containsExactly("hours");
    prepare(born(14), HOME, "theatre");
    assertThat(refusals(at(18), 2, 1, List.of())).isEmpty();
  }

  @Test
  void whatElseIsInForceCountsIntoTheDayAndTheWeek() {
    prepare(born(10), HOME, "theatre");
    Session sameDay = session(LocalDateTime.of(2026, 9, 1, 10, 0), 90);
    assertThat(refusals(at(16), 2, 1, List.of(sameDay))).isEmpty();
    Session longer = session(LocalDateTime.of(2026, 9, 1, 10, 0), 91);
    assertThat(refusals(at(16), 2, 1, List.of(longer))).containsExactly("hours");

    // Six days before and the day itself are seven days on end; seven before are eight.
    Session weekBefore = session(LocalDateTime.of(2026, 8, 26, 10, 0), 180);
    Session between = session(LocalDateTime.of(2026, 8, 28, 10, 0), 180);
    assertThat(refusals(at(16), 2, 1, List.of(weekBefore, between))).isEmpty();
    Session more = session(LocalDateTime.of(2026, 8, 30, 10, 0), 60);
    assertThat(refusals(at(16), 2, 1, List.of(weekBefore, between, more))).containsExactly("hours");
    Session earlier = session(LocalDateTime.of(2026, 8, 25, 10, 0), 180);
    assertThat(refusals(at(16), 2, 1, List.of(earlier, between, more))).isEmpty();
  }

  @Test
  void aBirthdayInAWeekMakesItNoLongerForTheDaysBefore() {
    // Eight hours a week until they are thirteen on the day of the session, sixteen from then on.
    prepare(LocalDate.of(2013, 9, 1), HOME, "theatre");
    Session before = session(LocalDateTime.of(2026, 8, 30, 10, 0), 180);
    Session dayBefore = session(LocalDateTime.of(2026, 8, 31, 10, 0), 180);
    assertThat(refusals(at(16), 2, 1, List.of(before, dayBefore))).isEmpty();
    Session more = session(LocalDateTime.of(2026, 8, 29, 10, 0), 60);
    assertThat(refusals(at(16), 2, 1, List.of(before, dayBefore, more))).containsExactly("hours");
    Session after = session(LocalDateTime.of(2026, 9, 2, 10, 0), 240);
    Session nextDay = session(LocalDateTime.of(2026, 9, 3, 10, 0), 180);
    assertThat(refusals(at(16), 2, 1, List.of(after, nextDay))).isEmpty();
  }

  @Test
  void aKindOfPlaceIsRefusedByAgeAndWhatIsNotKnownToo() {
    prepare(born(10), HOME, "workshop");
    assertThat(refusals(at(16), 2, 1, List.of())).containsExactly("kind");
    prepare(born(14), HOME, "workshop");
    assertThat(refusals(at(16), 2, 1, List.of())).isEmpty();
    prepare(born(17), HOME, "construction-site");
    assertThat(refusals(at(16), 2, 1, List.of())).isEmpty();
    prepareWithoutTheResource(born(10));
    assertThat(refusals(at(16), 2, 1, List.of())).containsExactly("kind");
  }

  @Test
  void farIsFarByAgeAndAnUnknownHomeIsTooFar() {
    GeoPoint farther = new GeoPoint(HOME.latitude() + 0.05, HOME.longitude());
    prepare(born(10), farther, "theatre");
    assertThat(refusals(at(16), 2, 1, List.of())).containsExactly("distance");
    prepare(born(14), farther, "theatre");
    assertThat(refusals(at(16), 2, 1, List.of())).isEmpty();
    prepare(born(10), null, "theatre");
    assertThat(refusals(at(16), 2, 1, List.of())).containsExactly("distance");
  }

  @Test
  void aVettingOfAnotherKindIsNone() {
    prepare(born(14), HOME, "theatre");
    new Safeguarding(store, registry.sources(), () -> NOW, NoSuspension.INSTANCE)
        .vet(
            LEAD,
            List.of(
                new Vetting(
                    "mentor-1",
                    "a-friend-knows-them",
                    Vetting.Decision.CLEARED,
                    LocalDate.of(2026, 8, 1),
                    LEAD.id())));
    assertThat(refusals(at(16), 2, 1, List.of())).containsExactly("vetting");
  }

  private static LocalDate born(int age) {
    return LocalDate.of(2026 - age, 3, 1);
  }

  private void prepareWithoutTheResource(LocalDate born) {
    prepare(born, HOME, "theatre");
    offers.put(
        SmallCity.ADMINISTRATOR,
        List.of(
            offered.toBuilder()
                .resourceId(new org.educationcities.resource.ResourceId("unheard-of"))
                .build()));
  }

  private void prepare(LocalDate born, @Nullable GeoPoint home, String kind) {
    registry.take(
        SmallCity.ADMINISTRATOR,
        Roster.builder()
            .learners(
                List.of(
                    LearnerRecord.builder(LEARNER.value(), "hadera")
                        .birthDate(born)
                        .position(home)
                        .build()))
            .guardians(
                List.of(
                    GuardianRecord.builder(GUARDIAN.id())
                        .relations(List.of(new Relation(LEARNER.value(), true, null, null)))
                        .build()))
            .resources(
                List.of(
                    ResourceRecord.builder(offered.resourceId().value(), "hadera", "theatre")
                        .names(Map.of("en", "The stage"))
                        .kind(kind)
                        .build()))
            .build());
    offers.put(SmallCity.ADMINISTRATOR, List.of(offered));
    Safeguarding safeguarding =
        new Safeguarding(store, registry.sources(), () -> NOW, NoSuspension.INSTANCE);
    safeguarding.install(LEAD, byAge());
    LocalDate first = LocalDate.of(2026, 8, 1);
    LocalDate last = LocalDate.of(2026, 12, 31);
    safeguarding.permit(GUARDIAN, LEARNER, new Permission("stage", GUARDIAN.id(), first, last));
    safeguarding.vet(LEAD, List.of(vetted("mentor-1"), vetted("mentor-2")));
    safeguarding.agree(LEAD, List.of(new ProviderAgreement("theatre", first, last)));
  }

  private static Vetting vetted(String adult) {
    return new Vetting(
        adult, "cleared", Vetting.Decision.CLEARED, LocalDate.of(2026, 8, 1), LEAD.id());
  }

  private static SafeguardingPolicy byAge() {
    return SafeguardingPolicy.builder("By age", 1, NOW)
        .minimumAge(6)
        .ageOfOwnPermission(18)
        .fewestAdults(2)
        .age(
            new AgeRule(
                6,
                6,
                Duration.ofHours(3),
                Duration.ofHours(8),
                8,
                18,
                Set.of("workshop", "construction-site"),
                1000))
        .age(
            new AgeRule(
                13,
                12,
                Duration.ofHours(5),
                Duration.ofHours(16),
                8,
                20,
                Set.of("construction-site"),
                10_000))
        .age(new AgeRule(16, 15, Duration.ofHours(7), Duration.ofHours(30), 8, 22, Set.of(), null))
        .vetting("cleared", Duration.ofDays(365))
        .factsNoOlderThan(Duration.ofDays(1))
        .clearanceValidFor(Duration.ofDays(200))
        .arrivalDelay(Duration.ofMinutes(15))
        .quietHours(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)))
        .statistics(10, 10)
        .build();
  }

  private static Session at(int hour) {
    return session(LocalDateTime.of(2026, 9, 1, hour, 0), 90);
  }

  private static Session session(LocalDateTime start, int minutes) {
    Instant begins = start.atZone(ZONE).toInstant();
    return new Session(begins, begins.plus(Duration.ofMinutes(minutes)), ZONE);
  }

  private Set<String> refusals(Session session, int adults, int present, List<Session> others) {
    ClearanceDecision decision =
        new ClearanceEvaluator(store, registry.sources(), offers, () -> NOW, List.of())
            .evaluate(
                new Activity(
                    "c-1",
                    1,
                    LEARNER,
                    "stage",
                    "theatre",
                    adults == 1 ? Set.of("mentor-1") : Set.of("mentor-1", "mentor-2"),
                    present,
                    List.of(session),
                    others));
    return decision instanceof ClearanceDecision.Refused refused ? refused.conditions() : Set.of();
  }
}
