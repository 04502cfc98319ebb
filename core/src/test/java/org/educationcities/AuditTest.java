package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.journey.MovingClock;
import org.educationcities.journey.Stage;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.AuditEntry;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.privacy.Audit;
import org.educationcities.privacy.AuditHead;
import org.educationcities.privacy.AuditReport;
import org.educationcities.privacy.AuditReport.Finding;
import org.educationcities.privacy.AuditReport.Problem;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Transaction;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryStorage storage = MemoryStorage.of(EducationCities.entityTypes());
  private final MemoryKeys keys = new MemoryKeys();
  private final Stage stage = Stage.open(clock, 3, storage, keys).safe();
  private final Audit audit = stage.cities().audit();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private CollaborationId placement = new CollaborationId("none");

  @BeforeEach
  void somethingHappens() {
    stage.permit(noa);
    placement = stage.accepted(noa);
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
  }

  @Test
  void whatTheLibraryWroteIsCleanBeforeAndAfterItIsSealed() {
    assertThat(audit.verify(Stage.LEAD).findings()).isEmpty();
    AuditHead first = audit.seal(Stage.LEAD);
    assertThat(first.sequence()).isPositive();
    stage
        .cities()
        .safeguarding()
        .withdrawPermission(Stage.guardianOf(noa), noa, Stage.STAGE.value());
    AuditHead second = audit.seal(Stage.LEAD);
    assertThat(second.sequence()).isGreaterThan(first.sequence());

    AuditReport report = audit.verify(Stage.LEAD, List.of(first, second));
    assertThat(report.findings()).isEmpty();
    assertThat(report.head()).isEqualTo(second);
    assertThat(report.pending()).isZero();
    assertThat(AuditHead.of(second.toString())).isEqualTo(second);
  }

  @Test
  void itHoldsPseudonymsOnly() {
    stage.cities().views().providers().of(Stage.THEATRE, placement);
    for (Entity each : entries()) {
      assertThat(text(each))
          .doesNotContain("noa", "guardian-of", Stage.MENTOR.id(), SmallCity.PLANNER.id());
    }
  }

  @Test
  void whoWasShownWhatOfAChildIsTold() {
    stage.cities().views().providers().of(Stage.THEATRE, placement);
    stage.cities().safeguarding().permissionsOf(Stage.LEAD, noa);
    stage.cities().confirmations().clear(SmallCity.PLANNER, placement);
    String all = entries().stream().map(AuditTest::text).reduce("", String::concat);
    assertThat(all).contains("read provider-view", "read permissions", "read clearance");
    assertThat(all).contains("\"role\":\"PROVIDER\"", "\"role\":\"SAFEGUARDING_LEAD\"");
  }

  @Test
  void anEntryThatIsChangedIsFound() {
    audit.seal(Stage.LEAD);
    change(3, text -> text.replace("\"role\":\"", "\"role\":\"X"));
    assertThat(problems()).contains(Problem.CHANGED, Problem.FORGED);
  }

  @Test
  void anEntryWhoseHashIsMadeAnewIsFoundByTheNext() {
    audit.seal(Stage.LEAD);
    Entity third = entry(3);
    AuditEntry read = entryOf(third);
    AuditEntry changed =
        new AuditEntry(
            read.id(),
            read.at().plusSeconds(1),
            read.actor(),
            read.role(),
            read.acts(),
            read.mark(),
            null,
            null,
            null);
    AuditEntry anew = changed.chained(3, String.valueOf(read.previous()));
    raw(
        unit ->
            unit.update(
                third.withContent(
                    third.format(), AuditEntry.KIND.plainBytes(anew), third.index())));
    assertThat(audit.verify(Stage.LEAD).findings())
        .contains(new Finding(Problem.NOT_LINKED, "4"), new Finding(Problem.FORGED, "3"));
  }

  @Test
  void anEntryThatIsRemovedIsFound() {
    audit.seal(Stage.LEAD);
    Entity third = entry(3);
    raw(unit -> unit.delete(third));
    assertThat(audit.verify(Stage.LEAD).findings()).contains(new Finding(Problem.MISSING, "3"));
  }

  @Test
  void aChainCutShortIsFound() {
    AuditHead head = audit.seal(Stage.LEAD);
    Entity last = entry(head.sequence());
    raw(unit -> unit.delete(last));
    assertThat(problems()).contains(Problem.MISSING, Problem.WRONG_HEAD);
  }

  @Test
  void aChainCutBackToAnEarlierHeadIsFoundByTheLaterOneKeptOutside() {
    audit.seal(Stage.LEAD);
    Entity earlier = head();
    stage.cities().safeguarding().permissionsOf(Stage.LEAD, noa);
    AuditHead later = audit.seal(Stage.LEAD);
    Entity last = entry(later.sequence());
    Entity now = head();
    raw(
        unit -> {
          unit.delete(last);
          unit.update(now.withContent(now.format(), earlier.payload(), now.index()));
        });
    assertThat(audit.verify(Stage.LEAD).findings()).isEmpty();
    assertThat(audit.verify(Stage.LEAD, List.of(later)).findings())
        .containsExactly(new Finding(Problem.NOT_ANCHORED, Long.toString(later.sequence())));
  }

  @Test
  void entriesThatChangePlacesAreFound() {
    audit.seal(Stage.LEAD);
    Entity second = entry(2);
    Entity third = entry(3);
    AuditEntry toThird = at(entryOf(second), entryOf(third));
    AuditEntry toSecond = at(entryOf(third), entryOf(second));
    raw(
        unit -> {
          unit.update(placed(second, toThird, 3));
          unit.update(placed(third, toSecond, 2));
        });
    assertThat(audit.verify(Stage.LEAD).findings())
        .contains(new Finding(Problem.CHANGED, "2"), new Finding(Problem.CHANGED, "3"));
  }

  @Test
  void anEntryMadeUpByWhoHasNoKeysIsFound() {
    AuditEntry known = entryOf(entries().get(0));
    AuditEntry madeUp =
        new AuditEntry(
            "made-up",
            known.at(),
            known.actor(),
            known.role(),
            known.acts(),
            known.mark(),
            null,
            null,
            null);
    raw(
        unit ->
            unit.insert(
                Entity.unstored(
                    "audit-entry",
                    "made-up",
                    1,
                    AuditEntry.KIND.plainBytes(madeUp),
                    Map.of("pending", IndexValue.of("1")))));
    assertThat(audit.verify(Stage.LEAD).findings())
        .containsExactly(new Finding(Problem.FORGED, "pending/made-up"));
  }

  @Test
  void whatIsConfirmedPastTheServicesIsFound() {
    LearnerId dan = stage.learners("learner-dan").get(0);
    CollaborationId past = stage.accepted(dan);
    Kind<?> kind = kind("collaboration");
    String plain = plain(kind, past.value());
    Entity known = find("collaboration", past.value());
    byte[] confirmed =
        plain
            .replace("\"state\":\"ACCEPTED\"", "\"state\":\"CONFIRMED\"")
            .getBytes(StandardCharsets.UTF_8);
    raw(unit -> unit.update(known.withContent(known.format(), confirmed, known.index())));

    assertThat(stage.cities().collaborations().find(past).orElseThrow().state())
        .isEqualTo(CollaborationState.CONFIRMED);
    String where = "collaboration/" + past.value();
    assertThat(audit.verify(Stage.LEAD).findings())
        .contains(
            new Finding(Problem.WITHOUT_CLEARANCE, where), new Finding(Problem.UNRECORDED, where));
  }

  @Test
  void aBlockRemovedPastTheServicesIsFound() {
    stage.cities().safeguarding().block(Stage.LEAD, noa, Stage.THEATRE.id());
    audit.seal(Stage.LEAD);
    Entity anchor = find("learner-anchor", noa.value());
    raw(unit -> unit.delete(anchor));
    assertThat(problems()).containsExactly(Problem.REMOVED);
  }

  @Test
  void whatWasSealedAndIsSpoiltIsFound() {
    Entity known = find("learner-anchor", noa.value());
    byte[] spoilt = known.payload();
    spoilt[spoilt.length - 1] ^= 1;
    raw(unit -> unit.update(known.withContent(known.format(), spoilt, known.index())));
    assertThat(audit.verify(Stage.LEAD).findings())
        .contains(new Finding(Problem.UNREADABLE, "learner-anchor/" + noa.value()));
  }

  @Test
  void onlyWhoAnswersForItMayVerify() {
    assertThatThrownBy(() -> audit.verify(SmallCity.PLANNER))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> audit.seal(Stage.self(noa))).isInstanceOf(ForbiddenException.class);
    try (EducationCities keyless = SmallCity.open()) {
      assertThatThrownBy(keyless::audit)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no key source was chosen");
    }
  }

  private List<Problem> problems() {
    return audit.verify(Stage.LEAD).findings().stream().map(Finding::problem).toList();
  }

  private List<Entity> entries() {
    return storage.inTransaction(
        Space.DEFAULT,
        unit ->
            new ArrayList<>(unit.query(Query.over("audit-entry").limit(1000).build()).entities()));
  }

  private Entity entry(long sequence) {
    return storage.inTransaction(
        Space.DEFAULT,
        unit ->
            unit.query(Query.over("audit-entry").where("sequence", sequence).build())
                .entities()
                .get(0));
  }

  private Entity head() {
    return find("audit-head", "head");
  }

  private Entity find(String type, String id) {
    return Objects.requireNonNull(
        storage.<Entity>inTransaction(Space.DEFAULT, unit -> unit.find(type, Set.of(id)).get(id)));
  }

  private void change(long sequence, UnaryOperator<String> change) {
    Entity entry = entry(sequence);
    byte[] changed = change.apply(text(entry)).getBytes(StandardCharsets.UTF_8);
    raw(unit -> unit.update(entry.withContent(entry.format(), changed, entry.index())));
  }

  private void raw(Consumer<Transaction> work) {
    storage.inTransaction(
        Space.DEFAULT,
        unit -> {
          work.accept(unit);
          return true;
        });
  }

  private AuditEntry entryOf(Entity entity) {
    return read(AuditEntry.KIND, entity.id());
  }

  private static AuditEntry at(AuditEntry each, AuditEntry place) {
    return new AuditEntry(
        each.id(),
        each.at(),
        each.actor(),
        each.role(),
        each.acts(),
        each.mark(),
        place.sequence(),
        place.previous(),
        place.hash());
  }

  private static Entity placed(Entity entity, AuditEntry entry, long sequence) {
    return entity.withContent(
        entity.format(),
        AuditEntry.KIND.plainBytes(entry),
        Map.of("sequence", IndexValue.of(sequence)));
  }

  private <T> T read(Kind<T> kind, String id) {
    return new Store(storage, Space.DEFAULT, keys, clock).find(kind, id).orElseThrow().value();
  }

  private <T> String plain(Kind<T> kind, String id) {
    return new String(kind.plainBytes(read(kind, id)), StandardCharsets.UTF_8);
  }

  private static Kind<?> kind(String name) {
    return AllKinds.kinds().stream()
        .filter(each -> each.type().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Entity entity) {
    return new String(entity.payload(), StandardCharsets.UTF_8);
  }
}
