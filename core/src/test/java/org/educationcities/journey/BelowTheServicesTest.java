package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.educationcities.AllKindsOfThings;
import org.educationcities.MemoryKeys;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.people.LearnerId;
import org.educationcities.privacy.AuditReport;
import org.educationcities.privacy.AuditReport.Problem;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody who can write to the storage but has not the keys gets a child confirmed past the
 * services, in every way that we could think of, on every kind of storage: the audit finds each.
 */
class BelowTheServicesTest {
  @TempDir Path scratch;

  /** A way around, and the type of what the audit finds. */
  private record Way(String name, BiConsumer<Attempt, CollaborationId> go, String found) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** One city, with one child who is cleared and one who is not. */
  private record Attempt(Storage storage, MemoryKeys keys, Stage stage, LearnerId cleared) {
    void rewrite(String type, String id, UnaryOperator<String> change) {
      String plain = AllKindsOfThings.plainText(storage, keys, type, id);
      String changed = change.apply(plain);
      assertThat(changed).isNotEqualTo(plain);
      storage.inTransaction(
          Space.DEFAULT,
          unit -> {
            Entity known = Objects.requireNonNull(unit.find(type, Set.of(id)).get(id));
            return unit.update(
                known.withContent(
                    known.format(), changed.getBytes(StandardCharsets.UTF_8), known.index()));
          });
    }

    /** By the services, on what was written below them. */
    void confirm(CollaborationId id) {
      assertThat(
              stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(id)).confirmed())
          .containsExactly(id);
    }
  }

  static Stream<Object[]> everyWayOnEveryStorage() {
    List<Way> ways =
        List.of(
            new Way(
                "the state, with the clearance of another child",
                BelowTheServicesTest::stateWithAnotherClearance,
                "collaboration"),
            new Way("a permission nobody gave", BelowTheServicesTest::permission, "learner-anchor"),
            new Way("an adult who is barred, cleared", BelowTheServicesTest::vetting, "vetting"),
            new Way(
                "an agreement that has ended, going on",
                BelowTheServicesTest::agreement,
                "provider-agreement"),
            new Way(
                "a policy for which nobody is too young",
                BelowTheServicesTest::policy,
                "safeguarding-policy"));
    return Stream.of(Medium.MEMORY, Medium.H2, Medium.POSTGRESQL)
        .flatMap(medium -> ways.stream().map(way -> new Object[] {medium, way}));
  }

  @ParameterizedTest
  @MethodSource("everyWayOnEveryStorage")
  void isFoundByTheAudit(Medium medium, Way way) {
    MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
    MemoryKeys keys = new MemoryKeys();
    try (Storage storage = medium.open(medium.fresh(scratch))) {
      Stage stage = Stage.open(clock, 3, storage, keys).safe();
      List<LearnerId> both = stage.learners("learner-noa", "learner-dan");
      stage.permit(both.get(0));
      CollaborationId rightful = stage.accepted(both.get(0));
      Attempt attempt = new Attempt(storage, keys, stage, both.get(0));
      attempt.confirm(rightful);
      CollaborationId wrongful = stage.accepted(both.get(1));
      assertThat(stage.cities().audit().verify(Stage.LEAD).findings()).isEmpty();

      way.go().accept(attempt, wrongful);

      assertThat(stage.now(wrongful).isInForce(clock.instant())).isTrue();
      AuditReport report = stage.cities().audit().verify(Stage.LEAD);
      assertThat(report.findings())
          .anySatisfy(
              each -> {
                assertThat(each.problem()).isEqualTo(Problem.UNRECORDED);
                assertThat(each.where()).startsWith(way.found() + "/");
              });
    }
  }

  private static void stateWithAnotherClearance(Attempt attempt, CollaborationId id) {
    String rightful =
        attempt
            .stage()
            .cities()
            .collaborations()
            .placementsOf(attempt.cleared())
            .get(0)
            .id()
            .value();
    String text =
        AllKindsOfThings.plainText(attempt.storage(), attempt.keys(), "collaboration", rightful);
    int begins = text.indexOf("\"clearance\":");
    String clearance = text.substring(begins, text.indexOf("]}", begins) + 2);
    attempt.rewrite(
        "collaboration",
        id.value(),
        plain ->
            plain
                .replace("\"state\":\"ACCEPTED\"", "\"state\":\"CONFIRMED\"")
                .replaceAll(",?\"clearance\":null", "")
                .replaceFirst("\\{", "{" + clearance.replace("$", "\\$") + ","));
  }

  private static void permission(Attempt attempt, CollaborationId id) {
    // Permitted once, and withdrawn: somebody puts back what stood there.
    LearnerId dan = attempt.stage().now(id).learners().get(0);
    attempt.stage().permit(dan);
    String permitted =
        AllKindsOfThings.plainText(
            attempt.storage(), attempt.keys(), "learner-anchor", dan.value());
    attempt
        .stage()
        .cities()
        .safeguarding()
        .withdrawPermission(Stage.guardianOf(dan), dan, Stage.STAGE.value());
    attempt.rewrite("learner-anchor", dan.value(), plain -> permitted);
    attempt.confirm(id);
  }

  private static void vetting(Attempt attempt, CollaborationId id) {
    attempt.stage().permit(attempt.stage().now(id).learners().get(0));
    attempt.stage().vet(Vetting.Decision.BARRED);
    attempt.rewrite("vetting", Stage.MENTOR.id(), plain -> plain.replace("BARRED", "CLEARED"));
    attempt.confirm(id);
  }

  private static void agreement(Attempt attempt, CollaborationId id) {
    attempt.stage().permit(attempt.stage().now(id).learners().get(0));
    attempt.stage().agreeUntil("2026-09-30");
    attempt.rewrite(
        "provider-agreement",
        Stage.THEATRE.id(),
        plain -> plain.replace("2026-09-30", "2027-12-31"));
    attempt.confirm(id);
  }

  private static void policy(Attempt attempt, CollaborationId id) {
    attempt.stage().permit(attempt.stage().now(id).learners().get(0));
    attempt.rewrite(
        "safeguarding-policy",
        "policy",
        plain -> plain.replace("\"mostLearnersPerAdult\":15", "\"mostLearnersPerAdult\":99"));
    attempt.confirm(id);
  }
}
