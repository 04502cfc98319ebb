package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.journey.MovingClock;
import org.educationcities.journey.Stage;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.privacy.ErasureReceipt;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Session;
import org.educationcities.spi.Space;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever was known by two ids is exported and erased under both, whichever is asked for. */
class MergedPeopleTest {
  private static final LearnerId OLD = new LearnerId("learner-old");
  private static final LearnerId NOA = new LearnerId("learner-noa");

  @TempDir Path scratch;

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryKeys keys = new MemoryKeys();

  /** Two ids, each with something of its own; the old one was missed once before. */
  private Stage twoIds(Storage storage) {
    Stage stage = Stage.open(clock, 3, storage, keys).safe();
    stage.learners(OLD.value(), NOA.value(), "learner-dan");
    quest(stage, "q-old", OLD, "canary-old");
    quest(stage, "q-noa", NOA, "canary-noa");
    stage.permit(OLD);
    stage.cities().safeguarding().block(Stage.LEAD, OLD, "provider-pitch");
    CollaborationId placement = stage.accepted(OLD);
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    Session session = stage.now(placement).sessions().get(0);
    clock.to(session.start().toString());
    stage.cities().arrivals().arrived(Stage.MENTOR, placement, session.start());
    return stage;
  }

  private static void quest(Stage stage, String id, LearnerId learner, String words) {
    stage
        .cities()
        .quests()
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(new Quest(new QuestId(id), learner, words, Set.of(new TopicId("theatre")))));
  }

  private static void merge(Stage stage) {
    stage
        .cities()
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .learners(
                    List.of(
                        LearnerRecord.builder(OLD.value(), "hadera")
                            .mergedInto(NOA.value())
                            .build()))
                .build());
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void aMergeThatWasFollowedIsReached(Kept kept) {
    try (Storage storage = kept.open(scratch)) {
      Stage stage = twoIds(storage);
      merge(stage);
      stage.cities().hostChanges().follow(SmallCity.PLANNER, Set.of(OLD));

      ErasureReceipt receipt =
          stage.cities().privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(NOA));

      assertThat(receipt.doneAt()).isPresent();
      assertThat(receipt.together()).hasSize(1);
      assertNothingOfEither(storage);
    }
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void theOldIdIsRedirectedEvenWhereNobodyFollowed(Kept kept) {
    try (Storage storage = kept.open(scratch)) {
      Stage stage = twoIds(storage);
      merge(stage);

      ErasureReceipt receipt =
          stage.cities().privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(OLD));

      assertNothingOfEither(storage);
      assertThat(stage.cities().privacy().erasure().receipts(SmallCity.ADMINISTRATOR))
          .extracting(ErasureReceipt::reference)
          .hasSize(2)
          .contains(receipt.reference())
          .containsAll(receipt.together());
      stage.learners(OLD.value(), NOA.value()); // the host's next roster
      assertNothingOfEither(storage);
      assertThat(stage.cities().audit().verify(Stage.LEAD).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void interruptedAnywhereItReachesBothAllTheSame(Kept kept) {
    try (Storage storage = kept.open(scratch)) {
      Stage stage = twoIds(storage);
      merge(stage);
      boolean done = false;
      for (int left = 0; left < 400 && !done; left += 1 + left / 10) {
        keys.failAfter(left);
        done = erased(stage);
      }
      keys.failAfter(Integer.MAX_VALUE);
      stage.cities().privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(OLD));
      assertNothingOfEither(storage);
    }
  }

  private static boolean erased(Stage stage) {
    try {
      stage.cities().privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(OLD));
      return true;
    } catch (MemoryKeys.Interrupted interrupted) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void anExportHoldsWhatIsKeptUnderBoth(Kept kept) {
    try (Storage storage = kept.open(scratch)) {
      Stage stage = twoIds(storage);
      merge(stage);
      for (LearnerId asked : List.of(OLD, NOA)) {
        String export =
            stage.cities().privacy().export().of(SmallCity.ADMINISTRATOR, Person.of(asked));
        assertThat(export)
            .contains("canary-old", "canary-noa", "\"formerIds\" : [ \"learner-old\" ]")
            .contains("\"type\" : \"arrival\"")
            .doesNotContain("learner-dan");
      }
      assertThat(stage.cities().privacy().export().of(Stage.self(NOA), Person.of(NOA)))
          .contains("canary-old");
      Actor guardianOfTheOld = Stage.guardianOf(OLD);
      assertThatThrownBy(
              () -> stage.cities().privacy().export().of(guardianOfTheOld, Person.of(OLD)))
          .isInstanceOf(ForbiddenException.class); // of the id that survives, they are none
    }
  }

  private void assertNothingOfEither(Storage storage) {
    for (Kind<?> kind : AllKinds.kinds()) {
      assertThat(everythingOf(storage, kind))
          .as(kind.type().name())
          .doesNotContain("canary-old", "canary-noa")
          .doesNotContainPattern("(?<![\\w-])learner-(old|noa)(?![\\w-])");
    }
  }

  private <T> String everythingOf(Storage storage, Kind<T> kind) {
    StringBuilder all = new StringBuilder();
    List<Entity> raw =
        storage.inTransaction(
            Space.DEFAULT,
            unit -> unit.query(Query.over(kind.type().name()).limit(1000).build()).entities());
    raw.forEach(each -> all.append(each.id()).append(' ').append(each.index()).append(' '));
    new Store(storage, Space.DEFAULT, keys, clock)
        .forEach(
            kind,
            Query.over(kind.type().name()).build(),
            each ->
                all.append(new String(kind.plainBytes(each.value()), StandardCharsets.UTF_8))
                    .append(' '));
    return all.toString();
  }
}
