package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a learner's anchor holds, and what of two anchors stays where they turn out to be one. */
class LearnerAnchorTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 10);

  private static Permission stage(int from, int until) {
    return permission("stage", "guardian-1", from, until, false);
  }

  private static Permission permission(
      String opportunity, String by, int from, int until, boolean accompanied) {
    return new Permission(
        opportunity, by, LocalDate.of(2026, 9, from), LocalDate.of(2026, 9, until), accompanied);
  }

  private static LearnerAnchor anchor(String id, Permission... permissions) {
    return new LearnerAnchor(id, List.of(permissions), Set.of(), 2, null);
  }

  @Test
  void aPermissionTakesThePlaceOfAnEarlierOneForTheSame() {
    Permission pitch = permission("pitch", "guardian-1", 1, 30, false);
    LearnerAnchor anchor = anchor("a", stage(1, 9), pitch).with(stage(2, 8));
    assertThat(anchor)
        .isEqualTo(new LearnerAnchor("a", List.of(pitch, stage(2, 8)), Set.of(), 2, null));
    assertThat(anchor.permits("stage")).isTrue();
    assertThat(anchor.without("stage")).isEqualTo(anchor("a", pitch));
    assertThat(anchor.without("stage").permits("stage")).isFalse();
    assertThat(anchor.permitted()).containsExactly("pitch", "stage");
    assertThat(anchor.blocking("x").blocking("x").blockedPartyIds()).containsExactly("x");
    assertThat(anchor.blocking("x").permissions()).isEqualTo(anchor.permissions());
    assertThat(anchor.confirmedOn().confirmations()).isEqualTo(3);
  }

  @Test
  void twoSayTheSameWhereTheirPermissionsAndBlocksAreTheSame() {
    LearnerAnchor anchor = anchor("a", stage(1, 9)).blocking("x");
    assertThat(anchor.saysTheSameAs(anchor.confirmedOn())).isTrue();
    assertThat(anchor.saysTheSameAs(anchor.with(stage(1, 8)))).isFalse();
    assertThat(anchor.saysTheSameAs(anchor.blocking("y"))).isFalse();
  }

  @Test
  void ofTwoPermissionsForTheSameTheDaysOfBothStay() {
    assertJoined(stage(3, 7), stage(1, 7), stage(3, 9));
    assertJoined(stage(3, 7), stage(3, 9), stage(1, 7));
    assertJoined(stage(3, 7), stage(3, 7), stage(1, 9));
    assertJoined(stage(5, 5), stage(1, 5), stage(5, 9));
    assertThat(anchor("a", stage(1, 5)).joinedBy(anchor("b", stage(6, 9))).permissions()).isEmpty();
  }

  private static void assertJoined(Permission expected, Permission own, Permission others) {
    LearnerAnchor joined = anchor("a", own).joinedBy(anchor("b", others));
    assertThat(joined).isEqualTo(new LearnerAnchor("a", List.of(expected), Set.of(), 4, null));
  }

  @Test
  void theyAreAccompaniedWhereBothSayAndItIsGivenByItsOwn() {
    for (boolean mine : new boolean[] {false, true}) {
      for (boolean theirs : new boolean[] {false, true}) {
        assertThat(
                anchor("a", permission("stage", "guardian-1", 1, 9, mine))
                    .joinedBy(anchor("b", permission("stage", "guardian-2", 1, 9, theirs)))
                    .permissions())
            .containsExactly(permission("stage", "guardian-1", 1, 9, mine && theirs));
      }
    }
  }

  @Test
  void whatOnlyTheOtherPermitsIsNotAddedAndWhatOnlyThisDoesStays() {
    LearnerAnchor one = anchor("a", stage(1, 9)).blocking("x");
    LearnerAnchor other = anchor("b", permission("pitch", "guardian-2", 1, 9, true)).blocking("y");
    assertThat(one.joinedBy(other))
        .isEqualTo(new LearnerAnchor("a", List.of(stage(1, 9)), Set.of("x", "y"), 4, null));
    assertThat(other.joinedTo(one))
        .isEqualTo(new LearnerAnchor("b", List.of(), Set.of("x", "y"), 0, "a"));
  }

  @Test
  void aPermissionAllowsLessByAnEndALaterBeginningAnotherGiverOrWithoutCompany() {
    assertLess(false, stage(1, 20), stage(1, 20));
    assertLess(false, stage(1, 20), stage(1, 21));
    assertLess(true, stage(1, 20), stage(1, 19));
    assertLess(false, stage(1, 20), stage(10, 20)); // today: nothing to come is lost
    assertLess(true, stage(1, 20), stage(11, 20));
    assertLess(false, stage(12, 20), stage(12, 20));
    assertLess(false, stage(12, 20), stage(11, 20));
    assertLess(true, stage(1, 20), permission("stage", "guardian-2", 1, 20, false));
    Permission accompanied = permission("stage", "guardian-1", 1, 20, true);
    assertLess(true, accompanied, stage(1, 20));
    assertLess(false, stage(1, 20), accompanied);
    assertLess(false, accompanied, accompanied);
    assertThat(
            anchor("a", stage(1, 20))
                .isNarrowedBy(permission("pitch", "guardian-2", 1, 2, false), TODAY))
        .isFalse();
  }

  private static void assertLess(boolean less, Permission before, Permission after) {
    assertThat(Narrowing.allowsLess(before, after, TODAY)).isEqualTo(less);
    assertThat(anchor("a", before).isNarrowedBy(after, TODAY)).isEqualTo(less);
  }

  @Test
  void anotherVettingMayAllowLessAndWhoeverIsNotClearedHasEnded() {
    assertThat(
            Narrowing.VETTING.allowsLess(
                vetting(Vetting.Decision.CLEARED, 1), vetting(Vetting.Decision.CLEARED, 2)))
        .isTrue();
    assertThat(Narrowing.VETTING.hasEnded(vetting(Vetting.Decision.CLEARED, 2))).isFalse();
    assertThat(Narrowing.VETTING.hasEnded(vetting(Vetting.Decision.BARRED, 1))).isTrue();
    assertThat(Narrowing.VETTING.hasEnded(vetting(Vetting.Decision.NONE, 1))).isTrue();
  }

  private static Vetting vetting(Vetting.Decision decision, int day) {
    return new Vetting("mentor-1", "cleared", decision, LocalDate.of(2026, 9, day), "lead-1");
  }

  @Test
  void anAgreementAllowsLessByADayAtEitherEnd() {
    ProviderAgreement before = agreement(5, 20);
    assertThat(Narrowing.agreement(TODAY).allowsLess(before, agreement(5, 20))).isFalse();
    assertThat(Narrowing.agreement(TODAY).allowsLess(before, agreement(4, 21))).isFalse();
    assertThat(Narrowing.agreement(TODAY).allowsLess(before, agreement(6, 20))).isTrue();
    assertThat(Narrowing.agreement(TODAY).allowsLess(before, agreement(5, 19))).isTrue();
  }

  private static ProviderAgreement agreement(int from, int until) {
    return new ProviderAgreement(
        "theatre", LocalDate.of(2026, 9, from), LocalDate.of(2026, 9, until));
  }
}
