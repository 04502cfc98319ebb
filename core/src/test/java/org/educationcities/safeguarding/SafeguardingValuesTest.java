package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.educationcities.safeguarding.TableCity.LEARNER;
import static org.educationcities.safeguarding.TableCity.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.educationcities.MemoryKeys;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Kind;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.Concern.ConcernDocument;
import org.educationcities.spi.Space;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The room's values: what they allow, until when they hold, and what they say of themselves. */
class SafeguardingValuesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

  @Test
  void eachAgeIsInTheBandThatSaysSo() {
    List<AgeBand> bands = new ArrayList<>();
    for (int age : new int[] {0, 5, 6, 9, 10, 12, 13, 15, 16, 17, 18, 150}) {
      bands.add(AgeBand.of(age));
      assertThat(AgeBand.of(age).ages().contains(age)).isTrue();
    }
    assertThat(bands)
        .containsExactlyElementsOf(
            Arrays.stream(AgeBand.values()).flatMap(each -> List.of(each, each).stream()).toList());
    for (int age : new int[] {-1, 151}) {
      assertThatThrownBy(() -> AgeBand.of(age))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("An age is 0 to 150, not " + age + ".");
    }
  }

  @Test
  void daysHoldFromTheFirstToTheLast() {
    Permission permission = new Permission("stage", "guardian-1", FIRST, LAST);
    ProviderAgreement agreement = new ProviderAgreement("theatre", FIRST, LAST);
    for (LocalDate day = FIRST.minusDays(1);
        !day.isAfter(LAST.plusDays(1));
        day = day.plusDays(1)) {
      boolean within = day.getMonthValue() == 9;
      assertThat(permission.covers(day)).as("%s", day).isEqualTo(within);
      assertThat(agreement.holdsOn(day)).as("%s", day).isEqualTo(within);
    }
    assertThat(new Permission("stage", "guardian-1", FIRST, FIRST).covers(FIRST)).isTrue();
    assertThatThrownBy(() -> new Permission("stage", "guardian-1", FIRST, FIRST.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A permission ends on or after the day it begins.");
    assertThat(permission.accompanied()).isFalse();
  }

  @Test
  void anActivityChangesInOneThingOnly() {
    Activity activity = TableCity.activity(TableCity.Told.WHOLE);
    Activity more = activity.withLearnersPresent(99);
    assertThat(more.learnersPresent()).isEqualTo(99);
    assertThat(more.withLearnersPresent(activity.learnersPresent())).isEqualTo(activity);
    List<Session> others = activity.sessions();
    assertThat(activity.withOtherSessions(others).otherSessions()).isEqualTo(others);
    assertThat(activity.withOtherSessions(others).withOtherSessions(List.of())).isEqualTo(activity);
  }

  @Test
  void aNoteIsNarrowedNeverWidened() {
    ClearanceNote note = note(5L, NOW);
    ClearanceNote earlier = note.narrowedBy(note(4L, NOW.minusSeconds(1)));
    assertThat(earlier.mostPresent()).hasValue(4L);
    assertThat(earlier.expiresAt()).isEqualTo(NOW.minusSeconds(1));
    assertThat(note.narrowedBy(note(6L, NOW.plusSeconds(1)))).isEqualTo(note);
    assertThat(note.narrowedBy(note(null, NOW))).isEqualTo(note);
    assertThat(note(null, NOW).narrowedBy(note)).isEqualTo(note);
    assertThat(note(null, NOW).narrowedBy(note(null, NOW)).mostPresent()).isEmpty();
    assertThat(note.holdsAt(NOW.minusNanos(1))).isTrue();
    assertThat(note.holdsAt(NOW)).isFalse();
  }

  private static ClearanceNote note(@Nullable Long most, Instant expiresAt) {
    return new ClearanceNote(
        3,
        2,
        NOW,
        NOW,
        expiresAt,
        most,
        List.of(new ClearanceNote.Anchor("learner-anchor", LEARNER.value(), 1)));
  }

  @Test
  void aConcernSaysWhatWasSaidAndPrintsItsIdOnly() {
    ConcernDocument open = concern("too close", LEARNER, "mentor-1");
    Concern concern = new Concern(open);
    assertThat(concern.id()).isEqualTo("k-1");
    assertThat(concern.raisedBy()).isEqualTo("guardian-1");
    assertThat(concern.raisedAt()).isEqualTo(NOW);
    assertThat(concern.learner()).hasValue(LEARNER);
    assertThat(concern.about()).hasValue("mentor-1");
    assertThat(concern.words()).isEqualTo("too close");
    assertThat(concern.closedAt()).isEmpty();
    Concern closed = new Concern(open.closed(NOW.plusSeconds(1), "lead-1"));
    assertThat(closed.closedAt()).hasValue(NOW.plusSeconds(1));
    assertThat(concern.toString()).isEqualTo("Concern[k-1]");
    assertThat(open.toString()).isEqualTo("ConcernDocument[k-1]");
    assertThat(new Concern(concern("x", null, null)).learner()).isEmpty();
    assertThat(new Concern(concern("x", null, null)).about()).isEmpty();
    assertThat(concern("x".repeat(10_000), null, null).words()).hasSize(10_000);
    for (String words : List.of("", " ", "x".repeat(10_001))) {
      assertThatThrownBy(() -> concern(words, null, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A concern is told in 1 to 10000 characters, not " + words.length() + ".");
    }
  }

  private static ConcernDocument concern(
      String words, @Nullable LearnerId learner, @Nullable String about) {
    return new ConcernDocument(
        "k-1", "guardian-1", NOW, learner, about, words, null, null, Role.GUARDIAN);
  }

  @Test
  void whatIsInAProvidersViewIsWhatItWasGiven() {
    List<Session> sessions = TableCity.activity(TableCity.Told.WHOLE).sessions();
    ProviderView view = view(AgeBand.FROM_10_TO_12, true, sessions);
    assertThat(view.placement()).isEqualTo("c-1");
    assertThat(view.opportunity()).isEqualTo("stage");
    assertThat(view.pseudonym()).isEqualTo("0123");
    assertThat(view.ageBand()).hasValue(AgeBand.FROM_10_TO_12);
    assertThat(view.arrangements()).containsExactly("ramp", "sign-language");
    assertThat(view.state()).isEqualTo("confirmed");
    assertThat(view.isInForce()).isTrue();
    assertThat(view.sessions()).isEqualTo(sessions);
    assertThat(view.toString()).isEqualTo("ProviderView[c-1]");
    ProviderView over = view(null, false, sessions);
    assertThat(over.ageBand()).isEmpty();
    assertThat(over.isInForce()).isFalse();
    assertThat(over.sessions()).isEmpty();
  }

  private static ProviderView view(
      @Nullable AgeBand band, boolean inForce, List<Session> sessions) {
    return new ProviderView(
        "c-1",
        "stage",
        "0123",
        band,
        Set.of("sign-language", "ramp"),
        "confirmed",
        inForce,
        sessions);
  }

  @Test
  void aPseudonymIsOneLearnersWithOneProvider() {
    Pseudonyms pseudonyms = new Pseudonyms(new MemoryKeys(), Space.DEFAULT);
    String noa = pseudonyms.of(LEARNER, "theatre");
    assertThat(noa).matches("[0-9a-f]{20}").isEqualTo(pseudonyms.of(LEARNER, "theatre"));
    assertThat(noa)
        .isNotEqualTo(pseudonyms.of(LEARNER, "pitch"))
        .isNotEqualTo(pseudonyms.of(new LearnerId("learner-2"), "theatre"));
    String toPlan = pseudonyms.forPlanners(LEARNER);
    assertThat(toPlan).matches("[0-9a-f]{20}").isEqualTo(pseudonyms.forPlanners(LEARNER));
    assertThat(toPlan)
        .isNotEqualTo(noa)
        .isNotEqualTo(pseudonyms.forPlanners(new LearnerId("learner-2")));
  }

  @Test
  void anIdTellsItsKindAndNothingElse() {
    Set<String> ids = new HashSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      String id = NewId.of("k", random);
      assertThat(id).matches("k-[0-9a-f]{32}");
      ids.add(id);
    }
    assertThat(ids).hasSize(100);
  }

  @Test
  void whatCanBeOverriddenIsWrittenAsInARefusal() {
    assertThat(Arrays.stream(Overridable.values()).map(Overridable::code))
        .containsExactly("age", "hours", "kind", "distance", "ratio", "vetting");
  }

  @Test
  void anOverrideSaysWhereItStands() {
    OverrideDocument seconded = TableCity.override(Set.of(Overridable.AGE, Overridable.HOURS));
    ClearanceOverride override = new ClearanceOverride(seconded.used());
    assertThat(override.id()).isEqualTo("v-1");
    assertThat(override.learner()).isEqualTo(LEARNER);
    assertThat(override.opportunityId()).isEqualTo("stage");
    assertThat(override.conditions()).containsExactly(Overridable.AGE, Overridable.HOURS);
    assertThat(override.reason()).isEqualTo("because");
    assertThat(override.until()).isEqualTo(NOW.plus(Duration.ofDays(25)));
    assertThat(override.proposedBy()).isEqualTo("educator-1");
    assertThat(override.secondedBy()).hasValue("lead-1");
    assertThat(override.uses()).isEqualTo(1);
    assertThat(override.toString()).isEqualTo("ClearanceOverride[v-1]");
    assertThat(override.state()).isEqualTo(ClearanceOverride.State.SECONDED);
    OverrideDocument.Say say = seconded.proposed();
    assertThat(new ClearanceOverride(seconded.revoked(say)).state())
        .isEqualTo(ClearanceOverride.State.REVOKED);
    ClearanceOverride waiting = new ClearanceOverride(OverrideDocuments.waiting());
    assertThat(waiting.state()).isEqualTo(ClearanceOverride.State.PROPOSED);
    assertThat(waiting.secondedBy()).isEmpty();
    assertThat(seconded.toString()).isEqualTo("OverrideDocument[v-1]");
    assertThat(say.toString()).isEqualTo("Say[EDUCATOR, " + NOW + "]");
  }

  /**
   * Under each kind's name: since when things of it are over, of whom they tell, how they print.
   */
  @Test
  void theStorageKnowsSixKindsAndWhenTheirThingsAreOver() {
    assertThat(SafeguardingTypes.kinds())
        .extracting(each -> each.type().name())
        .contains(
            "safeguarding-policy",
            "learner-anchor",
            "vetting",
            "provider-agreement",
            "concern",
            "clearance-override");
    assertThat(SafeguardingTypes.all())
        .containsExactlyElementsOf(SafeguardingTypes.kinds().stream().map(Kind::type).toList());
    Instant afterLast = Instant.parse("2026-10-01T00:00:00Z");
    assertThat(SafeguardingTypes.AGREEMENT.overSince(new ProviderAgreement("theatre", FIRST, LAST)))
        .hasValue(afterLast);
    ConcernDocument open = concern("x", LEARNER, null);
    assertThat(SafeguardingTypes.CONCERN.overSince(open)).isEmpty();
    assertThat(SafeguardingTypes.CONCERN.overSince(open.closed(NOW, "lead-1"))).hasValue(NOW);
    for (Vetting.Decision each : Vetting.Decision.values()) {
      Vetting vetting = new Vetting("mentor-1", "cleared", each, FIRST, "lead-1");
      if (each == Vetting.Decision.BARRED) {
        assertThat(SafeguardingTypes.VETTING.overSince(vetting)).isEmpty();
      } else {
        assertThat(SafeguardingTypes.VETTING.overSince(vetting))
            .hasValue(Instant.parse("2026-09-01T00:00:00Z"));
      }
    }
    OverrideDocument override = TableCity.override(Set.of(Overridable.AGE));
    assertThat(SafeguardingTypes.OVERRIDE.overSince(override)).hasValue(override.until());
    assertThat(SafeguardingTypes.OVERRIDE.overSince(override.revoked(override.proposed())))
        .hasValue(NOW);
    OverrideDocument late =
        override.revoked(
            new OverrideDocument.Say(
                "lead-1", Role.SAFEGUARDING_LEAD, override.until().plusSeconds(1)));
    assertThat(late.overSince()).hasValue(override.until());
    assertThat(SafeguardingTypes.LEARNER.overSince(LearnerAnchor.empty("learner-1"))).isEmpty();
    assertThat(
            SafeguardingTypes.LEARNER.overSince(
                LearnerAnchor.empty("learner-1")
                    .with(new Permission("stage", "guardian-1", FIRST, LAST))
                    .with(new Permission("pitch", "guardian-1", FIRST, FIRST))))
        .hasValue(afterLast);
    assertThat(
            SafeguardingTypes.LEARNER.overSince(
                LearnerAnchor.empty("learner-1")
                    .with(new Permission("stage", "guardian-1", FIRST, LAST))
                    .blocking("mentor-1")))
        .isEmpty();
  }

  /** Of whom each kind tells, whose it is, and what stays of it without one of them. */
  @Test
  void ofWhomAThingTells() {
    Permission byGuardian = new Permission("stage", "guardian-1", FIRST, LAST);
    Permission bySelf = new Permission("pitch", "learner-1", FIRST, LAST);
    LearnerAnchor anchor =
        LearnerAnchor.empty("learner-1").with(byGuardian).with(bySelf).blocking("mentor-1");
    Person noa = Person.learner("learner-1");
    Person guardian = Person.guardian("guardian-1");
    assertThat(AnchorPeople.LEARNER.people(anchor)).containsExactlyInAnyOrder(noa, guardian);
    assertThat(AnchorPeople.LEARNER.owner(anchor)).hasValue(noa);
    assertThat(AnchorPeople.LEARNER.without(anchor, noa, "erased-1")).isEmpty();
    LearnerAnchor without =
        AnchorPeople.LEARNER.without(anchor.confirmedOn(), guardian, "erased-1").orElseThrow();
    assertThat(without)
        .isEqualTo(new LearnerAnchor("learner-1", List.of(bySelf), Set.of("mentor-1"), 1, null));

    Vetting vetting = new Vetting("mentor-1", "cleared", Vetting.Decision.NONE, FIRST, "lead-1");
    Person mentor = Person.adult("mentor-1");
    Person lead = Person.adult("lead-1");
    assertThat(AnchorPeople.VETTING.people(vetting)).containsExactlyInAnyOrder(mentor, lead);
    assertThat(AnchorPeople.VETTING.owner(vetting)).hasValue(mentor);
    assertThat(AnchorPeople.VETTING.without(vetting, mentor, "erased-1")).isEmpty();
    Vetting byNobody = AnchorPeople.VETTING.without(vetting, lead, "erased-1").orElseThrow();
    assertThat(byNobody)
        .isEqualTo(new Vetting("mentor-1", "cleared", Vetting.Decision.NONE, FIRST, "erased-1"));
    assertThat(AnchorPeople.VETTING.people(byNobody)).containsExactly(mentor);
  }

  @Test
  void ofWhomAnOverrideTells() {
    Person noa = Person.learner("learner-1");
    OverrideDocument override = TableCity.override(Set.of(Overridable.AGE));
    assertThat(AnchorPeople.OVERRIDE.people(override))
        .containsExactlyInAnyOrder(noa, Person.adult("educator-1"), Person.adult("lead-1"));
    assertThat(AnchorPeople.OVERRIDE.owner(override)).hasValue(noa);
    assertThat(AnchorPeople.OVERRIDE.without(override, noa, "erased-1")).isEmpty();
    OverrideDocument without =
        AnchorPeople.OVERRIDE
            .without(override, Person.adult("educator-1"), "erased-1")
            .orElseThrow();
    assertThat(without.proposed().by()).isEqualTo("erased-1");
    assertThat(without.seconded()).isEqualTo(override.seconded());
    assertThat(AnchorPeople.OVERRIDE.people(without))
        .containsExactlyInAnyOrder(noa, Person.adult("lead-1"));
    OverrideDocument.Say byGuardian = new OverrideDocument.Say("guardian-1", Role.GUARDIAN, NOW);
    OverrideDocument.Say bySelf = new OverrideDocument.Say("learner-7", Role.LEARNER, NOW);
    assertThat(AnchorPeople.OVERRIDE.people(override.revoked(byGuardian)))
        .contains(Person.guardian("guardian-1"));
    assertThat(AnchorPeople.OVERRIDE.people(override.revoked(bySelf)))
        .contains(Person.learner("learner-7"));
  }

  @Test
  void ofWhomAConcernTells() {
    ConcernDocument all = concern("x", LEARNER, "mentor-1");
    assertThat(ConcernDocument.PEOPLE.people(all))
        .containsExactlyInAnyOrder(
            Person.guardian("guardian-1"),
            Person.of(LEARNER),
            Person.adult("mentor-1"),
            Person.guardian("mentor-1"));
    assertThat(ConcernDocument.PEOPLE.owner(all)).isEmpty();
    assertThat(ConcernDocument.PEOPLE.isSafekept(all)).isTrue();
    assertThat(ConcernDocument.PEOPLE.without(all, Person.of(LEARNER), "erased-1")).hasValue(all);
    for (Role role : Role.values()) {
      Person raiser =
          switch (role) {
            case LEARNER -> Person.learner("somebody-1");
            case GUARDIAN -> Person.guardian("somebody-1");
            default -> Person.adult("somebody-1");
          };
      assertThat(
              ConcernDocument.PEOPLE.people(
                  new ConcernDocument("k-1", "somebody-1", NOW, null, null, "x", null, null, role)))
          .containsExactly(raiser);
    }
  }
}
