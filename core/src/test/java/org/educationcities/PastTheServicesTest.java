package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.journey.MovingClock;
import org.educationcities.journey.Stage;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.privacy.AuditHead;
import org.educationcities.privacy.AuditReport.Finding;
import org.educationcities.privacy.AuditReport.Problem;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.Transaction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever writes right into the storage, past the services, is found by the audit: in memory and in
 * an H2 file alike.
 */
class PastTheServicesTest {
  @TempDir Path scratch;

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryKeys keys = new MemoryKeys();

  /** A city, its storage, and a placement of Noa that is confirmed by the services. */
  private record City(Storage storage, Stage stage, CollaborationId confirmed) {
    List<Finding> findings(AuditHead... anchors) {
      return stage.cities().audit().verify(Stage.LEAD, List.of(anchors)).findings();
    }

    AuditHead seal() {
      return stage.cities().audit().seal(Stage.LEAD);
    }

    void raw(BiConsumer<Transaction, City> work) {
      storage.inTransaction(
          Space.DEFAULT,
          unit -> {
            work.accept(unit, this);
            return true;
          });
    }
  }

  private void in(Kept kept, BiConsumer<City, Stage> story) {
    try (Storage storage = kept.open(scratch)) {
      Stage stage = Stage.open(clock, 3, storage, keys).safe();
      LearnerId noa = stage.learners("learner-noa", "learner-dan").get(0);
      stage.permit(noa);
      CollaborationId placement = stage.accepted(noa);
      stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
      City city = new City(storage, stage, placement);
      assertThat(city.findings()).isEmpty();
      story.accept(city, stage);
    }
  }

  private static Entity entity(Transaction unit, String type, String id) {
    return Objects.requireNonNull(unit.find(type, Set.of(id)).get(id));
  }

  private static Entity entry(Transaction unit, long place) {
    return unit.query(Query.over("audit-entry").where("sequence", place).build()).entities().get(0);
  }

  /** What is stored, opened: as whoever has the keys too would see it. */
  private String plain(Storage storage, String type, String id) {
    for (Kind<?> kind : AllKinds.kinds()) {
      if (kind.type().name().equals(type)) {
        return plain(storage, kind, id);
      }
    }
    throw new IllegalArgumentException(type);
  }

