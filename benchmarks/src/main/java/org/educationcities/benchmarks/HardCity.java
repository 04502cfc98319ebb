package org.educationcities.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.HardProblem;
import org.educationcities.matching.HardProblemBuilder;
import org.educationcities.matching.OpenLimit;
import org.educationcities.matching.Quota;
import org.educationcities.matching.QuotaProblem;

/** Cities with one thing each that makes them hard, by a seed; one with all of them. */
enum HardCity {
  /** 1.3 places a learner; an opportunity opens with 60 % of its places taken, or not at all. */
  GROUP_SIZES(1.3) {
    @Override
    HardProblem problem(AllocationProblem pairs, SplittableRandom random) {
      HardProblemBuilder builder = HardProblem.over(QuotaProblem.over(pairs).build());
      atLeast(builder, pairs, 60);
      return builder.build();
    }
  },
  /** 0.95 places a learner; a third come as two to four friends, a tenth as classes of eight. */
  UNITS(0.95) {
    @Override
    HardProblem problem(AllocationProblem pairs, SplittableRandom random) {
      HardProblemBuilder builder = HardProblem.over(QuotaProblem.over(pairs).build());
      together(builder, pairs, random);
      return builder.build();
    }
  },
  /** 0.75 places a learner; 40 % take half a place, 10 % one and a half. */
  HALF_PLACES(0.75) {
    @Override
    HardProblem problem(AllocationProblem pairs, SplittableRandom random) {
      HardProblemBuilder builder = HardProblem.over(QuotaProblem.over(pairs).build());
      halfPlaces(builder, pairs, random);
      return builder.build();
    }
  },
  /** Three places each of 2.5 a learner; one to three hours of thirty in the week, overlapping. */
  OVERLAPS(2.5) {
    @Override
    HardProblem problem(AllocationProblem pairs, SplittableRandom random) {
      QuotaProblem.Builder quotas = QuotaProblem.over(pairs).mostEach(3);
      hours(quotas, pairs, random);
      return HardProblem.over(quotas.build()).build();
    }
  },
  /**
   * 1.1 places a learner; each of ten schools has at most 13 % of the places of each provider of
   * ten, each of three languages at most half of those of each opportunity.
   */
  CROSSING_QUOTAS(1.1) {
    @Override
    HardProblem problem(AllocationProblem pairs, SplittableRandom random) {
      QuotaProblem.Builder quotas = QuotaProblem.over(pairs);
      crossing(quotas, pairs, random);
      return HardProblem.over(quotas.build()).build();
    }
  },
  /**
   * 1.5 places a learner; opening takes 150 points for each place off the total, and at most 70 %
   * open.
   */
  OPTIONAL(1.5) {
    @Override
    HardProblem problem(AllocationProblem pairs, SplittableRandom random) {
      HardProblemBuilder builder = HardProblem.over(QuotaProblem.over(pairs).build());
      for (int j = 0; j < pairs.opportunityCount(); j++) {
        builder.openingCost(pairs.opportunities().get(j), 150L * pairs.places(j));
      }
      builder.mostOpen(
          new OpenLimit("open", pairs.opportunities(), pairs.opportunityCount() * 7 / 10));
      return builder.build();
    }
  },
  /** All of it at once, two places each of 1.5 a learner. */
  ALL(1.5) {
    @Override
    HardProblem problem(AllocationProblem pairs, SplittableRandom random) {
      QuotaProblem.Builder quotas = QuotaProblem.over(pairs).mostEach(2);
      hours(quotas, pairs, random);
      crossing(quotas, pairs, random);
      HardProblemBuilder builder = HardProblem.over(quotas.build());
      atLeast(builder, pairs, 40);
      together(builder, pairs, random);
      halfPlaces(builder, pairs, random);
      return builder.build();
    }
  };

  private static final int OF_A_PROVIDER = 10;
  private static final int SCHOOLS = 10;
  private static final int LANGUAGES = 3;
  private static final int DAYS = 5;
  private static final int HOURS = 6;

  private final double placesALearner;

  HardCity(double placesALearner) {
    this.placesALearner = placesALearner;
  }

  abstract HardProblem problem(AllocationProblem pairs, SplittableRandom random);

  HardProblem problem(int learners, long seed) {
    Instance instance = Generator.city(name(), learners, placesALearner, seed);
    AllocationProblem pairs =
        instance.problem(Instance.ids("l", learners), Instance.ids("o", instance.places().length));
    return problem(pairs, new SplittableRandom(seed));
  }

