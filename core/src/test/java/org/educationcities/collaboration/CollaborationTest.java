package org.educationcities.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.ClassroomId;
import org.educationcities.city.SchoolId;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.ClearanceNote;
import org.junit.jupiter.api.Test;

class CollaborationTest {
  private static final Instant NOW = Instant.parse("2026-09-01T13:00:00Z");
  private static final CityId HADERA = new CityId("hadera");
  private static final CityId NETANYA = new CityId("netanya");
  private static final SchoolId SCHOOL = new SchoolId("school-1");
  private static final Party LEARNER = Party.of(new LearnerId("learner-1"));
  private static final Party PROVIDER = new Party(Party.Kind.PROVIDER, "theatre-1");

  @Test
  void theCircleIsToldByWhoTakesPart() {
    Home inClass = Home.in("IL", HADERA, SCHOOL, new ClassroomId("7a"));
    Home otherClass = Home.in("IL", HADERA, SCHOOL, new ClassroomId("7b"));
    Home inSchool = Home.in("IL", HADERA, SCHOOL);
    Home otherSchool = Home.in("IL", HADERA, new SchoolId("school-2"));
    Home inCity = Home.in("IL", HADERA);

    assertThat(Home.circleOf(List.of(inClass, inClass))).isEqualTo(Circle.CLASSROOM);
    assertThat(Home.circleOf(List.of(inClass, otherClass))).isEqualTo(Circle.SCHOOL);
    assertThat(Home.circleOf(List.of(inClass, inSchool))).isEqualTo(Circle.SCHOOL);
    assertThat(Home.circleOf(List.of(inSchool, inSchool))).isEqualTo(Circle.SCHOOL);
    assertThat(Home.circleOf(List.of(inClass, otherSchool))).isEqualTo(Circle.CITY);
    assertThat(Home.circleOf(List.of(inCity, inCity))).isEqualTo(Circle.CITY);
    assertThat(Home.circleOf(List.of(inClass, inCity))).isEqualTo(Circle.CITY);
    assertThat(Home.circleOf(List.of(inCity, Home.in("IL", NETANYA)))).isEqualTo(Circle.COUNTRY);
    assertThat(Home.circleOf(List.of(inCity, Home.in("US", new CityId("seattle")))))
        .isEqualTo(Circle.WORLD);
  }

