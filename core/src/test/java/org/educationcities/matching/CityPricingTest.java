package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.educationcities.matching.Certificate.Covers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Short lists with pricing against the full cross product, and what the city's checker rejects. */
class CityPricingTest {

  /** A city as plain numbers, of which this test takes the full cross product by itself. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Drawn(
      int[][] points,
      double[][] from,
      double[] reach,
      double[][] to,
      boolean[][] allowed,
      int[] places) {

    static Drawn random(SplittableRandom random) {
      int n = 1 + random.nextInt(8);
      int m = 1 + random.nextInt(6);
      int most = 1 + random.nextInt(30);
      int[][] points = new int[n][m];
      boolean[][] allowed = new boolean[n][m];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
          points[i][j] = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(most);
          allowed[i][j] = random.nextInt(5) > 0;
        }
      }
      double[][] to = positions(random, m);
      for (double[] each : to) {
        if (random.nextInt(5) == 0) {
          each[0] = Double.NaN;
          each[1] = Double.NaN;
        }
      }
      return new Drawn(
          points,
          positions(random, n),
          random
              .doubles(n, 0, 12)
              .map(each -> each > 11 ? Double.POSITIVE_INFINITY : each)
              .toArray(),
          to,
          allowed,
          random.ints(m, 0, 4).toArray());
    }

    private static double[][] positions(SplittableRandom random, int count) {
      return IntStream.range(0, count)
          .mapToObj(each -> new double[] {random.nextInt(10), random.nextInt(10)})
          .toArray(double[][]::new);
    }

    int learners() {
      return points.length;
    }

    int opportunities() {
      return places.length;
    }

    boolean isEligible(int i, int j) {
      double x = to[j][0] - from[i][0];
      double y = to[j][1] - from[i][1];
      boolean isNear = Double.isNaN(x) || Math.sqrt(x * x + y * y) <= reach[i];
      return isNear && allowed[i][j] && points[i][j] > 0;
    }

    /** Of each pair a signature of its own, so that any two with something to learn meet. */
    CandidateCity city() {
      long[] wanted = new long[learners()];
      long[] taught = new long[opportunities()];
      for (int j = 0; j < taught.length; j++) {
        taught[j] = 1L << j;
        for (int i = 0; i < wanted.length; i++) {
          wanted[i] |= points[i][j] > 0 ? taught[j] : 0;
        }
      }
      return CandidateCity.builder(
              ids("l", learners()), ids("o", opportunities()), (i, j) -> points[i][j])
          .learnersAt(axis(from, 0), axis(from, 1), reach)
          .opportunitiesAt(axis(to, 0), axis(to, 1), places)
          .topics(wanted, taught)
          .rules(List.of(new PairRule("drawn", (i, j) -> allowed[i][j])))
          .build();
    }

    AllocationProblem crossProduct() {
      AllocationProblem.Builder builder = AllocationProblem.builder();
      for (int j = 0; j < opportunities(); j++) {
        builder.opportunity("o" + j, places[j]);
      }
      for (int i = 0; i < learners(); i++) {
        builder.learner("l" + i);
        for (int j = 0; j < opportunities(); j++) {
          if (isEligible(i, j)) {
            builder.pair("l" + i, "o" + j, points[i][j]);
          }
        }
      }
      return builder.build();
    }

    private static double[] axis(double[][] positions, int axis) {
      return IntStream.range(0, positions.length).mapToDouble(i -> positions[i][axis]).toArray();
    }

    private static List<String> ids(String prefix, int count) {
      return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
  }

  @Test
  void shortListsWithPricingAreBestOverTheFullCrossProduct() {
    checkAgainstTheCrossProduct(1, Trials.of(10_000));
  }

  @Test
  @Tag("long")
  void shortListsWithPricingAreBestOverTheFullCrossProductManyTimes() {
    checkAgainstTheCrossProduct(100, 100_000);
  }

  private static void checkAgainstTheCrossProduct(long seed, int instances) {
    SplittableRandom random = new SplittableRandom(seed);
    int added = 0;
    for (int instance = 0; instance < instances; instance++) {
      Drawn drawn = Drawn.random(random);
      CandidateCity city = drawn.city();
      // One in two is taken as a large city would be, without a scan.
      long scanUpTo = instance % 2 == 0 ? CertificateChecker.SCAN_UP_TO : 0;
      PricedAllocation found =
          BestTotal.allocate(
              new CandidateSearch(city),
              1 + instance % 3,
              Runnable::run,
              1 + instance % 4,
              scanUpTo);

      AllocationProblem all = drawn.crossProduct();
      Allocation best = BestTotal.allocate(all);
      assertThat(found.allocation().total())
          .as("instance %d", instance)
          .isEqualTo(Instances.bestOfAll(all))
          .isEqualTo(best.total());
      assertThat(Instances.pricesOf(found.allocation()))
          .as("the smallest prices of instance %d", instance)
          .isEqualTo(Instances.pricesOf(best));
      assertThat(found.allocation().certificate().covers())
          .isEqualTo(scanUpTo > 0 ? Covers.ALL_PAIRS_BY_SCAN : Covers.ALL_PAIRS_BY_PRICING);
      assertThat(CertificateChecker.flaw(city, found.allocation(), scanUpTo)).isEmpty();
      assertThat(
              CertificateChecker.flaw(
                  all, Instances.placesOf(found.allocation()), found.allocation().certificate()))
          .isEmpty();
      added += found.added();
    }
    assertThat(added).isGreaterThan(instances / 10);
  }