  private <T> String plain(Storage storage, Kind<T> kind, String id) {
    Store store = new Store(storage, Space.DEFAULT, keys, clock);
    return new String(
        kind.plainBytes(store.find(kind, id).orElseThrow().value()), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void aPlacementThatIsConfirmedWithoutAClearanceIsFound(Kept kept) {
    in(
        kept,
        (city, stage) -> {
          CollaborationId dans = stage.accepted(new LearnerId("learner-dan"));
          String accepted = plain(city.storage(), "collaboration", dans.value());
          String confirmed = accepted.replace("\"state\":\"ACCEPTED\"", "\"state\":\"CONFIRMED\"");
          assertThat(confirmed).isNotEqualTo(accepted);
          city.raw(
              (unit, each) -> {
                Entity known = entity(unit, "collaboration", dans.value());
                unit.update(known.withContent(known.format(), bytes(confirmed), known.index()));
              });
          assertThat(stage.now(dans).state()).isEqualTo(CollaborationState.CONFIRMED);
          assertThat(stage.now(dans).isInForce(clock.instant())).isFalse();
          String where = "collaboration/" + dans.value();
          assertThat(city.findings())
              .contains(
                  new Finding(Problem.WITHOUT_CLEARANCE, where),
                  new Finding(Problem.UNRECORDED, where));
        });
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void aPlacementThatIsConfirmedByTheClearanceOfAnotherIsFound(Kept kept) {
    in(
        kept,
        (city, stage) -> {
          CollaborationId dans = stage.accepted(new LearnerId("learner-dan"));
          String cleared = plain(city.storage(), "collaboration", city.confirmed().value());
          String forged =
              cleared
                  .replace(city.confirmed().value(), dans.value())
                  .replace("learner-noa", "learner-dan");
          city.raw(
              (unit, each) -> {
                Entity known = entity(unit, "collaboration", dans.value());
                unit.update(known.withContent(known.format(), bytes(forged), known.index()));
              });
          assertThat(stage.now(dans).isInForce(clock.instant())).isTrue(); // that is the danger
          assertThat(city.findings())
              .contains(new Finding(Problem.UNRECORDED, "collaboration/" + dans.value()));
        });
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void aPlacementThatIsPutThereWholeIsFound(Kept kept) {
    in(
        kept,
        (city, stage) -> {
          String id = "c-made-up";
          String forged =
              plain(city.storage(), "collaboration", city.confirmed().value())
                  .replace(city.confirmed().value(), id)
                  .replace("learner-noa", "learner-dan");
          city.raw(
              (unit, each) ->
                  unit.insert(
                      Entity.unstored(
                          "collaboration",
                          id,
                          1,
                          bytes(forged),
                          entity(unit, "collaboration", city.confirmed().value()).index())));
          assertThat(city.findings())
              .containsExactly(new Finding(Problem.UNRECORDED, "collaboration/" + id));
        });
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void aSuspendedPlacementThatIsPutBackAsItWasIsFound(Kept kept) {
    in(
        kept,
        (city, stage) -> {
          Entity[] before = new Entity[1];
          city.raw(
              (unit, each) -> before[0] = entity(unit, "collaboration", city.confirmed().value()));
          LearnerId noa = new LearnerId("learner-noa");
          stage
              .cities()
              .safeguarding()
              .withdrawPermission(Stage.guardianOf(noa), noa, Stage.STAGE.value());
          assertThat(stage.now(city.confirmed()).state()).isEqualTo(CollaborationState.SUSPENDED);
          city.raw(
              (unit, each) ->
                  unit.update(
                      entity(unit, "collaboration", city.confirmed().value())
                          .withContent(1, before[0].payload(), before[0].index())));
          assertThat(stage.now(city.confirmed()).isInForce(clock.instant())).isTrue();
          assertThat(city.findings())
              .containsExactly(
                  new Finding(Problem.UNRECORDED, "collaboration/" + city.confirmed().value()));
        });
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void aChainThatIsCutShortReorderedChangedOrAddedToIsFound(Kept kept) {
    in(
        kept,
        (city, stage) -> {
          AuditHead head = city.seal();
          assertThat(city.findings(head)).isEmpty();
          city.raw((unit, each) -> swap(unit, 2, 3));
          assertThat(city.findings())
              .extracting(Finding::problem)
              .contains(Problem.CHANGED, Problem.NOT_LINKED);
          city.raw((unit, each) -> swap(unit, 2, 3));
          assertThat(city.findings(head)).isEmpty();

          byte[][] third = new byte[1][];
          city.raw(
              (unit, each) -> {
                Entity entry = entry(unit, 3);
                third[0] = entry.payload();
                String changed =
                    new String(third[0], StandardCharsets.UTF_8)
                        .replace("\"role\":\"", "\"role\":\"X");
                unit.update(entry.withContent(entry.format(), bytes(changed), entry.index()));
              });
          assertThat(city.findings())
              .contains(new Finding(Problem.FORGED, "3"), new Finding(Problem.CHANGED, "3"));
          city.raw(
              (unit, each) -> {
                Entity entry = entry(unit, 3);
                unit.update(entry.withContent(entry.format(), third[0], entry.index()));
              });
          assertThat(city.findings(head)).isEmpty();

          city.raw(
              (unit, each) -> {
                Entity last = entry(unit, head.sequence());
                String copy =
                    new String(last.payload(), StandardCharsets.UTF_8)
                        .replace(last.id(), "made-up")
                        .replace(
                            "\"sequence\":" + head.sequence(),
                            "\"sequence\":" + (head.sequence() + 1));
                unit.insert(
                    Entity.unstored(
                        "audit-entry",
                        "made-up",
                        last.format(),
                        bytes(copy),
                        Map.of("sequence", IndexValue.of(head.sequence() + 1))));
              });
          assertThat(city.findings())
              .extracting(Finding::problem)
              .contains(Problem.FORGED, Problem.WRONG_HEAD);
          city.raw((unit, each) -> unit.delete(entity(unit, "audit-entry", "made-up")));
          assertThat(city.findings(head)).isEmpty();

          city.raw((unit, each) -> unit.delete(entry(unit, head.sequence())));
          assertThat(city.findings(head))
              .extracting(Finding::problem)
              .contains(Problem.MISSING, Problem.WRONG_HEAD, Problem.NOT_ANCHORED);
        });
  }

  /** Two entries change places, each with the other's place written into it. */
  private static void swap(Transaction unit, long one, long other) {
    Entity first = entry(unit, one);
    Entity second = entry(unit, other);
    unit.update(moved(first, one, other));
    unit.update(moved(second, other, one));
  }

  private static Entity moved(Entity entry, long from, long to) {
    String moved =
        new String(entry.payload(), StandardCharsets.UTF_8)
            .replace("\"sequence\":" + from + ",", "\"sequence\":" + to + ",");
    return entry.withContent(entry.format(), bytes(moved), Map.of("sequence", IndexValue.of(to)));
  }
}
