package org.educationcities.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.educationcities.EducationCities;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Storage;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A library that overlooks one condition is caught by the machine: by what is in force alone, since
 * here no decision is compared with the oracle's.
 */
class MachineCanFailTest {
  private static final int MOST_EPISODES = 400;
  private static final Logger TALKATIVE = Logger.getLogger("org.educationcities.safeguarding");

  /** Something the library does not see as it is. */
  private record Blindness(
      String name, String type, UnaryOperator<String> seen, UnaryOperator<Town.View> lie) {
    static Blindness of(String name, String type, String regex, String replacement) {
      return new Blindness(name, type, text -> text.replaceAll(regex, replacement), view -> view);
    }

    static Blindness ofHost(String name, UnaryOperator<Town.View> lie) {
      return new Blindness(name, "none", text -> text, lie);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void silence() {
    TALKATIVE.setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    TALKATIVE.setLevel(null);
  }

  static Stream<Blindness> whatMayBeOverlooked() {
    return Stream.of(
        Blindness.of("that an adult is barred", "vetting", "BARRED|NONE", "CLEARED"),
        Blindness.of("what kind a vetting is", "vetting", "a friend knows them", "cleared"),
        Blindness.of(
            "when a vetting was issued",
            "vetting",
            "\"issuedOn\":\"[^\"]*\"",
            "\"issuedOn\":\"2026-08-01\""),
        Blindness.of(
            "that an agreement ends",
            "provider-agreement",
            "\"until\":\"[^\"]*\"",
            "\"until\":\"2027-01-01\""),
        Blindness.of(
            "that a permission ends",
            "learner-anchor",
            "\"until\":\"[^\"]*\"",
            "\"until\":\"2027-01-01\""),
        Blindness.of(
            "that somebody is blocked",
            "learner-anchor",
            "\"blockedPartyIds\":\\[[^]]*\\]",
            "\"blockedPartyIds\":[]"),
        policy("the youngest age", "\"minimumAge\":\\d+", "\"minimumAge\":0"),
        policy("own permission", "\"ageOfOwnPermission\":\\d+", "\"ageOfOwnPermission\":13"),
        policy("the fewest adults", "\"fewestAdults\":\\d+", "\"fewestAdults\":1"),
        policy("the ratio", "\"mostLearnersPerAdult\":\\d+", "\"mostLearnersPerAdult\":99"),
        policy(
            "the hours of a week", "\"mostHoursPerWeek\":[^,]*", "\"mostHoursPerWeek\":\"PT99H\""),
        policy("the first hour", "\"earliestHour\":\\d+", "\"earliestHour\":0"),
        policy("the last hour", "\"latestHour\":\\d+", "\"latestHour\":24"),
        policy("refused kinds", "\"refusedKinds\":\\[[^]]*\\]", "\"refusedKinds\":[]"),
        policy("distance", "\"farthestUnaccompanied\":\\d+", "\"farthestUnaccompanied\":null"),
        policy(
            "how long a clearance holds",
            "\"clearanceValidFor\":[^,]*",
            "\"clearanceValidFor\":\"PT9999H\""),
        Blindness.of(
            "that a clearance ends",
            "collaboration",
            "\"expiresAt\":\"[^\"]*\"",
            "\"expiresAt\":\"2027-01-01T00:00:00Z\""),
        Blindness.ofHost("that a child has left", MachineCanFailTest::nobodyLeaves),
        Blindness.ofHost("how old a child is", MachineCanFailTest::everybodyIsSixteen),
        Blindness.ofHost("that a guardian is none any more", MachineCanFailTest::guardiansStay));
  }

  private static Blindness policy(String name, String regex, String replacement) {
    return Blindness.of(name, "safeguarding-policy", regex, replacement);
  }

  private static Town.View nobodyLeaves(Town.View view) {
    Town.View all = view;
    for (String each : World.CHILDREN) {
      if (!all.children().containsKey(each)) {
        all =
            all.with(
                each, new Town.Child(LocalDate.of(2011, 1, 1), "school-0", World.POINTS.get(0)));
      }
    }
    return all;
  }

  private static Town.View everybodyIsSixteen(Town.View view) {
    Town.View all = view;
    for (Map.Entry<String, Town.Child> each : view.children().entrySet()) {
      Town.Child child = each.getValue();
      all =
          all.with(
              each.getKey(),
              new Town.Child(LocalDate.of(2010, 1, 1), child.school(), child.home()));
    }
    return all;
  }

  private static Town.View guardiansStay(Town.View view) {
    Town.View all = view;
    for (String each : World.CHILDREN) {
      all =
          all.withBonds(
              each, List.of(new Town.Bond(World.guardianOf(each), each, true, null, null)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("whatMayBeOverlooked")
  void isCaught(Blindness blindness) {
    Map<String, Long> tally = World.newTally();
    AssertionError caught = null;
    for (int i = 0; i < MOST_EPISODES && caught == null; i++) {
      Storage storage = MemoryStorage.of(EducationCities.entityTypes());
      World world =
          new World(
              5000 + i,
              new Blind(storage, blindness.type(), blindness.seen()),
              new Space("blind"),
              tally,
              EducationCities.builder().unsealed());
      world.compares = false;
      world.town.tellLies(blindness.lie());
      try {
        Machine.episode(blindness.name(), 5000 + i, Machine.EPISODE, world);
      } catch (AssertionError e) {
        caught = e;
      }
    }
    AssertionError found = caught;
    assertThat(found).as("%s: %s", blindness, tally).isNotNull();
    Machine.tell(String.valueOf(found == null ? "" : found.getMessage()), Map.of());
  }
}
