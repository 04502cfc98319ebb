package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Offers;
import org.educationcities.safeguarding.TableCity.How;
import org.educationcities.safeguarding.TableCity.Kept;
import org.educationcities.safeguarding.TableCity.Told;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every combination of conditions that hold, fail so that two people can override it, and fail for
 * good, with every override: a clearance comes of those in which all that fails is overridden, and
 * of no other; and a refusal names exactly what fails.
 */
class ClearanceTableTest {
  private static final Set<Overridable> ALL = EnumSet.allOf(Overridable.class);

  /** Each of them, but where a system property asks for a per cent of them, as mutation does. */
  private static final int EVERY = 100 / Integer.getInteger("test.percent", 100);

  /** The whole table, with no override and with one of everything that can be overridden. */
  @Test
  void clearsOnlyWhereEveryConditionHolds() {
    assertThat(check(List.of(Set.of(), ALL))).isEqualTo(2 * 24 * 432);
  }

  /** The whole table with every set of conditions that an override may name. */
  @Test
  @Tag("long")
  void clearsOnlyWhereEveryConditionHoldsOrIsOverridden() {
    assertThat(check(List.copyOf(Sets.powerSet(ALL)))).isEqualTo(64 * 24 * 432);
  }

  private static int check(List<Set<Overridable>> overridden) {
    int combinations = 0;
    List<Told> allTold = Told.all();
    for (Kept kept : Kept.all(overridden)) {
      Store store = TableCity.prepared(kept);
      for (Told told : allTold) {
        if (combinations++ % EVERY != 0) {
          continue;
        }
        ClearanceDecision decision =
            TableCity.evaluator(store, told).evaluate(TableCity.activity(told));
        Set<String> failing = failing(kept, told);
        if (failing.isEmpty()) {
          assertThat(decision)
              .as("%s %s", kept, told)
              .isInstanceOf(ClearanceDecision.Granted.class);
          Clearance clearance = ((ClearanceDecision.Granted) decision).clearance();
          boolean takesOne = !overridable(kept, told).isEmpty();
          assertThat(clearance.overrideIds()).hasSize(takesOne ? 1 : 0);
          if (takesOne) {
            assertThat(clearance.expiresAt()).isEqualTo(TableCity.NOW.plus(Duration.ofDays(25)));
          }
        } else {
          assertThat(decision)
              .as("%s %s", kept, told)
              .isEqualTo(new ClearanceDecision.Refused(failing));
        }
      }
    }
    return combinations;
  }

  /** What a refusal must name, said apart from how the evaluator comes to it. */
  private static Set<String> failing(Kept kept, Told told) {
    Set<String> forGood = new TreeSet<>();
    add(forGood, "facts", !told.fresh());
    add(forGood, "age", told.age() == How.FOR_GOOD);
    add(forGood, "permission", !kept.permitted());
    add(forGood, "vetting", kept.vetting() == How.FOR_GOOD);
    add(forGood, "agreement", !kept.agreed());
    add(forGood, "block", kept.blocked());
    add(forGood, "kind", told.kind() == How.FOR_GOOD);
    add(forGood, "distance", told.distance() == How.FOR_GOOD);
    add(forGood, "host", !told.host());
    Set<Overridable> overridable = overridable(kept, told);
    if (forGood.isEmpty() && kept.overridden().containsAll(overridable)) {
      return Set.of();
    }
    overridable.forEach(each -> forGood.add(each.code()));
    return forGood;
  }

  private static Set<Overridable> overridable(Kept kept, Told told) {
    Set<Overridable> failing = EnumSet.noneOf(Overridable.class);
    add(failing, Overridable.AGE, told.age() == How.OVERRIDABLY);
    add(failing, Overridable.HOURS, !told.hours());
    add(failing, Overridable.KIND, told.kind() == How.OVERRIDABLY);
    add(failing, Overridable.DISTANCE, told.distance() == How.OVERRIDABLY);
    add(failing, Overridable.RATIO, !told.ratio());
    add(failing, Overridable.VETTING, kept.vetting() == How.OVERRIDABLY);
    return failing;
  }

  private static <T> void add(Set<T> all, T each, boolean fails) {
    if (fails) {
      all.add(each);
    }
  }

