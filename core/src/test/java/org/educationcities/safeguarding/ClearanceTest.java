package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.educationcities.safeguarding.TableCity.GUARDIAN;
import static org.educationcities.safeguarding.TableCity.LEAD;
import static org.educationcities.safeguarding.TableCity.LEARNER;
import static org.educationcities.safeguarding.TableCity.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.registry.Offers;
import org.educationcities.safeguarding.TableCity.How;
import org.educationcities.safeguarding.TableCity.Kept;
import org.educationcities.safeguarding.TableCity.Told;
import org.educationcities.spi.source.HostSources;
import org.junit.jupiter.api.Test;

/** What a clearance says of itself, and how long a transaction can rest on it. */
class ClearanceTest {
  private static final Told YOUNG =
      new Told(true, How.OVERRIDABLY, How.HOLDS, How.HOLDS, true, true, true);

  private final Store store =
      TableCity.prepared(new Kept(true, How.HOLDS, true, false, Set.of(Overridable.AGE)));

  private Clearance clearance(Told told) {
    return ((ClearanceDecision.Granted)
            TableCity.evaluator(store, told).evaluate(TableCity.activity(told)))
        .clearance();
  }

  private boolean standsOn(Clearance clearance) {
    return store.inTransaction(unit -> clearance.footingIn(unit) != null);
  }

  @Test
  void itSaysWhatItClearsUntilWhenAndByWhat() {
    Clearance clearance = clearance(YOUNG);
    assertThat(clearance.activity()).isEqualTo(TableCity.activity(YOUNG));
    assertThat(clearance.subjectId()).isEqualTo("c-1");
    assertThat(clearance.subjectVersion()).isEqualTo(1);
    assertThat(clearance.policyVersion()).isEqualTo(1);
    assertThat(clearance.factsAsOf()).isEqualTo(NOW);
    assertThat(clearance.usableUntil()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(clearance.overrideIds()).containsExactly("v-1");
    Instant ends = NOW.plus(Duration.ofDays(25));
    assertThat(clearance.expiresAt()).isEqualTo(ends);
    assertThat(clearance.toString()).isEqualTo("Clearance[c-1@1, until " + ends + "]");
    assertThat(clearance(Told.WHOLE).overrideIds()).isEmpty();
  }

  @Test
  void itsNoteKeepsAllThatItRestsOn() {
    ClearanceNote note = clearance(YOUNG).note(NOW.plusSeconds(7));
    assertThat(note.placementVersion()).isEqualTo(1);
    assertThat(note.policyVersion()).isEqualTo(1);
    assertThat(note.usedAt()).isEqualTo(NOW.plusSeconds(7));
    assertThat(note.hostAsOf()).isEqualTo(NOW);
    assertThat(note.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(25)));
    assertThat(note.mostPresent()).hasValue(15L);
    assertThat(note.anchors())
        .extracting(each -> each.kind() + "/" + each.id())
        .containsExactlyInAnyOrder(
            "safeguarding-policy/policy",
            "vetting/mentor-1",
            "provider-agreement/theatre",
            Offers.kind().type().name() + "/stage",
            "clearance-override/v-1",
            "learner-anchor/learner-1");
    assertThat(note.anchors()).allSatisfy(each -> assertThat(each.version()).isPositive());
  }

  /** Whatever changes meanwhile, each by itself: the transaction has nothing to rest on. */
  @Test
  void nothingItRestsOnMayChangeMeanwhile() {
    Map<String, Consumer<ClearanceTest>> changes = new LinkedHashMap<>();
    changes.put("policy", it -> it.services().install(LEAD, SamplePolicy.of(2).build()));
    changes.put("vetting", it -> it.services().vet(LEAD, List.of(vetting(2))));
    changes.put(
        "agreement",
        it ->
            it.services()
                .agree(
                    LEAD,
                    List.of(
                        new ProviderAgreement(
                            "theatre", LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1)))));
    changes.put("block", it -> it.services().block(LEAD, LEARNER, "somebody-else"));
    changes.put("permission", it -> it.services().withdrawPermission(GUARDIAN, LEARNER, "stage"));
    changes.put(
        "override",
        it ->
            it.store.run(
                unit -> {
                  Stored<OverrideDocument> seen =
                      unit.find(SafeguardingTypes.OVERRIDE, "v-1").orElseThrow();
                  unit.update(
                      SafeguardingTypes.OVERRIDE,
                      seen,
                      seen.value().revoked(seen.value().proposed()));
                }));
    changes.put(
        "override gone",
        it ->
            it.store.run(
                unit -> unit.delete(unit.find(SafeguardingTypes.OVERRIDE, "v-1").orElseThrow())));
    changes.put(
        "vetting gone",
        it ->
            it.store.run(
                unit ->
                    unit.delete(unit.find(SafeguardingTypes.VETTING, "mentor-1").orElseThrow())));
    changes.put(
        "learner gone",
        it ->
            it.store.run(
                unit ->
                    unit.delete(unit.find(SafeguardingTypes.LEARNER, "learner-1").orElseThrow())));
    changes.forEach(
        (what, change) -> {
          ClearanceTest other = new ClearanceTest();
          Clearance clearance = other.clearance(YOUNG);
          assertThat(other.standsOn(clearance)).isTrue();
          change.accept(other);
          assertThat(other.standsOn(clearance)).as(what).isFalse();
        });
  }

  private Safeguarding services() {
    HostSources host = new TableCity.Host(Told.WHOLE);
    return new Safeguarding(store, host, () -> NOW, NoSuspension.INSTANCE);
  }

  private static Vetting vetting(int day) {
    return new Vetting(
        "mentor-1", "cleared", Vetting.Decision.CLEARED, LocalDate.of(2026, 2, day), LEAD.id());
  }

  @Test
  void aConfirmationMeanwhileChangesNothingThatItRestsOn() {
    Clearance clearance = clearance(YOUNG);
    rest(clearance);
    assertThat(standsOn(clearance)).isTrue();
    rest(clearance);
    assertThat(store.find(SafeguardingTypes.LEARNER, "learner-1").orElseThrow().value())
        .extracting(LearnerAnchor::confirmations)
        .isEqualTo(2L);
    assertThat(store.find(SafeguardingTypes.OVERRIDE, "v-1").orElseThrow().value().uses())
        .isEqualTo(2);
  }

  private void rest(Clearance clearance) {
    store.run(
        unit -> {
          Clearance.Footing footing = clearance.footingIn(unit);
          assertThat(footing).isNotNull();
          java.util.Objects.requireNonNull(footing).restIn(unit);
        });
  }

  /** What changes while the transaction runs makes it begin again, and then it sees the change. */
  @Test
  void whatItRestsOnIsRequiredAndNotOnlyRead() {
    Clearance clearance = clearance(Told.WHOLE);
    List<Boolean> stood = new ArrayList<>();
    store.run(
        unit -> {
          stood.add(clearance.footingIn(unit) != null);
          if (stood.size() == 1) {
            CompletableFuture.runAsync(() -> services().vet(LEAD, List.of(vetting(3)))).join();
          }
        });
    assertThat(stood).containsExactly(true, false);
  }

  /** What is read ahead is what is asked for afterwards. */
  @Test
  void manyAreReadAheadInOneFindAKind() {
    Clearance clearance = clearance(Told.WHOLE);
    boolean stands =
        store.inTransaction(
            unit -> {
              Clearance.readAhead(unit, List.of(clearance));
              Clearance.readLearnersAhead(unit, Set.of(LEARNER, new LearnerId("learner-2")));
              return clearance.footingIn(unit) != null;
            });
    assertThat(stands).isTrue();
  }
}
