package org.educationcities.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.educationcities.registry.RegistryTypes;
import org.educationcities.resource.Session;
import org.educationcities.spi.Space;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.storage.memory.MemoryStorage;
import org.jspecify.annotations.Nullable;

/**
 * One learner, one stage, and each condition of a clearance broken by itself: half of them in what
 * is kept, half in what the host tells and what is asked.
 */
final class TableCity {
  static final Instant NOW = Instant.parse("2026-08-20T06:00:00Z");
  static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  static final Actor LEAD = new Actor("lead-1", Role.SAFEGUARDING_LEAD);
  static final Actor GUARDIAN = new Actor("guardian-1", Role.GUARDIAN);
  static final LearnerId LEARNER = new LearnerId("learner-1");

  private static final GeoPoint HOME = new GeoPoint(32.434, 34.919);
  private static final GeoPoint AWAY = new GeoPoint(32.534, 34.919);
  private static final Session FIRST = session(LocalDateTime.of(2026, 9, 1, 16, 0));
  private static final Session LAST = session(LocalDateTime.of(2026, 9, 8, 16, 0));
  private static final Session LATE = session(LocalDateTime.of(2026, 9, 8, 20, 0));

  private TableCity() {}

  /** Of a condition that can fail in two ways. */
  enum How {
    HOLDS,
    /** What two people can override. */
    OVERRIDABLY,
    /** What is not known, or can never be. */
    FOR_GOOD
  }

  /** What is kept. */
  record Kept(
      boolean permitted,
      How vetting,
      boolean agreed,
      boolean blocked,
      Set<Overridable> overridden) {
    static final Kept WHOLE = new Kept(true, How.HOLDS, true, false, Set.of());

    static List<Kept> all(List<Set<Overridable>> overridden) {
      List<Kept> all = new ArrayList<>();
      for (Set<Overridable> over : overridden) {
        for (How vetting : How.values()) {
          for (int bits = 0; bits < 8; bits++) {
            all.add(new Kept((bits & 1) != 0, vetting, (bits & 2) != 0, (bits & 4) != 0, over));
          }
        }
      }
      return all;
    }
  }

  /** What the host tells, and what is asked. */
  record Told(
      boolean fresh, How age, How kind, How distance, boolean ratio, boolean hours, boolean host) {
    static final Told WHOLE = new Told(true, How.HOLDS, How.HOLDS, How.HOLDS, true, true, true);

    static List<Told> all() {
      List<Told> all = new ArrayList<>();
      for (How age : How.values()) {
        for (How kind : How.values()) {
          for (How distance : How.values()) {
            for (int bits = 0; bits < 16; bits++) {
              all.add(
                  new Told(
                      (bits & 1) != 0,
                      age,
                      kind,
                      distance,
                      (bits & 2) != 0,
                      (bits & 4) != 0,
                      (bits & 8) != 0));
            }
          }
        }
      }
      return all;
    }
  }

  static Store store() {
    Set<EntityType> types = new HashSet<>(RegistryTypes.all());
    types.addAll(SafeguardingTypes.all());
    types.addAll(NotificationTypes.all());
    return new Store(MemoryStorage.of(types), Space.DEFAULT);
  }

  static SafeguardingPolicy policy() {
    return SamplePolicy.withoutAges(1)
        .age(
            new AgeRule(
                0,
                15,
                Duration.ofHours(6),
                Duration.ofHours(20),
                7,
                21,
                Set.of("construction-site"),
                5000))
        .overrides(SamplePolicy.overrides())
        .build();
  }

