package org.educationcities.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.people.AgeRange;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.round.BestTotalAllocator;
import org.educationcities.round.Draft;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.RoundId;
import org.educationcities.round.Snapshot;
import org.educationcities.round.TermOpportunity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small city of thirty learners, asked what if. */
class WhatIfTest {
  private static final List<String> TOPICS =
      List.of("theatre", "music", "football", "nature", "arts");

  private final EducationCities cities = SmallCity.open();
  private Snapshot snapshot;

  WhatIfTest() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 10; i < 40; i++) {
      SmallCity.add(
          cities, "learner-" + i, TOPICS.get(random.nextInt(5)), TOPICS.get(random.nextInt(5)));
    }
    cities
        .offers()
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(
                SmallCity.opportunity("stage", "theatre", 4).build(),
                SmallCity.opportunity("pitch", "football", 5).build(),
                SmallCity.opportunity("orchestra", "music", 3).build(),
                SmallCity.opportunity("reserve", "nature", 2).ages(new AgeRange(16, 18)).build()));
    snapshot = cities.snapshots().take(SmallCity.TERM);
  }

  @BeforeEach
  void someAreLeftOut() {
    assertThat(now().placements()).hasSizeLessThan(30);
  }

  @AfterEach
  void close() {
    cities.close();
  }

  @Test
  void oneMorePlaceBringsExactlyItsPrice() {
    Draft now = now();
    for (PlacePrice each : now.prices()) {
      Opportunity offered = offered(each.opportunity());
      Opportunity wider = offered.toBuilder().places(offered.places() + 1).build();

      assertThat(ifItWere(wider).total()).isEqualTo(each.price());
    }
    assertThat(now.prices()).anyMatch(each -> each.price() > 0);
  }

  @Test
  void takingAwayWhatWasAddedIsTheSameTheOtherWayRound() {
    Draft now = now();
    Draft without = preview(snapshot.without(new OpportunityId("stage")));

    WhatIf cancelled = WhatIf.difference(now, without);
    WhatIf added = WhatIf.difference(without, now);

    assertThat(cancelled.total()).isNegative().isEqualTo(-added.total());
    assertThat(cancelled.losses()).isNotEmpty();
    assertThat(added.newlyPlaced()).isEqualTo(cancelled.noLongerPlaced());
    assertThat(added.changes().stream().mapToLong(WhatIf.Change::points).sum())
        .isEqualTo(added.total());
  }

  @Test
  void openingWiderNamesWhoIsNewlyPlaced() {
    Opportunity wider =
        offered(new OpportunityId("reserve")).toBuilder().ages(new AgeRange(10, 18)).build();

    WhatIf opened = ifItWere(wider);

    assertThat(opened.total()).isPositive();
    assertThat(opened.newlyPlaced()).isNotEmpty();
    assertThat(opened.gains()).extracting(WhatIf.Change::to).contains("reserve");
    assertThat(opened.toString()).doesNotContain("learner-");
  }

  @Test
  void nothingChangedIsNoDifferenceAndAPreviewKeepsNothing() {
    WhatIf same = WhatIf.difference(now(), now());

    assertThat(same.changes()).isEmpty();
    assertThat(same.total()).isZero();
    assertThat(cities.rounds().find(new RoundId("preview"))).isEmpty();
    assertThatThrownBy(
            () ->
                cities
                    .rounds()
                    .preview(
                        new Actor("learner-10", Role.LEARNER), snapshot, new BestTotalAllocator()))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> new WhatIf.Change(new LearnerId("x"), "a", "a", 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Draft now() {
    return preview(snapshot);
  }

  private Draft preview(Snapshot of) {
    return cities.rounds().preview(SmallCity.PLANNER, of, new BestTotalAllocator());
  }

  private WhatIf ifItWere(Opportunity changed) {
    TermOpportunity before = snapshot.opportunity(changed.id()).orElseThrow();
    Snapshot then =
        snapshot.with(new TermOpportunity(changed, before.country(), before.sessions()));
    return WhatIf.difference(now(), preview(then));
  }

  private Opportunity offered(OpportunityId id) {
    return snapshot.opportunity(id).orElseThrow().opportunity();
  }
}
