package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.educationcities.safeguarding.TableCity.GUARDIAN;
import static org.educationcities.safeguarding.TableCity.LEAD;
import static org.educationcities.safeguarding.TableCity.LEARNER;
import static org.educationcities.safeguarding.TableCity.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Stored;
import org.educationcities.registry.Offers;
import org.educationcities.resource.OpportunityId;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overrides by themselves: each refusal with its words, each bound, what is told and audited. */
class OverridesTest {
  private static final OpportunityId STAGE = new OpportunityId("stage");
  private static final Actor EDUCATOR = new Actor("educator-1", Role.EDUCATOR);
  private static final Actor STRANGER = new Actor("stranger", Role.EDUCATOR);
  private static final Actor PLANNER = new Actor("planner-1", Role.PLANNER);
  private static final Set<Overridable> HOURS = Set.of(Overridable.HOURS);
  private static final Duration LONGEST = Duration.ofDays(30);

  private final SafeRoom room = new SafeRoom(new Host());
  private Instant now = NOW;
  private final Overrides overrides =
      new Overrides(
          room.store,
          room.host,
          new Offers(room.store),
          () -> now,
          new Random(3),
          room.safeguarding);

  /** The table's city, with a school and those who work in it. */
  private static final class Host extends TableCity.Host {
    Host() {
      super(TableCity.Told.WHOLE);
    }

    @Override
    public Source<LearnerRecord> learners() {
      return of(
          List.of(
              LearnerRecord.builder(LEARNER.value(), "hadera").schoolId("school-1").build(),
              LearnerRecord.builder("merged", "hadera").mergedInto(LEARNER.value()).build(),
              LearnerRecord.builder("at-no-school", "hadera").build()));
    }

    @Override
    public Source<AdultRecord> adults() {
      return of(
          List.of(
              AdultRecord.builder(EDUCATOR.id()).schoolId("school-1").build(),
              AdultRecord.builder(STRANGER.id()).schoolId("school-2").build(),
              AdultRecord.builder("works-there").organizationId("provider-stage").build()));
    }

    private static <R extends HostRecord> Source<R> of(List<R> all) {
      return selection ->
          Batch.last(
              all.stream()
                  .filter(each -> ((Selection.ByIds) selection).ids().contains(each.id()))
                  .toList(),
              NOW);
    }
  }

