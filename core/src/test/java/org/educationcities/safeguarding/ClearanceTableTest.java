package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.educationcities.Actor;
import org.educationcities.Role;
import org.educationcities.notification.NotificationTypes;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Offers;
import org.educationcities.registry.Registry;
import org.educationcities.registry.RegistryTypes;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Session;
import org.educationcities.spi.Space;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Source;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

/**
 * Every combination of conditions that hold and do not: a clearance comes of the one in which all
 * hold, and of no other; and a refusal names exactly those that do not.
 */
class ClearanceTableTest {
  private static final Instant NOW = Instant.parse("2026-08-20T06:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final Actor LEAD = new Actor("lead-1", Role.SAFEGUARDING_LEAD);
  private static final Actor ADMINISTRATOR = new Actor("admin-1", Role.ADMINISTRATOR);
  private static final LearnerId LEARNER = new LearnerId("learner-1");
  private static final Actor GUARDIAN = new Actor("guardian-1", Role.GUARDIAN);

  // Made once: what a roster is checked by takes long to build.
  private static final HostSources KNOWN_AGE = sources(true);
  private static final HostSources UNKNOWN_AGE = sources(false);

  /** What can be broken, each by itself. */
  private enum Condition {
    FACTS,
    AGE,
    PERMISSION,
    VETTING,
    RATIO,
    AGREEMENT,
    BLOCK,
    HOURS,
    HOST
  }

  @Test
  void clearsOnlyWhereEveryConditionHolds() {
    int combinations = 0;
    for (Set<Condition> broken : Sets.powerSet(EnumSet.allOf(Condition.class))) {
      ClearanceDecision decision = decide(broken);
      if (broken.isEmpty()) {
        assertThat(decision).isInstanceOf(ClearanceDecision.Granted.class);
      } else {
        Set<String> codes = new TreeSet<>();
        broken.forEach(each -> codes.add(each.name().toLowerCase(Locale.ROOT)));
        assertThat(decision).isEqualTo(new ClearanceDecision.Refused(codes));
      }
      combinations++;
    }
    assertThat(combinations).isEqualTo(512);
  }

  @Test
  void withoutAPolicyTheAnswerIsNo() {
    Store store = store();
    assertThat(
            new ClearanceEvaluator(store, KNOWN_AGE, new Offers(store), clock(), List.of())
                .evaluate(activity(Set.of())))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("policy")));
  }

  @Test
  void aPolicyNotYetInForceIsNone() {
    Store store = store();
    safeguarding(store).install(LEAD, SafeguardingPolicy.sample(NOW.plusSeconds(1)));
    assertThat(
            new ClearanceEvaluator(store, KNOWN_AGE, new Offers(store), clock(), List.of())
                .evaluate(activity(Set.of())))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("policy")));
  }

  @Test
  void anErrorOfTheHostMeansNo() {
    Store store = store();
    prepare(store, Set.of());
    HostSources failing =
        new Aged(KNOWN_AGE, Duration.ZERO) {
          @Override
          public Source<LearnerRecord> learners() {
            return selection -> {
              throw new IllegalStateException("down");
            };
          }
        };
    assertThat(
            new ClearanceEvaluator(store, failing, new Offers(store), clock(), List.of())
                .evaluate(activity(Set.of())))
        .isInstanceOf(ClearanceDecision.Refused.class);
  }

  @Test
  void aConditionOfTheHostThatFailsMeansNo() {
    Store store = store();
    prepare(store, Set.of());
    HostCondition failing =
        new HostCondition() {
          @Override
          public String code() {
            return "border-zone";
          }

          @Override
          public boolean accepts(Activity activity) {
            throw new IllegalStateException("down");
          }
        };
    assertThat(
            new ClearanceEvaluator(store, KNOWN_AGE, new Offers(store), clock(), List.of(failing))
                .evaluate(activity(Set.of())))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("border-zone")));
  }

  @Test
  void aClearanceEndsWithTheFirstOfItsConditions() {
    Store store = store();
    prepare(store, Set.of());
    ClearanceDecision.Granted granted =
        (ClearanceDecision.Granted)
            new ClearanceEvaluator(store, KNOWN_AGE, new Offers(store), clock(), List.of())
                .evaluate(activity(Set.of()));
    // The guardian's relation ends first: on 2027-01-10, a day before the permission does.
    assertThat(granted.clearance().expiresAt())
        .isEqualTo(LocalDate.of(2027, 1, 11).atStartOfDay(ZONE).toInstant());
  }

  private static HostSources sources(boolean isAgeKnown) {
    Registry registry = new Registry(store(), clock());
    registry.take(
        ADMINISTRATOR,
        Roster.builder()
            .learners(
                List.of(
                    LearnerRecord.builder(LEARNER.value(), "hadera")
                        .birthDate(isAgeKnown ? LocalDate.of(2014, 3, 5) : null)
                        .build()))
            .guardians(
                List.of(
                    GuardianRecord.builder(GUARDIAN.id())
                        .relations(
                            List.of(
                                new Relation(
                                    LEARNER.value(), true, null, LocalDate.of(2027, 1, 10))))
                        .build()))
            .build());
    return registry.sources();
  }

  private static ClearanceDecision decide(Set<Condition> broken) {
    Store store = store();
    prepare(store, broken);
    HostSources sources = broken.contains(Condition.AGE) ? UNKNOWN_AGE : KNOWN_AGE;
    HostCondition host =
        new HostCondition() {
          @Override
          public String code() {
            return "host";
          }

          @Override
          public boolean accepts(Activity activity) {
            return !broken.contains(Condition.HOST);
          }
        };
    return new ClearanceEvaluator(
            store,
            new Aged(
                sources, broken.contains(Condition.FACTS) ? Duration.ofDays(2) : Duration.ZERO),
            new Offers(store),
            clock(),
            List.of(host))
        .evaluate(activity(broken));
  }

  private static void prepare(Store store, Set<Condition> broken) {
    Safeguarding safeguarding = safeguarding(store);
    safeguarding.install(LEAD, SafeguardingPolicy.sample(NOW));
    // A permission for something else is none for this.
    safeguarding.permit(
        GUARDIAN,
        LEARNER,
        new Permission(
            broken.contains(Condition.PERMISSION) ? "something-else" : "stage",
            GUARDIAN.id(),
            LocalDate.of(2026, 9, 1),
            LocalDate.of(2027, 1, 11)));
    safeguarding.vet(
        LEAD,
        List.of(
            new Vetting(
                "mentor-1",
                "cleared",
                broken.contains(Condition.VETTING)
                    ? Vetting.Decision.BARRED
                    : Vetting.Decision.CLEARED,
                LocalDate.of(2026, 2, 1),
                LEAD.id())));
    safeguarding.agree(
        LEAD,
        List.of(
            new ProviderAgreement(
                "theatre",
                LocalDate.of(2026, 1, 1),
                broken.contains(Condition.AGREEMENT)
                    ? LocalDate.of(2026, 9, 7)
                    : LocalDate.of(2027, 12, 31))));
    if (broken.contains(Condition.BLOCK)) {
      safeguarding.block(LEAD, LEARNER, "mentor-1");
    }
  }

  private static Activity activity(Set<Condition> broken) {
    LocalDateTime late =
        LocalDateTime.of(2026, 9, 8, broken.contains(Condition.HOURS) ? 20 : 16, 0);
    return new Activity(
        "c-1",
        1,
        LEARNER,
        "stage",
        "theatre",
        Set.of("mentor-1"),
        broken.contains(Condition.RATIO) ? 16 : 15,
        List.of(session(LocalDateTime.of(2026, 9, 1, 16, 0)), session(late)),
        List.of());
  }

  private static Session session(LocalDateTime start) {
    Instant begins = start.atZone(ZONE).toInstant();
    return new Session(begins, begins.plus(Duration.ofMinutes(90)), ZONE);
  }

  private static Store store() {
    Set<EntityType> types = new HashSet<>(RegistryTypes.all());
    types.addAll(SafeguardingTypes.all());
    types.addAll(NotificationTypes.all());
    return new Store(MemoryStorage.of(types), Space.DEFAULT);
  }

  private static Safeguarding safeguarding(Store store) {
    return new Safeguarding(store, KNOWN_AGE, clock(), NoSuspension.INSTANCE);
  }

  private static InstantSource clock() {
    return () -> NOW;
  }

  /** Sources whose facts are as old as a test says. */
  private static class Aged implements HostSources {
    private final HostSources sources;
    private final Duration age;

    Aged(HostSources sources, Duration age) {
      this.sources = sources;
      this.age = age;
    }

    private <R extends HostRecord> Source<R> aged(Source<R> source) {
      return selection -> {
        Batch<R> batch = source.read(selection);
        return Batch.last(batch.records(), batch.asOf().minus(age));
      };
    }

    @Override
    public Source<CityRecord> cities() {
      return aged(sources.cities());
    }

    @Override
    public Source<SchoolRecord> schools() {
      return aged(sources.schools());
    }

    @Override
    public Source<ClassRecord> classes() {
      return aged(sources.classes());
    }

    @Override
    public Source<LearnerRecord> learners() {
      return aged(sources.learners());
    }

    @Override
    public Source<GuardianRecord> guardians() {
      return aged(sources.guardians());
    }

    @Override
    public Source<AdultRecord> adults() {
      return aged(sources.adults());
    }

    @Override
    public Source<ResourceRecord> resources() {
      return aged(sources.resources());
    }
  }
}
