package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.journey.MovingClock;
import org.educationcities.journey.Stage;
import org.educationcities.notification.EventType;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.privacy.ErasureReceipt;
import org.educationcities.privacy.ErasureRefusedException;
import org.educationcities.privacy.Retention;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.registry.Roster;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.Space;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Query;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryStorage storage = MemoryStorage.of(EducationCities.entityTypes());
  private final MemoryKeys keys = new MemoryKeys();
  private final Stage stage = Stage.open(clock, 1, storage, keys).safe();
  private final EducationCities cities = stage.cities();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private final LearnerId dan = stage.learners("learner-dan").get(0);
  private CollaborationId placement = new CollaborationId("none");

  @BeforeEach
  void noaHasAPlaceAndDanWaits() {
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .classes(
                    List.of(
                        ClassRecord.builder("class-1", "school-1")
                            .title("7a")
                            .learnerIds(Set.of(noa.value(), dan.value()))
                            .build()))
                .build());
    cities
        .quests()
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(
                new Quest(new QuestId("q1"), noa, "canary-words", Set.of(new TopicId("theatre")))));
    stage.permit(noa);
    stage.permit(dan);
    placement = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    cities.placements().join(SmallCity.PLANNER, dan, Stage.STAGE);
  }

  @Test
  void nothingTellsOfThemAnyMoreAndTheOthersAreTold() {
    cities.audit().seal(Stage.LEAD);
    ErasureReceipt receipt =
        cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));

    assertThat(receipt.doneAt()).isPresent();
    assertThat(receipt.ended()).isEqualTo(1);
    assertThat(receipt.removed())
        .containsEntry("learner", 1)
        .containsEntry("quest", 1)
        .containsEntry("learner-anchor", 1);
    assertThat(receipt.changed())
        .containsEntry("class", 1)
        .containsEntry("collaboration", 1)
        .containsEntry("guardian", 1);
    assertThat(receipt.keysDestroyed()).isGreaterThanOrEqualTo(3);
    assertThat(receipt.leftToTheHost().toString())
        .contains("backups", "database-log", "version-control", "roster");

    for (Kind<?> kind : AllKinds.kinds()) {
      assertThat(tellsOf(kind, Person.of(noa))).as(kind.type().name()).isZero();
    }
    assertNowhere("learner-noa", "canary-words");
    Collaboration called = stage.now(placement);
    assertThat(called.state()).isEqualTo(CollaborationState.CANCELLED);
    assertThat(called.learners().get(0).value()).startsWith("erased-");
    assertThat(cities.outbox().pending(SmallCity.ADMINISTRATOR))
        .filteredOn(each -> each.type() == EventType.COLLABORATION_CANCELLED)
        .hasSize(1);
    assertThat(cities.audit().verify(Stage.LEAD).findings()).isEmpty();
  }

  @Test
  void theirPlaceGoesToWhoWaits() {
    cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));
    assertThat(cities.collaborations().placementsOf(dan))
        .extracting(Collaboration::state)
        .containsExactly(CollaborationState.PROPOSED);
  }

  @Test
  void whatWasKeptOfThemBeforeCanBeOpenedByNobody() {
    List<Entity> backup = new ArrayList<>();
    for (String type : List.of("learner", "quest", "learner-anchor", "collaboration", "class")) {
      backup.addAll(all(type));
    }
    cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));
    for (Entity each : backup) {
      boolean dansOwn = each.id().equals(dan.value()) && !each.type().equals("class");
      String keyId = new String(each.payload(), 2, each.payload()[1], StandardCharsets.US_ASCII);
      assertThat(keys.find(Space.DEFAULT, keyId).isPresent())
          .as(each.type() + "/" + each.id())
          .isEqualTo(dansOwn);
    }
  }

  @Test
  void doneAgainItFindsNothingMore() {
    ErasureReceipt first =
        cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));
    ErasureReceipt again =
        cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));
    assertThat(again.reference()).isEqualTo(first.reference()).doesNotContain("noa");
    assertThat(again.removed()).isEqualTo(first.removed());
    assertThat(again.changed()).isEqualTo(first.changed());
    assertThat(again.keysDestroyed()).isEqualTo(first.keysDestroyed());
    assertThat(cities.privacy().erasure().receipts(SmallCity.ADMINISTRATOR)).hasSize(1);
  }

  @Test
  void interruptedAnywhereItGoesOnWhereItWas() {
    boolean done = false;
    for (int left = 0; left < 200 && !done; left++) {
      keys.failAfter(left);
      done = erasedUninterrupted();
    }
    keys.failAfter(Integer.MAX_VALUE);
    ErasureReceipt receipt =
        cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));
    assertNowhere("learner-noa", "canary-words");
    assertThat(receipt.ended()).isEqualTo(1);
    assertThat(receipt.doneAt()).isPresent();
    assertThat(cities.audit().verify(Stage.LEAD).findings()).isEmpty();
  }

  @Test
  void whoWasErasedIsNotTakenInAgain() {
    cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));
    stage.learners("learner-noa", "learner-mia");
    assertNowhere("learner-noa");
    assertThat(everything()).contains("learner-mia");
  }

  @Test
  void aGuardiansPermissionsEndFirst() {
    cities
        .privacy()
        .erasure()
        .erase(SmallCity.ADMINISTRATOR, Person.guardian(Stage.guardianOf(noa).id()));
    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(cities.safeguarding().permissionsOf(Stage.LEAD, noa)).isEmpty();
    assertThat(everything()).doesNotContain(Stage.guardianOf(noa).id());
  }

  @Test
  void whatIsInForceWithAMentorIsSuspendedFirst() {
    cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.adult(Stage.MENTOR.id()));
    Collaboration after = stage.now(placement);
    assertThat(after.state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(everything()).doesNotContain(Stage.MENTOR.id());
    assertThat(after.learners()).containsExactly(noa);
  }

  @Test
  void thatChildrenAreKeptApartFromSomebodyIsNotForgotten() {
    cities.safeguarding().block(Stage.LEAD, noa, Stage.MENTOR.id());
    Person mentor = Person.adult(Stage.MENTOR.id());
    assertThatThrownBy(() -> cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, mentor))
        .isInstanceOf(ErasureRefusedException.class);
    stage.vet(Vetting.Decision.BARRED);
    assertThatThrownBy(() -> cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, mentor))
        .isInstanceOf(ErasureRefusedException.class);
  }

  @Test
  void onlyAnAdministratorErases() {
    for (Actor each : List.of(SmallCity.PLANNER, Stage.LEAD, Stage.self(noa), Stage.THEATRE)) {
      assertThatThrownBy(() -> cities.privacy().erasure().erase(each, Person.of(noa)))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  void anExportHoldsEverythingOfThemAndNobodyElse() {
    String export = cities.privacy().export().of(Stage.self(noa), Person.of(noa));
    assertThat(export)
        .contains("learner-noa", "canary-words", "2014-03-05", "\"other-1\"", "\"byYou\"")
        .doesNotContain("learner-dan", Stage.MENTOR.id());
    for (String type :
        List.of(
            "learner", "guardian", "class", "quest", "collaboration", "places", "learner-anchor")) {
      assertThat(export).contains("\"type\" : \"" + type + "\"");
    }
    assertThat(cities.privacy().export().of(Stage.guardianOf(noa), Person.of(noa)))
        .contains("canary-words");
    for (Actor each : List.of(SmallCity.PLANNER, Stage.self(dan), Stage.guardianOf(dan))) {
      assertThatThrownBy(() -> cities.privacy().export().of(each, Person.of(noa)))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  void whatIsOverIsRemovedAfterThePolicysTime() {
    SafeguardingPolicy policy =
        SamplePolicy.of(2)
            .retention("collaboration", Duration.ofDays(30))
            .retention("colaboration", Duration.ofDays(1))
            .build();
    cities.safeguarding().install(Stage.LEAD, policy);
    cities.collaborations().cancel(SmallCity.PLANNER, placement);
    Retention.Report early = cities.privacy().retention().run(SmallCity.ADMINISTRATOR);
    assertThat(early.removed()).containsEntry("collaboration", 0);
    assertThat(early.kept()).containsEntry("collaboration", 1);
    assertThat(early.unknown()).containsExactly("colaboration");

    clock.pass(Duration.ofDays(31));
    Retention.Report late = cities.privacy().retention().run(SmallCity.ADMINISTRATOR);
    assertThat(late.removed()).containsEntry("collaboration", 1);
    assertThat(cities.collaborations().find(placement)).isEmpty();
    assertThat(cities.audit().verify(Stage.LEAD).findings()).isEmpty();
    assertThatThrownBy(() -> cities.privacy().retention().run(Stage.self(noa)))
        .isInstanceOf(ForbiddenException.class);
  }

  private boolean erasedUninterrupted() {
    try {
      cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa));
      return true;
    } catch (MemoryKeys.Interrupted interrupted) {
      return false;
    }
  }

  /** Nowhere but within a longer id: that of a guardian here holds that of their child. */
  private void assertNowhere(String... tokens) {
    String everything = everything();
    for (String each : tokens) {
      assertThat(everything).doesNotContainPattern("(?<![\\w-])" + each + "(?![\\w-])");
    }
  }

  private List<Entity> all(String type) {
    return storage.inTransaction(
        Space.DEFAULT, unit -> unit.query(Query.over(type).limit(1000).build()).entities());
  }

  /** All payloads, opened where they can be, and all ids and indexes. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    AllKinds.kinds().forEach(kind -> all.append(everythingOf(kind.type().name())));
    AllKinds.kinds().forEach(kind -> all.append(opened(kind)));
    return all.toString();
  }

  private String everythingOf(String type) {
    StringBuilder all = new StringBuilder();
    for (Entity each : all(type)) {
      all.append(each.id())
          .append(each.index())
          .append(new String(each.payload(), StandardCharsets.ISO_8859_1));
    }
    return all.toString();
  }

  private <T> String opened(Kind<T> kind) {
    StringBuilder all = new StringBuilder();
    store()
        .forEach(
            kind,
            Query.over(kind.type().name()).build(),
            each -> all.append(new String(kind.plainBytes(each.value()), StandardCharsets.UTF_8)));
    return all.toString();
  }

  private <T> int tellsOf(Kind<T> kind, Person person) {
    int[] found = new int[1];
    store()
        .forEach(
            kind,
            Query.over(kind.type().name()).build(),
            each -> found[0] += kind.personal().tellsOf(each.value(), person) ? 1 : 0);
    return found[0];
  }

  private Store store() {
    return new Store(storage, Space.DEFAULT, keys, clock);
  }
}