  @BeforeEach
  void aPolicyLetsHoursAndDistanceBeOverridden() {
    new Offers(room.store)
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(SmallCity.opportunity(STAGE.value(), "theatre", 20).build()));
    install(1, Set.of(Overridable.HOURS, Overridable.DISTANCE));
  }

  private void install(int version, Set<Overridable> conditions) {
    OverrideRule rule =
        new OverrideRule(
            conditions, Set.of(Role.EDUCATOR, Role.PLANNER, Role.SAFEGUARDING_LEAD), LONGEST);
    room.safeguarding.install(LEAD, SamplePolicy.of(version).overrides(rule).build());
  }

  private String propose(Actor actor) {
    return propose(actor, LEARNER, HOURS, NOW.plus(LONGEST));
  }

  private String propose(
      Actor actor, LearnerId learner, Set<Overridable> conditions, Instant until) {
    return overrides.propose(actor, learner, STAGE, conditions, "because", until);
  }

  private OverrideDocument stored(String id) {
    return room.store.find(SafeguardingTypes.OVERRIDE, id).map(Stored::value).orElseThrow();
  }

  private static void assertForbidden(ThrowingCallable call, String act) {
    assertThatThrownBy(call)
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("may not " + act + ".");
  }

  @Test
  void whatThePolicyDoesNotLetIsRefusedInSoManyWords() {
    assertThatThrownBy(
            () ->
                propose(
                    LEAD, LEARNER, Set.of(Overridable.HOURS, Overridable.AGE), NOW.plusSeconds(9)))
        .isInstanceOf(OverrideRefusedException.class)
        .hasMessage(
            "The policy in force lets nobody override [AGE].\n"
                + "Maybe it holds once what is missing is there.");
    for (Instant until : List.of(NOW.minusNanos(1), NOW, NOW.plus(LONGEST).plusNanos(1))) {
      assertThatThrownBy(() -> propose(LEAD, LEARNER, HOURS, until))
          .isInstanceOf(OverrideRefusedException.class)
          .hasMessage(
              "An override may end up to PT720H from now, not at "
                  + until
                  + ".\nMaybe choose an earlier end, and propose another one then.");
    }
    assertThat(stored(propose(LEAD, LEARNER, HOURS, NOW.plusSeconds(1))).until())
        .isEqualTo(NOW.plusSeconds(1));
    assertThat(stored(propose(LEAD)).until()).isEqualTo(NOW.plus(LONGEST));
    assertThatThrownBy(
            () ->
                overrides.propose(
                    LEAD, LEARNER, new OpportunityId("none"), HOURS, "x", NOW.plusSeconds(1)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void withoutAPolicyInForceNobodyOverridesAnything() {
    now = Instant.parse("2025-12-31T23:59:59Z"); // a second before it is in force
    assertForbidden(() -> propose(LEAD), "override anything");
    now = now.plusSeconds(1);
    assertThat(propose(LEAD, LEARNER, HOURS, now.plusSeconds(1))).startsWith("v-");
    assertForbidden(() -> propose(new Actor("mentor-9", Role.MENTOR)), "override anything");
  }

  @Test
  void nobodyOfASideAndNoStrangerProposesOrSeconds() {
    String id = propose(EDUCATOR);
    for (Actor each :
        List.of(
            STRANGER,
            new Actor("unheard-of", Role.EDUCATOR),
            new Actor(LEARNER.value(), Role.SAFEGUARDING_LEAD),
            new Actor(GUARDIAN.id(), Role.SAFEGUARDING_LEAD),
            new Actor("provider-stage", Role.SAFEGUARDING_LEAD),
            new Actor("works-there", Role.SAFEGUARDING_LEAD))) {
      assertForbidden(() -> propose(each), "override anything here");
      if (each.role() == Role.SAFEGUARDING_LEAD) {
        assertForbidden(() -> overrides.second(each, id), "override anything here");
      }
    }
    for (String learner : List.of("merged", "unheard-of")) {
      assertForbidden(
          () -> propose(LEAD, new LearnerId(learner), HOURS, NOW.plusSeconds(1)),
          "override anything here");
    }
    assertForbidden(
        () -> propose(EDUCATOR, new LearnerId("at-no-school"), HOURS, NOW.plusSeconds(1)),
        "override anything here");
    assertThat(stored(id).isWaiting()).isTrue();
  }

  @Test
  void theSecondIsAnotherAndOneOfThemALead() {
    String id = propose(EDUCATOR);
    String second = "be the second of the two who override this";
    assertForbidden(() -> overrides.second(PLANNER, id), second);
    assertForbidden(
        () -> overrides.second(new Actor(EDUCATOR.id(), Role.SAFEGUARDING_LEAD), id), second);
    assertThatThrownBy(() -> overrides.second(LEAD, "v-none"))
        .isInstanceOf(NotFoundException.class);
    overrides.second(LEAD, id);
    assertThat(stored(id).seconded()).isEqualTo(OverrideDocument.Say.of(LEAD, NOW));
    String byLead = propose(LEAD);
    overrides.second(PLANNER, byLead);
    assertThat(stored(byLead).seconded()).isEqualTo(OverrideDocument.Say.of(PLANNER, NOW));
    assertThat(room.told())
        .contains(
            "override.proposed " + id + " {opportunity=stage}",
            "override.seconded " + id + " {opportunity=stage}",
            "override.proposed " + byLead + " {opportunity=stage}",
            "override.seconded " + byLead + " {opportunity=stage}");
    assertThat(room.audited(Role.SAFEGUARDING_LEAD))
        .contains("insert clearance-override", "update clearance-override");
  }

  @Test
  void whatIsSecondedStillWaitsIsInTimeAndWithinThePolicy() {
    String seconded = propose(EDUCATOR);
    overrides.second(LEAD, seconded);
    String revoked = propose(EDUCATOR);
    overrides.revoke(LEAD, revoked);
    String late = propose(EDUCATOR, LEARNER, HOURS, NOW.plusSeconds(9));
    String beyond = propose(EDUCATOR, LEARNER, Set.of(Overridable.DISTANCE), NOW.plus(LONGEST));
    install(2, HOURS);
    String inTime = propose(EDUCATOR, LEARNER, HOURS, NOW.plusSeconds(10));
    now = NOW.plusSeconds(9);
    for (String each : List.of(seconded, revoked, late, beyond)) {
      assertThatThrownBy(() -> overrides.second(LEAD, each))
          .isInstanceOf(OverrideRefusedException.class)
          .hasMessage(
              "This override cannot be seconded any more.\n"
                  + "Maybe it was revoked, or its time is over: propose another one.");
    }
    overrides.second(LEAD, inTime);
    assertThat(stored(inTime).isWaiting()).isFalse();
  }

  @Test
  void itTakesOneOfManyAloneToRevoke() {
    List<Actor> revokers =
        List.of(
            LEAD,
            new Actor("lead-2", Role.SAFEGUARDING_LEAD),
            PLANNER,
            EDUCATOR,
            GUARDIAN,
            new Actor(LEARNER.value(), Role.LEARNER));
    for (Actor each : revokers) {
      String id = propose(LEAD);
      overrides.second(PLANNER, id);
      overrides.revoke(each, id);
      assertThat(stored(id).revoked()).isEqualTo(OverrideDocument.Say.of(each, NOW));
      assertThat(room.told()).contains("override.revoked " + id + " {opportunity=stage}");
    }
    assertThat(room.suspended).isEmpty(); // nothing was confirmed on them
    String id = propose(PLANNER);
    overrides.revoke(PLANNER, id); // nobody else was told of it
    assertThat(room.told()).doesNotContain("override.revoked " + id + " {opportunity=stage}");
  }

  @Test
  void nobodyElseRevokes() {
    String waiting = propose(EDUCATOR);
    String id = propose(LEAD);
    overrides.second(PLANNER, id);
    for (Actor each :
        List.of(
            STRANGER,
            new Actor("planner-2", Role.PLANNER),
            new Actor(PLANNER.id(), Role.MENTOR),
            new Actor(EDUCATOR.id(), Role.PLANNER),
            new Actor("guardian-2", Role.GUARDIAN),
            new Actor("learner-2", Role.LEARNER),
            new Actor("provider-stage", Role.PROVIDER),
            SafeRoom.ADMINISTRATOR)) {
      for (String some : List.of(waiting, id)) {
        assertForbidden(() -> overrides.revoke(each, some), "revoke this override");
      }
    }
    assertThatThrownBy(() -> overrides.revoke(LEAD, "v-none"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void whatWasConfirmedOnItIsSuspendedOnce() {
    String id = propose(EDUCATOR);
    overrides.second(LEAD, id);
    room.store.run(
        unit -> {
          Stored<OverrideDocument> seen = unit.find(SafeguardingTypes.OVERRIDE, id).orElseThrow();
          unit.update(SafeguardingTypes.OVERRIDE, seen, seen.value().used());
        });
    overrides.revoke(GUARDIAN, id);
    overrides.revoke(LEAD, id);
    assertThat(room.suspended).containsExactly("learner-1 stage override-revoked");
    assertThat(stored(id).revoked()).isEqualTo(OverrideDocument.Say.of(GUARDIAN, NOW));
  }

  @Test
  void theLearnersSideAndTheLeadsReadThemAndTheAuditTells() {
    String waiting = propose(EDUCATOR);
    String seconded = propose(EDUCATOR);
    overrides.second(LEAD, seconded);
    for (Actor each : List.of(LEAD, GUARDIAN, new Actor(LEARNER.value(), Role.LEARNER))) {
      assertThat(overrides.of(each, LEARNER))
          .extracting(ClearanceOverride::id)
          .containsExactlyInAnyOrder(waiting, seconded);
      assertThat(room.audited(each.role())).contains("read overrides learner");
    }
    assertThat(overrides.of(LEAD, new LearnerId("learner-2"))).isEmpty();
    assertThat(overrides.waiting(LEAD)).extracting(ClearanceOverride::id).containsExactly(waiting);
    assertThat(room.audited(Role.SAFEGUARDING_LEAD)).contains("read override-waiting learner");
    List<Actor> others = new ArrayList<>();
    for (Role role : Role.values()) {
      others.add(new Actor("somebody-1", role));
    }
    others.removeIf(each -> each.role() == Role.SAFEGUARDING_LEAD);
    for (Actor each : others) {
      assertForbidden(() -> overrides.of(each, LEARNER), "see the overrides of this learner");
      assertForbidden(() -> overrides.waiting(each), "see the overrides that wait");
    }
  }
}
