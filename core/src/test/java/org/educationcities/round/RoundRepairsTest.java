package org.educationcities.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.matching.Move;
import org.educationcities.matching.PairReason;
import org.educationcities.matching.RepairSession;
import org.educationcities.matching.Repairs;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundRepairsTest {
  private static final RoundId BEFORE = new RoundId("round-1");
  private static final RoundId AFTER = new RoundId("round-2");
  private static final OpportunityId STAGE = new OpportunityId("stage");

  private final EducationCities cities = SmallCity.open();
  private final LearnerId noa = SmallCity.add(cities, "learner-1", "theatre", "football");
  private final LearnerId lia = SmallCity.add(cities, "learner-2", "theatre", "nature");
  private final LearnerId tal = SmallCity.add(cities, "learner-3", "football");

  @BeforeEach
  void publish() {
    offer(2, 2);
    Snapshot snapshot = cities.snapshots().take(SmallCity.TERM);
    cities.rounds().draft(SmallCity.PLANNER, BEFORE, snapshot, new BestTotalAllocator());
    cities.rounds().publish(SmallCity.PLANNER, BEFORE);
  }

  @AfterEach
  void close() {
    cities.close();
  }

  @Test
  void nothingChangedMovesNobody() {
    RoundRepair repair = repair(RepairRequest.of(BEFORE));

    assertThat(repair.moves()).isEmpty();
    assertThat(repair.round().state()).isEqualTo(RoundState.DRAFT);
    assertThat(repair.round().proof()).isEqualTo(Round.Proof.REPAIRED);
    assertThat(cities.rounds().placements(SmallCity.PLANNER, AFTER))
        .isEqualTo(cities.rounds().placements(SmallCity.PLANNER, BEFORE));
    assertThat(cities.rounds().find(BEFORE).orElseThrow().state()).isEqualTo(RoundState.PUBLISHED);
  }

  @Test
  void aCancelledStageSendsWhoCanGoElsewhereThere() {
    Snapshot now = cities.snapshots().take(SmallCity.TERM).without(STAGE);

    RoundRepair repair =
        cities.rounds().repairs().draft(SmallCity.PLANNER, AFTER, RepairRequest.of(BEFORE), now);

    assertThat(repair.moves())
        .extracting(each -> each.learner() + " to '" + each.to() + "' " + each.reason())
        .containsExactly(
            "learner-1 to 'pitch' OPPORTUNITY_CLOSED", "learner-2 to '' OPPORTUNITY_CLOSED");
    assertThat(cities.explanations().why(SmallCity.PLANNER, AFTER, tal, STAGE).reason().outcome())
        .isEqualTo(PairReason.Outcome.EXCLUDED);
    assertThat(cities.explanations().why(SmallCity.PLANNER, AFTER, lia, STAGE).reason().outcome())
        .isEqualTo(PairReason.Outcome.UNPRICED);
  }

  @Test
  void aPermissionWithdrawnAndANewLearnerAreHeeded() {
    LearnerId newcomer = SmallCity.add(cities, "learner-4", "theatre");

    RoundRepair repair =
        repair(
            RepairRequest.of(BEFORE)
                .fewestChanges()
                .newcomers(Set.of(newcomer))
                .withdrawn(lia, STAGE));

    assertThat(repair.moves())
        .extracting(each -> each.learner() + " " + each.reason())
        .containsExactly("learner-2 NOT_ALLOWED", "learner-4 NEW_LEARNER");
  }

  @Test
  void severalCostsStandSideBySideAndKeepNothing() {
    offer(1, 2);

    List<Repairs.Row> rows =
        cities
            .rounds()
            .repairs()
            .atCosts(
                SmallCity.PLANNER,
                RepairRequest.of(BEFORE),
                cities.snapshots().take(SmallCity.TERM),
                List.of(0L, 50L, RepairSession.FEWEST_CHANGES));

    assertThat(rows).extracting(Repairs.Row::placed).containsExactly(3, 3, 3);
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.moves()).extracting(Move::learner).containsExactly("learner-1"));
    assertThat(cities.rounds().find(AFTER)).isEmpty();
  }

  @Test
  void onlyWhoPlansRepairsAndOnlyWhatIsThere() {
    Snapshot now = cities.snapshots().take(SmallCity.TERM);
    RoundRepairs repairs = cities.rounds().repairs();

    assertThatThrownBy(
            () ->
                repairs.draft(
                    new Actor(noa.value(), Role.LEARNER), AFTER, RepairRequest.of(BEFORE), now))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> repairs.draft(SmallCity.PLANNER, AFTER, RepairRequest.of(AFTER), now))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> RepairRequest.of(BEFORE).costOfChange(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private RoundRepair repair(RepairRequest request) {
    return cities
        .rounds()
        .repairs()
        .draft(SmallCity.PLANNER, AFTER, request, cities.snapshots().take(SmallCity.TERM));
  }

  private void offer(int stage, int pitch) {
    cities
        .offers()
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(
                SmallCity.opportunity("stage", "theatre", stage).build(),
                SmallCity.opportunity("pitch", "football", pitch).build()));
  }
}