  /** Two who both list the hall only, where one would do as well at the lab. */
  private static CandidateCity twoForTheHall(double labAt) {
    return CandidateCity.builder(List.of("a", "b"), List.of("hall", "lab"), (i, j) -> 10 - i - j)
        .learnersAt(new double[] {0, 0}, new double[] {0, 0}, new double[] {5, 5})
        .opportunitiesAt(new double[] {0, labAt}, new double[] {0, labAt}, new int[] {1, 1})
        .build();
  }

  private static Allocation overTheHallAlone(Covers covers) {
    AllocationProblem hall =
        AllocationProblem.builder()
            .opportunity("hall", 1)
            .opportunity("lab", 1)
            .pair("a", "hall", 10)
            .pair("b", "hall", 9)
            .build();
    return BestTotal.allocate(hall).covering(covers);
  }

  @Test
  void aListThatLeavesOutABetterPairIsRejectedByTheScanAndByThePricingPass() {
    CandidateCity city = twoForTheHall(1);

    assertThat(CertificateChecker.flaw(overTheHallAlone(Covers.LISTED_PAIRS))).isEmpty();
    assertThat(CertificateChecker.flaw(city, overTheHallAlone(Covers.ALL_PAIRS_BY_SCAN)))
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("which is not listed"));
    assertThat(CertificateChecker.flaw(city, overTheHallAlone(Covers.ALL_PAIRS_BY_PRICING), 3))
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("By a pricing pass"));
  }

  @Test
  void whatIsOutOfReachMayBeLeftOut() {
    assertThat(
            CertificateChecker.flaw(twoForTheHall(4), overTheHallAlone(Covers.ALL_PAIRS_BY_SCAN)))
        .isEmpty();
    assertThat(
            CertificateChecker.flaw(
                twoForTheHall(4), overTheHallAlone(Covers.ALL_PAIRS_BY_PRICING), 3))
        .isEmpty();
  }

  @Test
  void aCertificateThatDoesNotSayByWhatItCoversTheRestIsRejected() {
    CandidateCity city = twoForTheHall(4);

    assertThat(CertificateChecker.flaw(city, overTheHallAlone(Covers.LISTED_PAIRS))).isPresent();
    assertThat(CertificateChecker.flaw(city, overTheHallAlone(Covers.ALL_PAIRS_BY_PRICING)))
        .isPresent();
    assertThat(CertificateChecker.flaw(city, overTheHallAlone(Covers.ALL_PAIRS_BY_SCAN), 3))
        .isPresent();
  }

  @Test
  void whoIsPlacedAgainstTheCitysRulesOrForOtherPointsIsRejected() {
    Allocation hall = overTheHallAlone(Covers.ALL_PAIRS_BY_SCAN);
    CandidateCity ruled =
        CandidateCity.builder(List.of("a", "b"), List.of("hall", "lab"), (i, j) -> 10 - i - j)
            .learnersAt(new double[2], new double[2], new double[] {5, 5})
            .opportunitiesAt(new double[] {0, 9}, new double[2], new int[] {1, 1})
            .rules(List.of(new PairRule("no", (i, j) -> i != 0)))
            .build();
    CandidateCity dearer =
        CandidateCity.builder(List.of("a", "b"), List.of("hall", "lab"), (i, j) -> 9 - i - j)
            .learnersAt(new double[2], new double[2], new double[] {5, 5})
            .opportunitiesAt(new double[] {0, 9}, new double[2], new int[] {1, 1})
            .build();

    assertThat(CertificateChecker.flaw(ruled, hall)).isPresent();
    assertThat(CertificateChecker.flaw(dearer, hall)).isPresent();
    assertThat(CertificateChecker.flaw(Drawn.random(new SplittableRandom(3)).city(), hall))
        .contains("The allocation is of another city.");
  }

  @Test
  void aCertificateWhoseSumsOverflowOutsideTheListsIsRejected() {
    Allocation hall = overTheHallAlone(Covers.ALL_PAIRS_BY_SCAN);
    CandidateCity city = twoForTheHall(1);
    AllocationProblem empty =
        AllocationProblem.builder()
            .opportunity("hall", 1)
            .opportunity("lab", 1)
            .learner("a")
            .learner("b")
            .build();
    Allocation overflowing =
        new Allocation(
            empty,
            new int[] {Allocation.UNPLACED, Allocation.UNPLACED},
            new Certificate(new long[] {Long.MAX_VALUE, 0}, new long[] {Long.MAX_VALUE, 0})
                .covering(hall.certificate().covers()));

    assertThat(CertificateChecker.flaw(city, overflowing)).isPresent();
  }
}
