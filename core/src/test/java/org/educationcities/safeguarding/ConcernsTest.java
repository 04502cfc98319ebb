package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.educationcities.safeguarding.TableCity.GUARDIAN;
import static org.educationcities.safeguarding.TableCity.LEAD;
import static org.educationcities.safeguarding.TableCity.LEARNER;
import static org.educationcities.safeguarding.TableCity.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.junit.jupiter.api.Test;

/** Who is heard, who is told, who reads and closes, and what is in the audit of it. */
class ConcernsTest {
  private static final Actor SELF = new Actor(LEARNER.value(), Role.LEARNER);
  private static final Actor SECOND = new Actor("lead-2", Role.SAFEGUARDING_LEAD);

  private final SafeRoom room = new SafeRoom();
  private final Concerns concerns = room.concerns();

  @Test
  void whatIsRaisedIsToldToEverybodyButWhomItIsAbout() {
    String named = concerns.raise(SELF, LEARNER, "mentor-1", "He shouts.");
    String unnamed = concerns.raise(new Actor("planner-1", Role.PLANNER), null, null, "A feeling.");
    assertThat(named).startsWith("k-").isNotEqualTo(unnamed);
    assertThat(room.told())
        .containsExactlyInAnyOrder(
            "concern.raised " + named + " {except=mentor-1}", "concern.raised " + unnamed + " {}");
    assertThat(room.suspended).isEmpty();
    assertThat(room.audited(Role.LEARNER)).contains("insert concern");
    Concern read =
        concerns.open(LEAD).stream()
            .filter(each -> each.id().equals(named))
            .findAny()
            .orElseThrow();
    assertThat(read.raisedAt()).isEqualTo(NOW);
    assertThat(read.learner()).hasValue(LEARNER);
    assertThat(read.about()).hasValue("mentor-1");
  }

  @Test
  void whoIsNearTheChildBlocksAtOnceAndOthersAreHeard() {
    for (Actor each : List.of(SELF, GUARDIAN, new Actor("educator-1", Role.EDUCATOR), LEAD)) {
      room.suspended.clear();
      String party = "party-of-" + each.role();
      String id = concerns.raiseAndBlock(each, LEARNER, party, "Now.");
      assertThat(room.suspended).containsExactly("learner-1 with " + party + " blocked");
      assertThat(room.anchor(LEARNER).blockedPartyIds()).contains(party);
      assertThat(room.told()).contains("concern.raised " + id + " {except=" + party + "}");
      assertThat(room.audited(each.role())).contains("insert concern");
    }
    room.suspended.clear();
    for (Actor each :
        List.of(
            new Actor("learner-2", Role.LEARNER),
            new Actor("guardian-2", Role.GUARDIAN),
            new Actor("mentor-1", Role.MENTOR),
            new Actor("theatre", Role.PROVIDER),
            new Actor("planner-1", Role.PLANNER),
            SafeRoom.ADMINISTRATOR)) {
      int before = concerns.open(LEAD).size();
      assertThatThrownBy(() -> concerns.raiseAndBlock(each, LEARNER, "mentor-2", "Something."))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("may not block at once; the concern was raised.");
      assertThat(concerns.open(LEAD)).hasSize(before + 1);
    }
    assertThat(room.suspended).isEmpty();
    assertThat(room.anchor(LEARNER).blockedPartyIds()).doesNotContain("mentor-2");
  }

  @Test
  void onlyALeadReadsAndClosesAndNotWhatIsAboutThemselves() {
    String about = concerns.raise(GUARDIAN, LEARNER, LEAD.id(), "Too close.");
    String other = concerns.raise(GUARDIAN, new LearnerId("learner-2"), null, "Something.");
    for (Role role : Role.values()) {
      if (role != Role.SAFEGUARDING_LEAD) {
        Actor actor = new Actor("somebody-1", role);
        assertThatThrownBy(() -> concerns.open(actor))
            .isInstanceOf(ForbiddenException.class)
            .hasMessageContaining("may not read concerns.");
        assertThatThrownBy(() -> concerns.close(actor, other))
            .isInstanceOf(ForbiddenException.class);
      }
    }
    assertThat(concerns.open(LEAD)).extracting(Concern::id).containsExactly(other);
    assertThat(concerns.open(SECOND))
        .extracting(Concern::id)
        .containsExactlyInAnyOrder(about, other);
    assertThatThrownBy(() -> concerns.close(LEAD, about)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> concerns.close(LEAD, "k-none")).isInstanceOf(NotFoundException.class);
    concerns.close(SECOND, about);
    assertThat(concerns.open(SECOND)).extracting(Concern::id).containsExactly(other);
  }

  @Test
  void whatIsReadAndClosedIsInTheAuditOnce() {
    String id = concerns.raise(GUARDIAN, LEARNER, null, "Something.");
    assertThat(concerns.open(SECOND)).hasSize(1);
    assertThat(room.audited(Role.SAFEGUARDING_LEAD)).containsExactly("read concern concern");
    concerns.close(SECOND, id);
    concerns.close(LEAD, id); // closed before: nothing is written
    assertThat(room.audited(Role.SAFEGUARDING_LEAD))
        .containsExactlyInAnyOrder("read concern concern", "update concern");
    assertThat(room.store.find(SafeguardingTypes.CONCERN, id).orElseThrow().value().closedBy())
        .isEqualTo("lead-2");
  }

  @Test
  void theOldestIsReadFirst() {
    Instant[] now = {NOW.plusSeconds(9)};
    Concerns timed = new Concerns(room.store, () -> now[0], new Random(11), room.safeguarding);
    String younger = timed.raise(GUARDIAN, LEARNER, null, "Later.");
    now[0] = NOW;
    String older = timed.raise(GUARDIAN, LEARNER, null, "Before.");
    now[0] = NOW.plusSeconds(5);
    String between = timed.raise(GUARDIAN, LEARNER, null, "Between.");
    assertThat(timed.open(LEAD)).extracting(Concern::id).containsExactly(older, between, younger);
  }
}