  @Test
  void withoutAPolicyTheAnswerIsNo() {
    assertThat(decide(TableCity.store(), new TableCity.Host(Told.WHOLE)))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("policy")));
  }

  @Test
  void aPolicyNotYetInForceIsNone() {
    Store store = TableCity.store();
    new Safeguarding(
            store, new TableCity.Host(Told.WHOLE), () -> TableCity.NOW, NoSuspension.INSTANCE)
        .install(TableCity.LEAD, SafeguardingPolicy.sample(TableCity.NOW.plusSeconds(1)));
    assertThat(decide(store, new TableCity.Host(Told.WHOLE)))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("policy")));
  }

  @Test
  void anErrorOfTheHostMeansNo() {
    HostSources failing =
        new TableCity.Host(Told.WHOLE) {
          @Override
          public Source<LearnerRecord> learners() {
            return selection -> {
              throw new IllegalStateException("down");
            };
          }
        };
    assertThat(decide(TableCity.prepared(Kept.WHOLE), failing))
        .isInstanceOf(ClearanceDecision.Refused.class);
  }

  @Test
  void aConditionOfTheHostThatFailsMeansNo() {
    assertThat(decideWith(answering("border-zone", ClearanceTableTest::down)))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("border-zone")));
  }

  /** A null where a yes or no is asked for, and a condition that cannot even say its name. */
  @Test
  @SuppressWarnings("NullAway") // what a host written without it may do
  void aConditionOfTheHostThatReturnsNothingMeansNo() {
    assertThat(decideWith(answering("border-zone", () -> null)))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("border-zone")));
    assertThat(decideWith(answering(null, () -> false)))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("error")));
  }

  @Test
  void aConditionOfTheHostThatBreaksDownConfirmsNothing() {
    assertThatThrownBy(
            () ->
                decideWith(
                    answering(
                        "border-zone",
                        () -> {
                          throw new LinkageError("an old jar");
                        })))
        .isInstanceOf(LinkageError.class);
  }

  /** A yes of the host opens nothing that is closed. */
  @Test
  void aConditionOfTheHostCanOnlyRefuse() {
    Store store = TableCity.prepared(new Kept(false, How.HOLDS, true, false, ALL));
    assertThat(TableCity.evaluator(store, Told.WHOLE).evaluate(TableCity.activity(Told.WHOLE)))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("permission")));
  }

  @Test
  void aClearanceEndsWithTheFirstOfItsConditions() {
    ClearanceDecision.Granted granted =
        (ClearanceDecision.Granted)
            decide(TableCity.prepared(Kept.WHOLE), new TableCity.Host(Told.WHOLE));
    // The guardian's relation ends first: on 2027-01-10, a day before the permission does.
    assertThat(granted.clearance().expiresAt())
        .isEqualTo(LocalDate.of(2027, 1, 11).atStartOfDay(TableCity.ZONE).toInstant());
  }

  private static boolean down() {
    throw new IllegalStateException("down");
  }

  private static HostCondition answering(String code, Supplier<Boolean> answer) {
    return new HostCondition() {
      @Override
      public String code() {
        return code;
      }

      @Override
      public boolean accepts(Activity activity) {
        return answer.get();
      }
    };
  }

  private static ClearanceDecision decideWith(HostCondition condition) {
    Store store = TableCity.prepared(Kept.WHOLE);
    return new ClearanceEvaluator(
            store,
            new TableCity.Host(Told.WHOLE),
            new Offers(store),
            () -> TableCity.NOW,
            List.of(new TableCity.Condition("first", true), condition))
        .evaluate(TableCity.activity(Told.WHOLE));
  }

  private static ClearanceDecision decide(Store store, HostSources sources) {
    return new ClearanceEvaluator(store, sources, new Offers(store), () -> TableCity.NOW, List.of())
        .evaluate(TableCity.activity(Told.WHOLE));
  }

  /** Every way in which an override has no force, each alone where it would be needed. */
  @Test
  void anOverrideWithoutForceChangesNothing() {
    OverrideDocument good = TableCity.override(ALL);
    Told young = new Told(true, How.OVERRIDABLY, How.HOLDS, How.HOLDS, true, true, true);
    assertThat(decide(good, young)).isInstanceOf(ClearanceDecision.Granted.class);
    OverrideDocument.Say lead = Objects.requireNonNull(good.seconded());
    for (OverrideDocument each :
        List.of(
            good.revoked(lead),
            OverrideDocuments.saidBy(good, good.proposed(), null),
            OverrideDocuments.saidBy(good, good.proposed(), good.proposed()),
            OverrideDocuments.saidBy(good, lead, lead),
            OverrideDocuments.saidBy(
                good, good.proposed(), good.proposed().byStandIn("educator-2")),
            OverrideDocuments.saidBy(good, good.proposed(), lead.byStandIn("erased-1")),
            OverrideDocuments.saidBy(good, good.proposed(), lead.byStandIn("mentor-1")),
            OverrideDocuments.saidBy(good, good.proposed(), lead.byStandIn("theatre")),
            OverrideDocuments.saidBy(good, good.proposed(), lead.byStandIn("learner-1")))) {
      assertThat(decide(each, young))
          .as("%s %s", each.proposed(), each.seconded())
          .isEqualTo(new ClearanceDecision.Refused(Set.of("age")));
    }
  }

  private static ClearanceDecision decide(OverrideDocument override, Told told) {
    Store store = TableCity.prepared(Kept.WHOLE);
    store.run(unit -> unit.insert(SafeguardingTypes.OVERRIDE, override));
    return TableCity.evaluator(store, told).evaluate(TableCity.activity(told));
  }
}
