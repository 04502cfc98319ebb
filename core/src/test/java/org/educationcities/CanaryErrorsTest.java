package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.Proposal;
import org.educationcities.journey.MovingClock;
import org.educationcities.journey.Stage;
import org.educationcities.people.AdultId;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.profile.Wish;
import org.educationcities.registry.Roster;
import org.educationcities.registry.WishList;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Permission;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.junit.jupiter.api.Test;

/**
 * Whatever goes wrong with a child's data, no exception, cause or log line holds anything of it:
 * neither the words nor the ids of people that were given. Only a roster that is refused names the
 * records to mend, by their ids, to whoever brought it.
 */
class CanaryErrorsTest {
  private static final String CANARY = "canary-4b1d";
  private static final LearnerId CHILD = new LearnerId("learner-" + CANARY);
  private static final Actor NOBODY = new Actor("somebody-else-" + CANARY, Role.LEARNER);

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 1).safe();
  private final EducationCities cities = stage.cities();

  @Test
  void noFailureTellsOfTheChildItWasAbout() {
    stage.learners(CHILD.value());
    stage.permit(CHILD);
    CollaborationId placement = stage.accepted(CHILD);
    List<String> logged = Collections.synchronizedList(new ArrayList<>());
    Handler handler = listener(logged);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    List<Throwable> thrown = new ArrayList<>();
    try {
      failures(placement).forEach((what, each) -> thrown.add(failure(what, each)));
    } finally {
      root.removeHandler(handler);
      root.setLevel(before);
    }
    assertThat(thrown).hasSizeGreaterThan(12);
    for (Throwable each : thrown) {
      for (Throwable cause = each; cause != null; cause = cause.getCause()) {
        assertThat(cause.toString()).doesNotContain(CANARY);
      }
    }
    assertThat(logged.toString()).doesNotContain(CANARY);
  }

  private Map<String, ThrowingCallable> failures(CollaborationId placement) {
    String tooLong = CANARY + "x".repeat(20_000);
    return Map.ofEntries(
        Map.entry(
            "accept as somebody else", () -> cities.collaborations().accept(NOBODY, placement)),
        Map.entry(
            "withdraw as somebody else", () -> cities.collaborations().withdraw(NOBODY, placement)),
        Map.entry(
            "start before it is confirmed",
            () -> cities.collaborations().start(SmallCity.PLANNER, placement, List.of())),
        Map.entry(
            "permit as somebody else",
            () ->
                cities
                    .safeguarding()
                    .permit(
                        NOBODY,
                        CHILD,
                        new Permission(
                            "stage", NOBODY.id(), LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1)))),
        Map.entry(
            "a permission that ends before it begins",
            () -> new Permission(CANARY, CANARY, LocalDate.EPOCH.plusDays(1), LocalDate.EPOCH)),
        Map.entry(
            "see the permissions of somebody else",
            () -> cities.safeguarding().permissionsOf(NOBODY, CHILD)),
        Map.entry(
            "a second child for the only place",
            () -> {
              stage.learners("second-" + CANARY);
              cities
                  .placements()
                  .propose(
                      SmallCity.PLANNER,
                      new Proposal(new LearnerId("second-" + CANARY), Stage.STAGE, "r"));
            }),
        Map.entry(
            "a child nobody knows",
            () ->
                cities
                    .placements()
                    .propose(
                        SmallCity.PLANNER,
                        new Proposal(new LearnerId("unknown-" + CANARY), Stage.STAGE, "r"))),
        Map.entry(
            "words beyond all measure",
            () -> cities.concerns().raise(NOBODY, CHILD, CANARY, tooLong)),
        Map.entry(
            "block as somebody else",
            () -> cities.concerns().raiseAndBlock(NOBODY, CHILD, CANARY, CANARY)),
        Map.entry(
            "a quest without end",
            () ->
                cities
                    .quests()
                    .put(
                        NOBODY,
                        List.of(
                            new Quest(
                                new QuestId("q"), CHILD, tooLong, Set.of(new TopicId("arts")))))),
        Map.entry(
            "wishes of somebody else",
            () ->
                cities
                    .quests()
                    .wish(
                        NOBODY,
                        List.of(new WishList(CHILD, List.of(new Wish(CHILD, 1, "stage")))))),
        Map.entry(
            "wishes of another in a list",
            () -> new WishList(CHILD, List.of(new Wish(new LearnerId(CANARY), 1, "stage")))),
        Map.entry(
            "a roster that cannot be",
            () ->
                cities
                    .registry()
                    .take(
                        SmallCity.ADMINISTRATOR,
                        Roster.builder()
                            .learners(
                                List.of(
                                    LearnerRecord.builder("the-offending-id", "no-city" + CANARY)
                                        .grade(CANARY)
                                        .languages(List.of("not a language " + CANARY))
                                        .arrangements(Set.of("not a code " + CANARY))
                                        .position(new GeoPoint(1, 2))
                                        .build()))
                            .guardians(
                                List.of(
                                    GuardianRecord.builder("another-offending-id")
                                        .relations(
                                            List.of(
                                                new Relation(
                                                    "of-nobody-" + CANARY, true, null, null)))
                                        .languages(List.of("!" + CANARY))
                                        .build()))
                            .build())),
        Map.entry("an id that is none", () -> new LearnerId(CANARY + " " + "\u0000")),
        Map.entry(
            "places opened by somebody else",
            () ->
                cities.placements().open(NOBODY, Map.of(Stage.STAGE, Set.of(new AdultId(CANARY))))),
        Map.entry(
            "erase as somebody else",
            () -> cities.privacy().erasure().erase(NOBODY, Person.of(CHILD))),
        Map.entry(
            "export as somebody else",
            () -> cities.privacy().export().of(NOBODY, Person.of(CHILD))),
        Map.entry(
            "recommendations for a child nobody knows",
            () ->
                cities
                    .recommendations()
                    .forLearner(
                        SmallCity.PLANNER,
                        new LearnerId("unknown-" + CANARY),
                        SmallCity.TERM.id(),
                        3)),
        Map.entry(
            "a waitlist that is not",
            () -> cities.placements().join(NOBODY, CHILD, new OpportunityId("stage"))));
  }

  private static Throwable failure(String what, ThrowingCallable act) {
    Throwable thrown = catchThrowable(act);
    assertThat(thrown).as(what).isNotNull();
    return thrown;
  }

  private static Handler listener(List<String> logged) {
    Handler handler =
        new Handler() {
          private final SimpleFormatter formatter = new SimpleFormatter();

          @Override
          public void publish(LogRecord each) {
            logged.add(formatter.format(each));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    return handler;
  }
}