  private static void atLeast(HardProblemBuilder builder, AllocationProblem pairs, int percent) {
    for (int j = 0; j < pairs.opportunityCount(); j++) {
      builder.atLeastOrNone(pairs.opportunities().get(j), (pairs.places(j) * percent + 99) / 100);
    }
  }

  /** Friends and classmates have the same favourite: they share most of what is around them. */
  private static void together(
      HardProblemBuilder builder, AllocationProblem pairs, SplittableRandom random) {
    TreeMap<Integer, List<String>> byFavourite = new TreeMap<>();
    for (int i = 0; i < pairs.learnerCount(); i++) {
      byFavourite
          .computeIfAbsent(favourite(pairs, i), unused -> new ArrayList<>())
          .add(pairs.learners().get(i));
    }
    int units = 0;
    for (List<String> alike : byFavourite.values()) {
      int at = 0;
      while (at < alike.size()) {
        int dice = random.nextInt(100);
        // Of 100 draws 81 are single, 17 friends, 2 a class: of 148 learners 51 and 16.
        int size = dice < 81 ? 1 : dice < 98 ? 2 + random.nextInt(3) : 8;
        size = Math.min(size, alike.size() - at);
        if (size > 1) {
          builder.together("unit" + units++, alike.subList(at, at + size));
        }
        at += size;
      }
    }
  }

  private static int favourite(AllocationProblem pairs, int learner) {
    return IntStream.range(pairs.start(learner), pairs.start(learner + 1))
        .boxed()
        .max(Comparator.comparingInt(pairs::affinityOf))
        .map(pairs::opportunityOf)
        .orElse(-1);
  }

  private static void halfPlaces(
      HardProblemBuilder builder, AllocationProblem pairs, SplittableRandom random) {
    builder.partsOfAPlace(2);
    for (String each : pairs.learners()) {
      int dice = random.nextInt(10);
      builder.takes(each, dice < 4 ? 1 : dice < 9 ? 2 : 3);
    }
  }

  private static void hours(
      QuotaProblem.Builder builder, AllocationProblem pairs, SplittableRandom random) {
    for (String each : pairs.opportunities()) {
      int day = random.nextInt(DAYS);
      int length = 1 + random.nextInt(3);
      int from = random.nextInt(HOURS - length + 1);
      Set<String> slots = new TreeSet<>();
      for (int hour = from; hour < from + length; hour++) {
        slots.add("day " + day + " hour " + hour);
      }
      builder.slots(each, slots);
    }
  }

  private static void crossing(
      QuotaProblem.Builder builder, AllocationProblem pairs, SplittableRandom random) {
    List<List<String>> schools = groups(pairs, SCHOOLS, random);
    List<List<String>> languages = groups(pairs, LANGUAGES, random);
    for (int s = 0; s < SCHOOLS; s++) {
      builder.learners("school " + s, schools.get(s));
    }
    for (int g = 0; g < LANGUAGES; g++) {
      builder.learners("language " + g, languages.get(g));
      for (int j = 0; j < pairs.opportunityCount(); j++) {
        builder.quota(
            Quota.of(
                "language " + g + " at " + j,
                "language " + g,
                pairs.opportunities().get(j),
                (pairs.places(j) + 1) / 2));
      }
    }
    for (int j = 0; j < pairs.opportunityCount(); j += OF_A_PROVIDER) {
      int until = Math.min(j + OF_A_PROVIDER, pairs.opportunityCount());
      int places = IntStream.range(j, until).map(pairs::places).sum();
      builder.opportunities("provider " + j, pairs.opportunities().subList(j, until));
      for (int s = 0; s < SCHOOLS; s++) {
        builder.quota(
            Quota.of(
                "school " + s + " with " + j,
                "school " + s,
                "provider " + j,
                (places * 13 + 99) / 100));
      }
    }
  }

  private static List<List<String>> groups(
      AllocationProblem pairs, int count, SplittableRandom random) {
    List<List<String>> groups = new ArrayList<>();
    IntStream.range(0, count).forEach(g -> groups.add(new ArrayList<>()));
    int[] drawn = random.ints(pairs.learnerCount(), 0, count).toArray();
    for (int i = 0; i < drawn.length; i++) {
      groups.get(drawn[i]).add(pairs.learners().get(i));
    }
    return groups;
  }

  /** The name as a table shows it. */
  String told() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
