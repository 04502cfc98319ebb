package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.AgeRule;
import org.educationcities.safeguarding.QuietHours;
import org.educationcities.safeguarding.SafeguardingPolicy;

/**
 * Days on which learners come in time, come late or do not come at all, on a clock that a test
 * moves; and what their guardians and their school must have been told of it in the end.
 */
final class SchoolDays {
  private static final int DELAY = 15;
  private static final int NEVER = 1000;
  private static final int STEP = 5;
  private static final int LAST_MINUTE = 60;

  private final Stage stage;
  private final MovingClock clock;
  private final SplittableRandom chance;
  private final Map<CollaborationId, LearnerId> placements = new HashMap<>();

  /** What was told, or must be: of whom, to whom, of which arrival. */
  private final Set<String> absent = new HashSet<>();

  private final Set<String> late = new HashSet<>();
  private int inTime;

  /** What a test does after each step of a day; it is told how many are missed by it. */
  @FunctionalInterface
  interface Step {
    void after(int missed) throws Exception;
  }

  SchoolDays(Stage stage, MovingClock clock, int learners, long seed) {
    this.stage = stage;
    this.clock = clock;
    this.chance = new SplittableRandom(seed);
    stage.safe();
    stage.cities().safeguarding().install(Stage.LEAD, policy(learners));
    List<LearnerId> all =
        stage.learners(
            IntStream.range(0, learners).mapToObj(i -> "learner-" + i).toArray(String[]::new));
    stage.permitAll(all);
    List<CollaborationId> ids = all.stream().map(stage::accepted).toList();
    assertThat(stage.cities().confirmations().confirmAll(SmallCity.PLANNER, ids).confirmed())
        .hasSize(learners);
    for (int i = 0; i < learners; i++) {
      placements.put(ids.get(i), all.get(i));
    }
  }

  /** One adult may be with all of them: what is tried here is not the ratio. */
  private static SafeguardingPolicy policy(int learners) {
    return SafeguardingPolicy.builder("Test", 2, Instant.parse("2026-01-01T00:00:00Z"))
        .minimumAge(5)
        .ageOfOwnPermission(18)
        .fewestAdults(1)
        .age(
            new AgeRule(
                0, learners, Duration.ofHours(6), Duration.ofHours(20), 7, 21, Set.of(), null))
        .vetting("cleared", Duration.ofDays(3 * 365))
        .factsNoOlderThan(Duration.ofDays(1))
        .clearanceValidFor(Duration.ofDays(300))
        .arrivalDelay(Duration.ofMinutes(DELAY))
        .quietHours(new QuietHours(LocalTime.of(15, 0), LocalTime.of(10, 0))) // all day long
        .statistics(10, 10)
        .build();
  }

  /** Lets some days pass, one a session. */
  void pass(int days, Step step) throws Exception {
    for (int day = 0; day < days; day++) {
      Map<Integer, List<CollaborationId>> comings = new TreeMap<>();
      for (CollaborationId each : placements.keySet().stream().sorted(BY_ID).toList()) {
        comings.computeIfAbsent(minute(), minute -> new ArrayList<>()).add(each);
      }
      pass(day, comings, step);
    }
  }

  private static final java.util.Comparator<CollaborationId> BY_ID =
      java.util.Comparator.comparing(CollaborationId::value);

  /** Of ten, five come in time, three late and two not at all. */
  private int minute() {
    int fate = chance.nextInt(10);
    if (fate < 5) {
      return chance.nextInt(-10, DELAY);
    }
    return fate < 8 ? chance.nextInt(DELAY, LAST_MINUTE) : NEVER;
  }

  private void pass(int day, Map<Integer, List<CollaborationId>> comings, Step step)
      throws Exception {
    Session session = stage.now(placements.keySet().iterator().next()).sessions().get(day);
    for (int minute = -10; minute <= LAST_MINUTE; minute += STEP) {
      Set<CollaborationId> came = new HashSet<>();
      for (int each = minute - STEP + 1; each <= minute; each++) {
        clock.to(session.start().plus(Duration.ofMinutes(each)).toString());
        for (CollaborationId who : comings.getOrDefault(each, List.of())) {
          stage.cities().arrivals().arrived(Stage.LEAD, who, session.start());
          came.add(who);
        }
      }
      // Who comes within the very step of the sweep is there before it: in time, as it turns out.
      boolean swept = minute > DELAY;
      for (CollaborationId who : came) {
        if (swept) {
          late.addAll(told(who, session));
        } else {
          inTime++;
        }
      }
      step.after(stage.cities().arrivals().sweep(Stage.LEAD));
    }
    for (CollaborationId who : comings.getOrDefault(NEVER, List.of())) {
      absent.addAll(told(who, session));
    }
  }

  private List<String> told(CollaborationId placement, Session session) {
    String arrival =
        CollaborationId.of("arrival", placement.value(), session.start().toString()).value();
    String learner = placements.getOrDefault(placement, new LearnerId("nobody")).value();
    return List.of(
        " guardian/guardian-of-" + learner + " " + arrival, " school/school-1 " + arrival);
  }

  /** How many came or did not. */
  int outcomes() {
    return inTime + (absent.size() + late.size()) / 2;
  }

  int absences() {
    return absent.size() / 2;
  }

  int lateness() {
    return late.size() / 2;
  }

  /**
   * Whether everything was told that had to be, and nothing else.
   *
   * @param seen kind, recipient and arrival of all messages, in the order in which they first came
   */
  void check(List<String> seen) {
    Set<String> missed = of("arrival.missed", seen);
    assertThat(missed).as("every absence is told").containsAll(absent);
    Set<String> mayBe = new HashSet<>(absent);
    mayBe.addAll(late);
    assertThat(mayBe).as("nobody who came in time is missed").containsAll(missed);
    assertThat(of("arrival.settled", seen))
        .as("an alarm is withdrawn for all who come late, and for nobody else")
        .isEqualTo(late);
    Map<String, Integer> places = new HashMap<>();
    seen.forEach(each -> places.putIfAbsent(each, places.size()));
    for (String each : late) {
      assertThat(places.getOrDefault("arrival.missed" + each, -1))
          .as("nobody is frightened after it was withdrawn")
          .isLessThan(places.getOrDefault("arrival.settled" + each, -1));
    }
  }

  private static Set<String> of(String kind, List<String> seen) {
    Set<String> of = new HashSet<>();
    seen.stream()
        .filter(each -> each.startsWith(kind))
        .forEach(each -> of.add(each.substring(kind.length())));
    return of;
  }
}
