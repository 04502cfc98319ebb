package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Markets for tests: drawn from a seed, degenerate ones included. */
final class Markets {
  private Markets() {}

  /** What a market may have. */
  enum Kind {
    PLAIN,
    SEVERAL_PLACEMENTS,
    RESERVED,
    PROVIDERS,
    EVERYTHING
  }

  static StableProblem any(Random random, Kind kind, int learners, int opportunities, int choices) {
    boolean several = kind == Kind.SEVERAL_PLACEMENTS || kind == Kind.EVERYTHING;
    boolean reserved = kind == Kind.RESERVED || (kind == Kind.EVERYTHING && random.nextBoolean());
    boolean providers = kind == Kind.PROVIDERS || (kind == Kind.EVERYTHING && !reserved);
    StableProblemBuilder builder = StableProblem.builder();
    int slots = several ? random.nextInt(4) : 0;
    int[] places = new int[opportunities];
    for (int o = 0; o < opportunities; o++) {
      places[o] = random.nextInt(5) == 0 ? random.nextInt(4) : 1 + random.nextInt(2);
      if (slots == 0) {
        builder.opportunity("o" + o, places[o]);
      } else {
        builder.opportunity("o" + o, places[o], "slot-" + random.nextInt(slots));
      }
      if (reserved && random.nextInt(4) > 0) {
        builder.reserve(seats(random, o, places[o]));
      }
    }
    if (providers) {
      List<String> one = new ArrayList<>();
      List<String> two = new ArrayList<>();
      for (int o = 0; o < opportunities; o++) {
        int whose = random.nextInt(4);
        if (whose < 2) {
          one.add("o" + o);
        } else if (whose == 2) {
          two.add("o" + o);
        }
      }
      builder.provider("p1", 1 + random.nextInt(3), one).provider("p2", random.nextInt(3), two);
    }
    int ranks = 1 + random.nextInt(4);
    // Places that put those first who want them least have several stable matchings most often.
    boolean contrary = random.nextInt(3) > 0;
    int left = choices;
    for (int i = 0; i < learners; i++) {
      List<Integer> order = new ArrayList<>();
      for (int o = 0; o < opportunities; o++) {
        order.add(o);
      }
      Collections.shuffle(order, random);
      int fair = Math.max(1, choices / Math.max(1, learners));
      int count =
          Math.min(Math.min(left, fair + random.nextInt(2)), random.nextInt(2 * opportunities + 1));
      count = Math.min(count, opportunities);
      left -= count;
      List<StableLearner.Choice> list = new ArrayList<>();
      for (int o : order.subList(0, count)) {
        int priority = contrary ? list.size() : random.nextInt(ranks) - 1;
        list.add(new StableLearner.Choice("o" + o, priority));
      }
      Set<String> groups = new HashSet<>();
      for (int g = 0; g < 3; g++) {
        if (random.nextInt(3) == 0) {
          groups.add("g" + g);
        }
      }
      int most = several ? 1 + random.nextInt(3) : 1;
      builder.learner(new StableLearner("l" + i, most, list, groups));
    }
    if (kind == Kind.EVERYTHING && learners > 0 && random.nextBoolean()) {
      builder.fix("l" + random.nextInt(learners), "o" + random.nextInt(opportunities));
      try {
        return builder.build();
      } catch (IllegalArgumentException noSeatForIt) {
        return any(random, kind, learners, opportunities, choices);
      }
    }
    return builder.build();
  }

  private static ReservedSeats seats(Random random, int opportunity, int places) {
    List<ReservedSeats.Block> blocks = new ArrayList<>();
    int left = places;
    while (left > 0) {
      int seats = 1 + random.nextInt(left);
      int group = random.nextInt(4);
      blocks.add(new ReservedSeats.Block(group == 3 ? ReservedSeats.EVERYONE : "g" + group, seats));
      left -= seats;
    }
    return new ReservedSeats(
        "o" + opportunity,
        blocks,
        random.nextBoolean()
            ? ReservedSeats.Unfilled.GO_TO_ANYONE
            : ReservedSeats.Unfilled.STAY_FREE);
  }

  static Lottery lottery(Random random) {
    String seed = "seed " + random.nextInt();
    return random.nextBoolean() ? Lottery.single(seed) : Lottery.perOpportunity(seed);
  }
}