  /** A store in which all is kept that a clearance takes, but for what is broken. */
  static Store prepared(Kept kept) {
    Store store = store();
    new Offers(store)
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(SmallCity.opportunity("stage", "theatre", 20).position(HOME).build()));
    Safeguarding safeguarding =
        new Safeguarding(store, new Host(Told.WHOLE), () -> NOW, NoSuspension.INSTANCE);
    safeguarding.install(LEAD, policy());
    // A permission for something else is none for this.
    safeguarding.permit(
        GUARDIAN,
        LEARNER,
        new Permission(
            kept.permitted() ? "stage" : "something-else",
            GUARDIAN.id(),
            LocalDate.of(2026, 9, 1),
            LocalDate.of(2027, 1, 11)));
    safeguarding.vet(
        LEAD,
        List.of(
            new Vetting(
                "mentor-1",
                kept.vetting() == How.OVERRIDABLY ? "interview" : "cleared",
                kept.vetting() == How.FOR_GOOD ? Vetting.Decision.BARRED : Vetting.Decision.CLEARED,
                LocalDate.of(2026, 2, 1),
                LEAD.id())));
    safeguarding.agree(
        LEAD,
        List.of(
            new ProviderAgreement(
                "theatre",
                LocalDate.of(2026, 1, 1),
                kept.agreed() ? LocalDate.of(2027, 12, 31) : LocalDate.of(2026, 9, 7))));
    if (kept.blocked()) {
      safeguarding.block(LEAD, LEARNER, "mentor-1");
    }
    if (!kept.overridden().isEmpty()) {
      store.run(unit -> unit.insert(SafeguardingTypes.OVERRIDE, override(kept.overridden())));
    }
    return store;
  }

  static OverrideDocument override(Set<Overridable> conditions) {
    return new OverrideDocument(
        "v-1",
        LEARNER,
        "stage",
        "theatre",
        conditions,
        "because",
        NOW.plus(Duration.ofDays(25)),
        new OverrideDocument.Say("educator-1", Role.EDUCATOR, NOW),
        new OverrideDocument.Say(LEAD.id(), Role.SAFEGUARDING_LEAD, NOW),
        null,
        0);
  }

  static ClearanceEvaluator evaluator(Store store, Told told) {
    return new ClearanceEvaluator(
        store,
        new Host(told),
        new Offers(store),
        () -> NOW,
        List.of(new Condition("host", told.host())));
  }

  static Activity activity(Told told) {
    return new Activity(
        "c-1",
        1,
        LEARNER,
        "stage",
        "theatre",
        Set.of("mentor-1"),
        told.ratio() ? 15 : 16,
        List.of(FIRST, told.hours() ? LAST : LATE),
        List.of());
  }

  private static Session session(LocalDateTime start) {
    Instant begins = start.atZone(ZONE).toInstant();
    return new Session(begins, begins.plus(Duration.ofMinutes(90)), ZONE);
  }

  /** A condition of the host that says what a test says. */
  record Condition(String code, boolean accepts) implements HostCondition {
    @Override
    public boolean accepts(Activity activity) {
      return accepts;
    }
  }

  /** The host, as far as a clearance asks it. */
  static class Host implements HostSources {
    private final Told told;

    Host(Told told) {
      this.told = told;
    }

    private <R extends HostRecord> Source<R> telling(List<R> records) {
      Instant asOf = told.fresh() ? NOW : NOW.minus(Duration.ofDays(2));
      return selection ->
          Batch.last(records.stream().filter(each -> isOf(selection, each)).toList(), asOf);
    }

    private static boolean isOf(Selection selection, HostRecord each) {
      return !(selection instanceof Selection.ByIds some) || some.ids().contains(each.id());
    }

    @Override
    public Source<LearnerRecord> learners() {
      return telling(
          List.of(
              LearnerRecord.builder(LEARNER.value(), "hadera")
                  .birthDate(born())
                  .position(home())
                  .build()));
    }

    private @Nullable LocalDate born() {
      return switch (told.age()) {
        case HOLDS -> LocalDate.of(2014, 3, 5);
        case OVERRIDABLY -> LocalDate.of(2022, 3, 5);
        case FOR_GOOD -> null;
      };
    }

    private @Nullable GeoPoint home() {
      return switch (told.distance()) {
        case HOLDS -> HOME;
        case OVERRIDABLY -> AWAY;
        case FOR_GOOD -> null;
      };
    }

    @Override
    public Source<GuardianRecord> guardians() {
      return telling(
          List.of(
              GuardianRecord.builder(GUARDIAN.id())
                  .relations(
                      List.of(new Relation(LEARNER.value(), true, null, LocalDate.of(2027, 1, 10))))
                  .build()));
    }

    @Override
    public Source<ResourceRecord> resources() {
      return telling(
          told.kind() == How.FOR_GOOD
              ? List.of()
              : List.of(
                  ResourceRecord.builder("resource-stage", "hadera", "theatre")
                      .names(Map.of("en", "The stage"))
                      .kind(told.kind() == How.HOLDS ? "theatre" : "construction-site")
                      .build()));
    }

    @Override
    public Source<CityRecord> cities() {
      return telling(List.of());
    }

    @Override
    public Source<SchoolRecord> schools() {
      return telling(List.of());
    }

    @Override
    public Source<ClassRecord> classes() {
      return telling(List.of());
    }

    @Override
    public Source<AdultRecord> adults() {
      return telling(List.of());
    }
  }
}
