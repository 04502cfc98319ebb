package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BottlenecksTest {

  @Test
  void asManyArePlacedAsInTheBestOfAllAllocations() {
    SplittableRandom random = new SplittableRandom(1);
    int scarce = 0;
    for (int trial = 0; trial < Trials.of(5_000); trial++) {
      // With every affinity 1 the greatest total is the greatest number.
      AllocationProblem problem =
          Instances.random(random, random.nextInt(0, 8), random.nextInt(1, 5), 2, 1);
      Bottlenecks found = Bottlenecks.of(problem);
      assertThat(found.mostPlaced()).as("trial %d", trial).isEqualTo(Instances.bestOfAll(problem));
      scarce += found.groups().isEmpty() ? 0 : 1;
    }
    assertThat(scarce).isGreaterThan(Trials.of(5_000) / 10);
  }

  @Test
  void mediumInstancesAgreeWithTheGreatestTotalOfEqualAffinities() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < Trials.of(100); trial++) {
      AllocationProblem problem = sparse(random, 300, 60, 1 + trial % 3, 1 + trial % 7);
      assertThat(Bottlenecks.of(problem).mostPlaced())
          .as("trial %d", trial)
          .isEqualTo(BestTotal.allocate(problem).total());
    }
  }

  @Test
  void theGroupIsToldByNameAndInWords() {
    AllocationProblem.Builder builder = AllocationProblem.builder();
    builder.opportunity("stage", 1).opportunity("hall", 1).opportunity("pitch", 9);
    for (String each : List.of("noa", "lia", "tal")) {
      builder.pair(each, "stage", 500).pair(each, "hall", 400);
    }
    builder.pair("amir", "pitch", 300).pair("amir", "stage", 900).learner("gil");

    Bottlenecks found = Bottlenecks.of(builder.build());

    assertThat(found.mostPlaced()).isEqualTo(3);
    assertThat(found.groups())
        .containsExactly(
            new Bottleneck(List.of("gil"), List.of(), 0),
            new Bottleneck(List.of("noa", "lia", "tal"), List.of("stage", "hall"), 2));
    assertThat(Sentences.in(Locale.ENGLISH).render(found.groups().get(1).sentence()))
        .isEqualTo("Learners: 3. Places that they share: 2, in so many opportunities: 2.");
  }

  @Test
  void theCheckerRefusesWhateverIsTamperedWith() {
    SplittableRandom random = new SplittableRandom(3);
    int refused = 0;
    for (int trial = 0; trial < Trials.of(1_000); trial++) {
      AllocationProblem problem = Instances.random(random, 7, 4, 2, 1);
      Bottlenecks found = Bottlenecks.of(problem);
      if (found.groups().isEmpty()) {
        continue;
      }
      int[] placeOf = IntStream.range(0, 7).map(found::placeOf).toArray();
      List<Bottleneck> groups = new ArrayList<>(found.groups());
      Bottleneck first = groups.get(0);
      switch (random.nextInt(4)) {
        case 0 -> groups.remove(0);
        case 1 ->
            groups.set(
                0, new Bottleneck(first.learners(), first.opportunities(), first.places() + 1));
        case 2 -> {
          List<String> fewer = first.learners().subList(1, first.learners().size());
          groups.set(0, new Bottleneck(fewer, first.opportunities(), first.places()));
        }
        default -> {
          int i = random.nextInt(7);
          if (placeOf[i] == Allocation.UNPLACED) {
            continue;
          }
          placeOf[i] = Allocation.UNPLACED;
        }
      }
      assertThat(BottleneckChecker.flaw(new Bottlenecks(problem, groups, placeOf)))
          .as("trial %d", trial)
          .isPresent();
      refused++;
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aLongChainEndsWithoutRecursion() {
    AllocationProblem.Builder builder = AllocationProblem.builder();
    int length = 20_000;
    for (int j = 0; j <= length; j++) {
      builder.opportunity("o" + j, 1);
    }
    for (int i = 0; i < length; i++) {
      builder.pair("l" + i, "o" + i, 2).pair("l" + i, "o" + (i + 1), 1);
    }
    builder.pair("late", "o0", 1);

    assertThat(Bottlenecks.of(builder.build()).groups()).isEmpty();
  }

  private static AllocationProblem sparse(
      SplittableRandom random, int learners, int opportunities, int pairs, int mostPlaces) {
    AllocationProblem.Builder builder = AllocationProblem.builder();
    for (int j = 0; j < opportunities; j++) {
      builder.opportunity("o" + j, random.nextInt(mostPlaces + 1));
    }
    for (int i = 0; i < learners; i++) {
      builder.learner("l" + i);
      for (int k = 0; k < pairs; k++) {
        builder.pair("l" + i, "o" + random.nextInt(opportunities), 1);
      }
    }
    return builder.build();
  }
}