  @Test
  void hasTwoPartiesOrMoreEachOnce() {
    assertThatThrownBy(
            () ->
                Collaboration.builder(new CollaborationId("c"), CollaborationKind.CITY_VISIT, NOW)
                    .participant(Party.of(HADERA), Part.HOSTS, Home.in("IL", HADERA))
                    .build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                Collaboration.builder(new CollaborationId("c"), CollaborationKind.CITY_VISIT, NOW)
                    .participant(Party.of(HADERA), Part.HOSTS, Home.in("IL", HADERA))
                    .participant(Party.of(HADERA), Part.VISITS, Home.in("IL", HADERA))
                    .build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPlacementNeedsAClearanceAndIsInForceOnlyBeforeItsEnd() {
    Collaboration confirmed =
        placement()
            .moved(CollaborationState.ACCEPTED, NOW)
            .moved(
                CollaborationState.CONFIRMED,
                NOW,
                each -> each.clearance = until(NOW.plusSeconds(60)));

    assertThat(confirmed.needsClearance()).isTrue();
    assertThat(confirmed.isInForce(NOW)).isTrue();
    assertThat(confirmed.isInForce(NOW.plusSeconds(59))).isTrue();
    assertThat(confirmed.isInForce(NOW.plusSeconds(60))).isFalse();
    assertThat(confirmed.moved(CollaborationState.SUSPENDED, NOW).isInForce(NOW)).isFalse();
  }

  @Test
  void staysItselfThroughItsStoredForm() throws IOException {
    Collaboration full =
        placement()
            .moved(CollaborationState.ACCEPTED, NOW)
            .moved(
                CollaborationState.CONFIRMED,
                NOW,
                each -> {
                  each.clearance = until(NOW.plusSeconds(60));
                  each.attendance =
                      List.of(new Attendance(NOW, 90, NOW, null).confirmed("mentor-1"));
                  each.reflections = List.of(new Reflection(Side.LEARNER, 5, 4, 3));
                });

    Collaboration read = CollaborationTypes.CODEC.read(1, CollaborationTypes.CODEC.write(full));

    assertThat(read).isEqualTo(full);
    assertThat(read.circle()).isEqualTo(Circle.CITY);
    assertThat(read.confirmedHours()).isEqualTo(Duration.ofMinutes(90));
    assertThat(read.toString()).doesNotContain("learner-1");
  }

  /** Whatever is asked in whatever order, a collaboration only goes where the table leads. */
  @Property(tries = 500)
  void noRandomSequenceBreaksTheLifecycle(
      @ForAll @Size(min = 1, max = 40) List<CollaborationState> asked) {
    Map<CollaborationState, Set<CollaborationState>> table = statedMoves();
    Collaboration current = placement();
    boolean wasConfirmed = false;
    for (CollaborationState next : asked) {
      Collaboration before = current;
      if (table.getOrDefault(before.state(), Set.of()).contains(next)) {
        current = before.moved(next, NOW);
        assertThat(current.state()).isEqualTo(next);
        assertThat(current.revision()).isEqualTo(before.revision() + 1);
      } else {
        assertThatThrownBy(() -> before.moved(next, NOW)).isInstanceOf(IllegalMoveException.class);
      }
      wasConfirmed |= current.state() == CollaborationState.CONFIRMED;
      if (EnumSet.of(
              CollaborationState.RUNNING,
              CollaborationState.COMPLETED,
              CollaborationState.REFLECTED)
          .contains(current.state())) {
        assertThat(wasConfirmed).isTrue();
      }
      // Without a clearance nothing is ever in force, whatever its state says.
      assertThat(current.isInForce(NOW)).isFalse();
    }
  }

  private static Map<CollaborationState, Set<CollaborationState>> statedMoves() {
    return Map.of(
        CollaborationState.PROPOSED, states("ACCEPTED DECLINED EXPIRED WITHDRAWN CANCELLED"),
        CollaborationState.ACCEPTED, states("CONFIRMED DECLINED EXPIRED WITHDRAWN CANCELLED"),
        CollaborationState.CONFIRMED, states("RUNNING SUSPENDED WITHDRAWN CANCELLED"),
        CollaborationState.RUNNING, states("COMPLETED SUSPENDED WITHDRAWN CANCELLED"),
        CollaborationState.SUSPENDED, states("CONFIRMED WITHDRAWN CANCELLED"),
        CollaborationState.COMPLETED, states("REFLECTED"));
  }

  private static Set<CollaborationState> states(String names) {
    Set<CollaborationState> states = EnumSet.noneOf(CollaborationState.class);
    for (String name : names.split(" ", -1)) {
      states.add(CollaborationState.valueOf(name));
    }
    return states;
  }

  private static Collaboration placement() {
    return Collaboration.builder(
            CollaborationId.of("round-1", "learner-1", "stage"), CollaborationKind.PLACEMENT, NOW)
        .participant(LEARNER, Part.LEARNS, Home.in("IL", HADERA, SCHOOL))
        .participant(PROVIDER, Part.PROVIDES, Home.in("IL", HADERA))
        .origin("round-1")
        .opportunity(new OpportunityId("stage"))
        .goals(List.of(Goal.of(new TopicId("theatre"), "a play", 1)))
        .sessions(
            List.of(
                new Session(NOW, NOW.plus(Duration.ofMinutes(90)), ZoneId.of("Asia/Jerusalem"))))
        .answerBy(NOW.plus(Duration.ofDays(7)))
        .attributes(Map.of("stage", "discover"))
        .build();
  }

  private static ClearanceNote until(Instant end) {
    return new ClearanceNote(
        1, 1, NOW, NOW, end, null, List.of(new ClearanceNote.Anchor("policy", "hadera", 3)));
  }
}
