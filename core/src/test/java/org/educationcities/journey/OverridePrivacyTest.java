package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.MemoryKeys;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.AuditEntry;
import org.educationcities.persistence.Store;
import org.educationcities.privacy.ErasureReceipt;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Overridable;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Query;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overrides in the audit, in an export, after an erasure and in the raw store. */
class OverridePrivacyTest {
  private static final String REASON = "canary-reason";

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryStorage storage = MemoryStorage.of(EducationCities.entityTypes());
  private final MemoryKeys keys = new MemoryKeys();
  private final Stage stage = Stage.open(clock, 5, storage, keys).safe();
  private final EducationCities cities = stage.cities();
  private final LearnerId noa = stage.learners("learner-noa").get(0);

  @BeforeEach
  void anOverrideIsUsedAndRevoked() {
    cities
        .safeguarding()
        .install(
            Stage.LEAD,
            SamplePolicy.of(2).minimumAge(13).overrides(SamplePolicy.overrides()).build());
    stage.permit(noa);
    CollaborationId id = stage.accepted(noa);
    String override =
        cities
            .overrides()
            .propose(
                SmallCity.PLANNER,
                noa,
                Stage.STAGE,
                Set.of(Overridable.AGE),
                REASON,
                clock.instant().plus(Duration.ofDays(9)));
    cities.overrides().second(Stage.LEAD, override);
    ClearanceDecision.Granted granted =
        (ClearanceDecision.Granted) cities.confirmations().clear(SmallCity.PLANNER, id);
    cities.confirmations().confirm(SmallCity.PLANNER, id, granted.clearance());
    cities.overrides().revoke(Stage.LEAD, override);
  }

  @Test
  void theAuditTellsOfItsProposalItsSecondItsUseAndItsEnd() {
    List<String> acts =
        new Store(storage, Space.DEFAULT, keys, clock)
            .<List<String>>inTransaction(
                unit ->
                    unit
                        .all(
                            AuditEntry.KIND,
                            Query.over(AuditEntry.KIND.type().name())
                                .ascendingBy("pending")
                                .limit(1000)
                                .build())
                        .stream()
                        .map(each -> each.value())
                        .flatMap(
                            entry ->
                                entry.acts().stream()
                                    .filter(act -> act.type().equals("clearance-override"))
                                    .map(act -> entry.role() + " " + act.what()))
                        .toList());
    assertThat(acts)
        .containsExactlyInAnyOrder(
            "PLANNER insert",
            "SAFEGUARDING_LEAD update",
            "PLANNER update",
            "SAFEGUARDING_LEAD update");
    cities.audit().seal(Stage.LEAD);
    assertThat(cities.audit().verify(Stage.LEAD).findings()).isEmpty();
  }

  @Test
  void anExportHoldsItWithoutTheOthers() {
    assertThat(cities.privacy().export().of(Stage.self(noa), Person.of(noa)))
        .contains("clearance-override", REASON)
        .doesNotContain(Stage.LEAD.id(), SmallCity.PLANNER.id());
    assertThat(cities.privacy().export().of(SmallCity.ADMINISTRATOR, Person.adult(Stage.LEAD.id())))
        .contains("clearance-override")
        .doesNotContain(noa.value(), REASON);
  }

  /** Neither from whom a child is kept apart, nor that it is. */
  @Test
  void anExportTellsOfNoBlock() {
    String before = cities.privacy().export().of(Stage.self(noa), Person.of(noa));
    cities.safeguarding().block(Stage.LEAD, noa, Stage.MENTOR.id());
    String after = cities.privacy().export().of(Stage.self(noa), Person.of(noa));
    assertThat(after)
        .contains("learner-anchor", Stage.STAGE.value())
        .doesNotContain(Stage.MENTOR.id());
    assertThat(anchorActs(after)).isEqualTo(anchorActs(before));
    String guardian = Stage.guardianOf(noa).id();
    assertThat(cities.privacy().export().of(SmallCity.ADMINISTRATOR, Person.guardian(guardian)))
        .contains("learner-anchor", Stage.STAGE.value())
        .doesNotContain(Stage.MENTOR.id());
  }

  private static long anchorActs(String export) {
    return export.lines().filter(each -> each.contains("\"type\" : \"learner-anchor\"")).count();
  }

  @Test
  void itGoesWithTheLearnerAndForgetsWhoeverDecided() {
    cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.adult("planner-1"));
    assertThat(cities.overrides().of(Stage.LEAD, noa).get(0).proposedBy()).startsWith("erased-");

    ErasureReceipt receipt =
        cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));
    assertThat(receipt.removed()).containsEntry("clearance-override", 1);
    assertThat(raw()).isEmpty();
  }

  @Test
  void nothingOfItCanBeReadInTheStorage() {
    assertThat(raw()).hasSize(1);
    Entity stored = raw().get(0);
    assertThat(new String(stored.payload(), StandardCharsets.ISO_8859_1))
        .doesNotContain(REASON, "AGE", Stage.LEAD.id(), noa.value());
    assertThat(stored.index().keySet()).containsExactlyInAnyOrder("learner", "waiting");
  }

  @Test
  void itIsOverWhenRevokedAndKeptAsLongAsThePolicySays() {
    cities
        .safeguarding()
        .install(
            Stage.LEAD,
            SamplePolicy.of(3).retention("clearance-override", Duration.ofDays(30)).build());
    Actor system = Actor.system("retention");
    assertThat(system.role()).isEqualTo(Role.SYSTEM);
    assertThat(cities.privacy().retention().run(system).removed())
        .containsEntry("clearance-override", 0);
    clock.pass(Duration.ofDays(31));
    assertThat(cities.privacy().retention().run(system).removed())
        .containsEntry("clearance-override", 1);
  }

  private List<Entity> raw() {
    return storage.inTransaction(
        Space.DEFAULT, unit -> unit.query(Query.over("clearance-override").build()).entities());
  }
}
