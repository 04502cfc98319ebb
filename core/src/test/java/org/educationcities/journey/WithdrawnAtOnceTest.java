package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.educationcities.AllKindsOfThings;
import org.educationcities.EducationCities;
import org.educationcities.MemoryKeys;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.NotClearedException;
import org.educationcities.people.LearnerId;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.Transaction;
import org.educationcities.storage.memory.MemoryStorage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whoever reads between any two commits never meets a vetting or an agreement that is ended or
 * narrowed beside a placement that is in force by it, and nobody confirms in between.
 */
class WithdrawnAtOnceTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryStorage memory = MemoryStorage.of(EducationCities.entityTypes());
  private final MemoryKeys keys = new MemoryKeys();
  private final Watched storage = new Watched(memory);
  private final Stage stage = Stage.open(clock, 5, storage, keys).safe();
  private final EducationCities reader =
      EducationCities.builder().storage(memory).keys(keys).clock(clock).build();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private final LearnerId dan = stage.learners("learner-dan").get(0);
  private final CollaborationId placement;
  private final CollaborationId accepted;
  private final List<String> seen = new ArrayList<>();

  WithdrawnAtOnceTest() {
    stage.permit(noa);
    stage.permit(dan);
    placement = stage.accepted(noa);
    accepted = stage.accepted(dan);
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    assertThat(isInForce()).isTrue();
  }

  @Test
  void aVettingThatIsTakenAwayIsNeverMetBesideWhatIsInForceByIt() {
    watch("vetting", Stage.MENTOR.id());
    stage.vet(Vetting.Decision.BARRED);
    assertSuspendedTogether();
  }

  @Test
  void aVettingThatIsNarrowedIsNeverMetBesideWhatIsInForceByIt() {
    watch("vetting", Stage.MENTOR.id());
    stage
        .cities()
        .safeguarding()
        .vet(
            Stage.LEAD,
            List.of(
                new Vetting(
                    Stage.MENTOR.id(),
                    "of-no-kind",
                    Vetting.Decision.CLEARED,
                    LocalDate.of(2026, 2, 1),
                    Stage.LEAD.id())));
    assertSuspendedTogether();
  }

  @Test
  void anAgreementThatEndsIsNeverMetBesideWhatIsInForceByIt() {
    watch("provider-agreement", Stage.THEATRE.id());
    stage.agreeUntil("2026-08-01");
    assertSuspendedTogether();
  }

  @Test
  void anAgreementThatIsNarrowedIsNeverMetBesideWhatIsInForceByIt() {
    watch("provider-agreement", Stage.THEATRE.id());
    stage.agreeUntil("2026-12-01");
    assertSuspendedTogether();
  }

  /** A vetting of another day that still covers everything: asked about, and not suspended. */
  @Test
  void whatIsStillClearedStaysInForce() {
    stage
        .cities()
        .safeguarding()
        .vet(
            Stage.LEAD,
            List.of(
                new Vetting(
                    Stage.MENTOR.id(),
                    "cleared",
                    Vetting.Decision.CLEARED,
                    LocalDate.of(2026, 3, 1),
                    Stage.LEAD.id())));
    assertThat(isInForce()).isTrue();
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(accepted));
    assertThat(stage.now(accepted).isInForce(clock.instant())).isTrue();
  }

  /** Neither by a clearance of before nor by a new one. */
  @Test
  void nobodyConfirmsWhileItIsBeingTakenAway() {
    ClearanceDecision.Granted before =
        (ClearanceDecision.Granted)
            stage.cities().confirmations().clear(SmallCity.PLANNER, accepted);
    List<Boolean> tried = new ArrayList<>();
    storage.after =
        () -> {
          if (isOnHold("vetting", Stage.MENTOR.id())) {
            assertThatThrownBy(
                    () ->
                        reader
                            .confirmations()
                            .confirm(SmallCity.PLANNER, accepted, before.clearance()))
                .isInstanceOf(NotClearedException.class);
            tried.add(
                reader
                    .confirmations()
                    .confirmAll(SmallCity.PLANNER, List.of(accepted))
                    .confirmed()
                    .isEmpty());
          }
        };
    stage.vet(Vetting.Decision.NONE);
    storage.after = () -> {};
    assertThat(tried).isNotEmpty().doesNotContain(false);
    assertThat(stage.now(accepted).state()).isEqualTo(CollaborationState.ACCEPTED);
    assertThat(isInForce()).isFalse();
  }

  /** Who dies after the first step leaves a hold, on which nothing is confirmed. */
  @Test
  void aHoldThatIsLeftBehindConfirmsNothingAndIsFinishedByDoingItAgain() {
    storage.after =
        () -> {
          if (isOnHold("vetting", Stage.MENTOR.id())) {
            throw new IllegalStateException("dead");
          }
        };
    assertThatThrownBy(() -> stage.vet(Vetting.Decision.NONE)).hasMessage("dead");
    storage.after = () -> {};
    assertThat(
            stage
                .cities()
                .confirmations()
                .confirmAll(SmallCity.PLANNER, List.of(accepted))
                .confirmed())
        .isEmpty();
    stage.vet(Vetting.Decision.NONE);
    assertThat(isOnHold("vetting", Stage.MENTOR.id())).isFalse();
    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.SUSPENDED);
  }

  @Test
  void aHoldThatIsLeftBehindIsSuspendedByTheNextRecheck() {
    storage.after =
        () -> {
          if (isOnHold("vetting", Stage.MENTOR.id())) {
            throw new IllegalStateException("dead");
          }
        };
    assertThatThrownBy(() -> stage.vet(Vetting.Decision.NONE)).hasMessage("dead");
    storage.after = () -> {};
    assertThat(stage.cities().confirmations().recheck(SmallCity.PLANNER)).isEqualTo(1);
  }

  /** Notes after each commit whether what was stored anew stands beside a placement in force. */
  private void watch(String type, String id) {
    String before = text(type, id);
    storage.after =
        () -> {
          boolean isNew = !text(type, id).equals(before) && !isOnHold(type, id);
          seen.add(isNew + " " + isInForce());
        };
  }

  private void assertSuspendedTogether() {
    storage.after = () -> {};
    assertThat(Set.copyOf(seen)).contains("false true", "true false").doesNotContain("true true");
    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.SUSPENDED);
  }

  private boolean isInForce() {
    return reader.collaborations().find(placement).orElseThrow().isInForce(clock.instant());
  }

  private boolean isOnHold(String type, String id) {
    return text(type, id).contains("\"onHold\":true");
  }

  private String text(String type, String id) {
    return AllKindsOfThings.plainText(memory, keys, type, id);
  }

  /** A storage after each commit of which somebody looks. */
  private static final class Watched implements Storage {
    private final Storage inner;
    private Runnable after = () -> {};

    private Watched(Storage inner) {
      this.inner = inner;
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(
        Space space, Function<? super Transaction, ? extends T> work) {
      T result = inner.inTransaction(space, work);
      after.run();
      return result;
    }

    @Override
    public Set<StorageCapability> capabilities() {
      return inner.capabilities();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
