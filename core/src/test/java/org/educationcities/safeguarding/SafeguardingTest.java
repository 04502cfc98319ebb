package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.educationcities.safeguarding.SafeRoom.ADMINISTRATOR;
import static org.educationcities.safeguarding.TableCity.GUARDIAN;
import static org.educationcities.safeguarding.TableCity.LEAD;
import static org.educationcities.safeguarding.TableCity.LEARNER;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.safeguarding.Vetting.Decision;
import org.junit.jupiter.api.Test;

/** Who may give and take away what a clearance rests on; and what that suspends, tells, audits. */
class SafeguardingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final LearnerId OTHER = new LearnerId("learner-2");

  private final SafeRoom room = new SafeRoom();
  private final Safeguarding safeguarding = room.safeguarding;

  /** Each act, the words of its refusal, and the roles that may. */
  @Test
  void eachActIsForItsRolesAndForNobodyElse() {
    Map<String, Consumer<Actor>> acts = new LinkedHashMap<>();
    acts.put("install a policy", actor -> safeguarding.install(actor, SamplePolicy.of(1).build()));
    acts.put("enter permissions", actor -> safeguarding.permitAll(actor, Map.of()));
    acts.put("see these permissions", actor -> safeguarding.permissionsOf(actor, LEARNER));
    acts.put("record vettings", actor -> safeguarding.vet(actor, List.of()));
    acts.put("record agreements", actor -> safeguarding.agree(actor, List.of()));
    acts.put("block", actor -> safeguarding.block(actor, OTHER, "party-1"));
    acts.put(
        "withdraw what a guardian permitted",
        actor -> safeguarding.withdrawAllBy(actor, "nobody-1"));
    Map<String, Set<Role>> allowed =
        ImmutableMap.of(
            "install a policy", Set.of(Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR),
            "enter permissions", Set.of(Role.ADMINISTRATOR, Role.SYSTEM),
            "see these permissions",
                Set.of(Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR, Role.SYSTEM),
            "record vettings", Set.of(Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR, Role.SYSTEM),
            "record agreements",
                Set.of(Role.SAFEGUARDING_LEAD, Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM),
            "block", Set.of(Role.SAFEGUARDING_LEAD),
            "withdraw what a guardian permitted", Set.of(Role.ADMINISTRATOR));
    acts.forEach(
        (words, act) -> {
          for (Role role : Role.values()) {
            Actor actor = new Actor("somebody-1", role);
            if (Set.copyOf(allowed.get(words)).contains(role)) {
              act.accept(actor);
            } else {
              assertThatThrownBy(() -> act.accept(actor))
                  .as("%s by %s", words, role)
                  .isInstanceOf(ForbiddenException.class)
                  .hasMessageContaining("may not " + words + ".");
            }
          }
        });
  }

  @Test
  void aPolicyRisesAndEachIsToldOnce() {
    assertThat(safeguarding.policy()).isEmpty();
    SafeguardingPolicy second = SamplePolicy.of(2).build();
    safeguarding.install(LEAD, second);
    safeguarding.install(LEAD, SamplePolicy.of(2).build());
    assertThat(safeguarding.policy()).hasValue(second);
    for (SafeguardingPolicy each :
        List.of(SamplePolicy.of(1).build(), SamplePolicy.of(2).minimumAge(6).build())) {
      assertThatThrownBy(() -> safeguarding.install(LEAD, each))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A policy's version rises, from 2, not to " + each.version() + ".");
    }
    assertThat(safeguarding.policy()).hasValue(second);
    safeguarding.install(ADMINISTRATOR, SamplePolicy.of(3).build());
    assertThat(room.told())
        .containsExactlyInAnyOrder(
            "policy.installed policy {policy-version=2}",
            "policy.installed policy {policy-version=3}");
  }

  @Test
  void aPermissionIsGivenInOnesOwnNameByWhoSpeaksForTheLearner() {
    Permission good = permission("stage", GUARDIAN.id(), LAST);
    for (Actor each :
        List.of(
            new Actor("guardian-2", Role.GUARDIAN),
            new Actor(GUARDIAN.id(), Role.SAFEGUARDING_LEAD),
            new Actor("learner-2", Role.LEARNER),
            LEAD,
            ADMINISTRATOR)) {
      assertForbidden(
          () -> safeguarding.permit(each, LEARNER, permission("stage", each.id(), LAST)),
          "give permission for this learner");
      assertForbidden(
          () -> safeguarding.withdrawPermission(each, LEARNER, "stage"),
          "withdraw permission for this learner");
    }
    assertForbidden(
        () -> safeguarding.permit(GUARDIAN, LEARNER, permission("stage", "guardian-2", LAST)),
        "give permission for this learner");
    assertThat(room.told()).isEmpty();

    safeguarding.permit(GUARDIAN, LEARNER, good);
    safeguarding.permit(GUARDIAN, LEARNER, good); // nothing new, and nothing told
    Actor self = new Actor(LEARNER.value(), Role.LEARNER);
    safeguarding.permit(self, LEARNER, permission("pitch", self.id(), LAST));
    assertThat(safeguarding.permissionsOf(GUARDIAN, LEARNER))
        .containsExactly(good, permission("pitch", self.id(), LAST));
    assertThat(room.told())
        .containsExactlyInAnyOrder(
            "permission.given learner-1 {opportunity=stage}",
            "permission.given learner-1 {opportunity=pitch}");
    assertThat(room.suspended).isEmpty();
    assertThat(safeguarding.permissionsOf(LEAD, OTHER)).isEmpty();
  }

  @Test
  void whoLooksAtPermissionsIsInTheAuditButForTheLearnerAndTheSystem() {
    Permission given = permission("stage", "guardian-2", LAST);
    safeguarding.permitAll(Actor.system("form"), Map.of(LEARNER, given));
    for (Actor each :
        List.of(
            GUARDIAN,
            LEAD,
            ADMINISTRATOR,
            new Actor(LEARNER.value(), Role.LEARNER),
            Actor.system("sweep"))) {
      assertThat(safeguarding.permissionsOf(each, LEARNER)).containsExactly(given);
      boolean shown = each.role() != Role.LEARNER && each.role() != Role.SYSTEM;
      assertThat(room.audited(each.role()))
          .as("%s", each.role())
          .filteredOn(act -> act.startsWith("read permissions"))
          .hasSize(shown ? 1 : 0);
    }
  }

  @Test
  void whatAllowsLessSuspendsAndWhatAllowsAsMuchDoesNot() {
    safeguarding.permit(GUARDIAN, LEARNER, permission("stage", GUARDIAN.id(), LAST));
    safeguarding.permit(GUARDIAN, LEARNER, permission("stage", GUARDIAN.id(), LAST.plusDays(1)));
    safeguarding.permit(GUARDIAN, LEARNER, permission("pitch", GUARDIAN.id(), TODAY));
    assertThat(room.suspended).isEmpty();
    safeguarding.permit(GUARDIAN, LEARNER, permission("stage", GUARDIAN.id(), LAST));
    assertThat(room.suspended).containsExactly("learner-1 stage permission-narrowed");
  }

  @Test
  void permissionsEnteredElsewhereAreKeptAuditedAndNotTold() {
    Map<LearnerId, Permission> many = new LinkedHashMap<>();
    for (int i = 0; i < 501; i++) {
      many.put(new LearnerId("many-" + i), permission("stage", "guardian-" + i, LAST));
    }
    safeguarding.permitAll(ADMINISTRATOR, many);
    many.forEach(
        (learner, each) -> assertThat(room.anchor(learner).permissions()).containsExactly(each));
    assertThat(room.told()).isEmpty();
    safeguarding.permitAll(
        ADMINISTRATOR, Map.of(new LearnerId("many-3"), permission("stage", "guardian-3", TODAY)));
    assertThat(room.suspended).containsExactly("many-3 stage permission-narrowed");
    assertThat(room.audited(Role.ADMINISTRATOR)).contains("update learner-anchor");
  }

  @Test
  void whatIsWithdrawnIsSuspendedToldAndGoneOnce() {
    safeguarding.permit(GUARDIAN, LEARNER, permission("stage", GUARDIAN.id(), LAST));
    safeguarding.permit(GUARDIAN, LEARNER, permission("pitch", GUARDIAN.id(), LAST));
    safeguarding.withdrawPermission(GUARDIAN, LEARNER, "stage");
    safeguarding.withdrawPermission(GUARDIAN, LEARNER, "stage");
    assertThat(room.suspended).containsExactly("learner-1 stage permission-withdrawn");
    assertThat(room.told())
        .filteredOn(each -> each.startsWith("permission.withdrawn"))
        .containsExactly("permission.withdrawn learner-1 {opportunity=stage}");
    assertThat(room.anchor(LEARNER).permissions())
        .extracting(Permission::opportunityId)
        .containsExactly("pitch");
  }

  @Test
  void allThatOneGuardianGaveIsWithdrawnAndCounted() {
    Map<LearnerId, Permission> given = new LinkedHashMap<>();
    given.put(LEARNER, permission("stage", "leaving", LAST));
    given.put(OTHER, permission("stage", "staying", LAST));
    safeguarding.permitAll(ADMINISTRATOR, given);
    safeguarding.permitAll(ADMINISTRATOR, Map.of(LEARNER, permission("pitch", "leaving", LAST)));
    safeguarding.permitAll(ADMINISTRATOR, Map.of(LEARNER, permission("lab", "staying", LAST)));

    assertThat(safeguarding.withdrawAllBy(ADMINISTRATOR, "leaving")).isEqualTo(2);

    assertThat(room.suspended)
        .containsExactly(
            "learner-1 stage permission-withdrawn", "learner-1 pitch permission-withdrawn");
    assertThat(room.anchor(LEARNER).permitted()).containsExactly("lab");
    assertThat(room.anchor(OTHER).permitted()).containsExactly("stage");
    assertThat(safeguarding.withdrawAllBy(ADMINISTRATOR, "leaving")).isZero();
  }

  @Test
  void whoIsNotClearedAnyMoreIsSuspendedEverywhereAndWhatChangedIsAskedAgain() {
    Vetting cleared = vetting("mentor-1", Decision.CLEARED, TODAY);
    safeguarding.vet(LEAD, List.of(cleared, vetting("mentor-2", Decision.CLEARED, TODAY)));
    safeguarding.vet(LEAD, List.of(cleared));
    assertThat(room.suspended).as("nothing rested on anything else").isEmpty();
    safeguarding.vet(
        LEAD,
        List.of(
            vetting("mentor-1", Decision.CLEARED, TODAY.minusDays(1)),
            vetting("mentor-2", Decision.NONE, TODAY),
            vetting("mentor-3", Decision.BARRED, TODAY)));
    assertThat(room.suspended)
        .containsExactly(
            "ended [mentor-2], changed [mentor-1]",
            "mentor-1 vetting-ended",
            "mentor-2 vetting-ended");
    assertThat(room.audited(Role.SAFEGUARDING_LEAD)).contains("insert vetting", "update vetting");
  }

  @Test
  void anAgreementThatIsOverSuspendsEverywhereAndAShorterOneIsAskedAbout() {
    safeguarding.agree(
        LEAD,
        List.of(
            agreement("until-today", TODAY, TODAY),
            agreement("until-yesterday", TODAY.minusDays(9), TODAY.minusDays(1)),
            agreement("never", LAST.plusDays(1), LAST),
            agreement("shorter", TODAY, LAST),
            agreement("later", TODAY, LAST)));
    assertThat(room.suspended).as("nothing rested on anything else").isEmpty();
    safeguarding.agree(
        LEAD,
        List.of(
            agreement("shorter", TODAY, LAST.minusDays(1)),
            agreement("later", TODAY.plusDays(1), LAST),
            agreement("until-today", TODAY.minusDays(1), LAST)));
    assertThat(room.suspended)
        .containsExactly(
            "ended [], changed [later, shorter]",
            "shorter agreement-ended",
            "later agreement-ended");
    room.suspended.clear();
    safeguarding.agree(
        LEAD,
        List.of(
            agreement("until-today", TODAY.minusDays(9), TODAY.minusDays(1)),
            agreement("shorter", TODAY.minusDays(9), TODAY),
            agreement("later", TODAY.plusDays(1), TODAY)));
    assertThat(room.suspended)
        .containsExactly(
            "ended [later, until-today], changed [shorter]",
            "until-today agreement-ended",
            "shorter agreement-ended",
            "later agreement-ended");
    assertThat(room.audited(Role.SAFEGUARDING_LEAD))
        .contains("insert provider-agreement", "update provider-agreement");
  }

  @Test
  void aBlockIsKeptAndSuspendsWhatTheyHaveTogether() {
    safeguarding.block(LEAD, LEARNER, "mentor-1");
    safeguarding.block(LEAD, LEARNER, "mentor-2");
    assertThat(room.anchor(LEARNER).blockedPartyIds()).containsExactly("mentor-1", "mentor-2");
    assertThat(room.suspended)
        .containsExactly("learner-1 with mentor-1 blocked", "learner-1 with mentor-2 blocked");
    assertThat(room.audited(Role.SAFEGUARDING_LEAD)).contains("insert learner-anchor");
  }

  @Test
  void theBarredAndTheBlockedAreKeptApartAndNobodyElse() {
    safeguarding.vet(
        LEAD,
        List.of(
            vetting("barred", Decision.BARRED, TODAY),
            vetting("cleared", Decision.CLEARED, TODAY),
            vetting("withdrawn", Decision.NONE, TODAY)));
    safeguarding.block(LEAD, LEARNER, "blocked");
    safeguarding.block(LEAD, OTHER, "blocked-too");
    List<String> apart = new ArrayList<>();
    for (String each :
        List.of("barred", "cleared", "withdrawn", "blocked", "blocked-too", "unheard-of")) {
      if (safeguarding.isKeptApart(each)) {
        apart.add(each);
      }
    }
    assertThat(apart).containsExactly("barred", "blocked", "blocked-too");
  }

  @Test
  void onlyAConfirmationMakesALearnerEverConfirmed() {
    assertThat(everConfirmed()).isFalse();
    safeguarding.permit(GUARDIAN, LEARNER, permission("stage", GUARDIAN.id(), LAST));
    assertThat(everConfirmed()).isFalse();
    room.store.run(
        unit -> {
          var seen = unit.find(SafeguardingTypes.LEARNER, LEARNER.value()).orElseThrow();
          unit.update(SafeguardingTypes.LEARNER, seen, seen.value().confirmedOn());
        });
    assertThat(everConfirmed()).isTrue();
  }

  private boolean everConfirmed() {
    return room.store.inTransaction(unit -> Safeguarding.hasEverBeenConfirmedFor(unit, LEARNER));
  }

  @Test
  void anOverrideIsForItsLearner() {
    room.store.run(
        unit ->
            unit.insert(SafeguardingTypes.OVERRIDE, TableCity.override(Set.of(Overridable.AGE))));
    assertThat(safeguarding.overrideFor("v-1")).hasValue(LEARNER);
    assertThat(safeguarding.overrideFor("v-2")).isEmpty();
  }

  @Test
  void ofTwoIdsOfWhichNothingIsKnownTheOneLeadsToTheOtherAfterAMerge() {
    assertThat(merged()).isEmpty();
    assertThat(room.store.find(SafeguardingTypes.LEARNER, LEARNER.value())).isEmpty();
    assertThat(room.anchor(OTHER).mergedInto()).isEqualTo(LEARNER.value());
    assertThat(room.anchor(OTHER).permissions()).isEmpty();
  }

  @Test
  void aMergeKeepsBothBlocksNarrowsAndSaysWhatToAskForAgain() {
    safeguarding.permitAll(
        ADMINISTRATOR,
        Map.of(
            OTHER, permission("stage", "guardian-2", TODAY.plusDays(9)),
            LEARNER, permission("stage", GUARDIAN.id(), LAST)));
    safeguarding.permitAll(ADMINISTRATOR, Map.of(OTHER, permission("lab", "guardian-2", LAST)));
    safeguarding.permitAll(
        ADMINISTRATOR, Map.of(LEARNER, permission("pitch", GUARDIAN.id(), LAST)));
    safeguarding.block(LEAD, OTHER, "mentor-2");
    safeguarding.block(LEAD, LEARNER, "mentor-1");
    room.suspended.clear();

    assertThat(merged()).containsExactly("lab");

    assertThat(room.anchor(LEARNER).permissions())
        .containsExactly(
            permission("stage", GUARDIAN.id(), TODAY.plusDays(9)),
            permission("pitch", GUARDIAN.id(), LAST));
    assertThat(room.anchor(OTHER).permissions()).isEmpty();
    assertThat(room.anchor(LEARNER).blockedPartyIds()).containsExactly("mentor-1", "mentor-2");
    assertThat(room.anchor(OTHER).blockedPartyIds()).containsExactly("mentor-1", "mentor-2");
    assertThat(room.suspended)
        .containsExactly("learner-1 stage permission-narrowed", "learner-1 with mentor-2 blocked");
  }

  /** Merged the other way round: what only the surviving id knows is kept. */
  @Test
  void aMergeOfAnIdOfWhichNothingIsKnownTakesNothingAway() {
    safeguarding.permit(GUARDIAN, LEARNER, permission("stage", GUARDIAN.id(), LAST));
    assertThat(merged()).isEmpty();
    assertThat(room.anchor(LEARNER).permitted()).containsExactly("stage");
    assertThat(room.suspended).isEmpty();
  }

  private Set<String> merged() {
    return room.store.<Set<String>>inTransaction(unit -> safeguarding.merge(unit, OTHER, LEARNER));
  }

  private static Permission permission(String opportunity, String by, LocalDate until) {
    return new Permission(opportunity, by, TODAY, until);
  }

  private static Vetting vetting(String adult, Decision decision, LocalDate issued) {
    return new Vetting(adult, "cleared", decision, issued, LEAD.id());
  }

  private static ProviderAgreement agreement(String provider, LocalDate from, LocalDate until) {
    return new ProviderAgreement(provider, from, until);
  }

  private static void assertForbidden(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String act) {
    assertThatThrownBy(call)
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("may not " + act + ".");
  }
}
