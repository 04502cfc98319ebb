package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The checker's own reckoning of the bound that multipliers give, straight from {@link HardBound}'s
 * words. Shares no code with the search; throws ArithmeticException where a long does not hold it.
 */
final class HardBoundCheck {
  /** A knapsack up to so many entries is solved; a larger one is bounded by a price. */
  private static final long TABLE = 4_000_000;

  /** Steps for the choice of one unit; far more than the search allows itself. */
  private static final int STEPS = 400_000;

  private final HardProblem problem;
  private final HardBound multipliers;
  private final long[] quotaCost;
  private int steps;

  private HardBoundCheck(HardProblem problem, HardBound multipliers) {
    this.problem = problem;
    this.multipliers = multipliers;
    this.quotaCost = new long[problem.pairCount()];
  }

  static Optional<String> flaw(HardProblem problem, HardBound multipliers, long claimed) {
    for (int q = 0; q < problem.quotas().quotas().size(); q++) {
      if (multipliers.quotaPrice(q) < 0 && problem.quotas().quotas().get(q).least() == 0) {
        return Optional.of("Quota " + q + " has a price below 0 and no lower bound.");
      }
    }
    for (int l = 0; l < problem.limits().size(); l++) {
      if (multipliers.limitPrice(l) < 0) {
        return Optional.of("Limit " + l + " has a price below 0.");
      }
    }
    long shown = new HardBoundCheck(problem, multipliers).bound();
    // A value is whole, so only whole points of the bound count.
    return Math.floorDiv(shown, (long) HardBound.SCALE) > claimed
        ? Optional.of("The multipliers show " + shown + " / 1024 only, not " + claimed + ".")
        : Optional.empty();
  }

  private long bound() {
    long sum = 0;
    for (int q = 0; q < problem.quotas().quotas().size(); q++) {
      Quota quota = problem.quotas().quotas().get(q);
      long price = multipliers.quotaPrice(q);
      long count = price < 0 ? quota.least() : quota.most();
      sum = Math.addExact(sum, Math.multiplyExact(price, count));
    }
    long[] charge = new long[problem.quotas().pairs().opportunityCount()];
    for (int j = 0; j < charge.length; j++) {
      charge[j] = Math.multiplyExact(problem.openingCost(j), (long) HardBound.SCALE);
    }
    for (int l = 0; l < problem.limits().size(); l++) {
      long price = multipliers.limitPrice(l);
      sum = Math.addExact(sum, Math.multiplyExact(price, (long) problem.limits().get(l).most()));
      for (int j : problem.limited(l)) {
        charge[j] = Math.addExact(charge[j], price);
      }
    }
    addQuotaCosts();
    List<List<Item>> at = new ArrayList<>();
    IntStream.range(0, charge.length).forEach(j -> at.add(new ArrayList<>()));
    for (int u = 0; u < problem.unitCount(); u++) {
      sum = Math.addExact(sum, bestOfUnit(u, at));
    }
    for (int j = 0; j < charge.length; j++) {
      sum = Math.addExact(sum, bestOfPlace(j, at.get(j), charge[j]));
    }
    return sum;
  }

  /** By pair: what all quotas it is under take, for as many of its learners as each is about. */
  private void addQuotaCosts() {
    int[] unitOf = new int[problem.quotas().pairs().learnerCount()];
    for (int u = 0; u < problem.unitCount(); u++) {
      for (int i : problem.learnersOf(u)) {
        unitOf[i] = u;
      }
    }
    int[][] pairsAt = pairsByOpportunity();
    int[] unitOfPair = unitsByPair();
    for (int q = 0; q < problem.quotas().quotas().size(); q++) {
      Quota quota = problem.quotas().quotas().get(q);
      int[] learners = problem.quotas().learnersOf(quota);
      int[] opportunities = problem.quotas().opportunitiesOf(quota);
      int[] about = new int[problem.unitCount()];
      if (learners == null) {
        Arrays.setAll(about, problem::size);
      } else {
        Arrays.stream(learners).forEach(i -> about[unitOf[i]]++);
      }
      int[] places =
          opportunities == null ? IntStream.range(0, pairsAt.length).toArray() : opportunities;
      for (int j : places) {
        for (int e : pairsAt[j]) {
          long cost = Math.multiplyExact(multipliers.quotaPrice(q), (long) about[unitOfPair[e]]);
          quotaCost[e] = Math.addExact(quotaCost[e], cost);
        }
      }
    }
  }

  private int[] unitsByPair() {
    int[] unitOf = new int[problem.pairCount()];
    for (int u = 0; u < problem.unitCount(); u++) {
      Arrays.fill(unitOf, problem.start(u), problem.start(u + 1), u);
    }
    return unitOf;
  }

  private int[][] pairsByOpportunity() {
    int[] count = new int[problem.quotas().pairs().opportunityCount()];
    for (int e = 0; e < problem.pairCount(); e++) {
      count[problem.opportunityOf(e)]++;
    }
    int[][] pairs = Arrays.stream(count).mapToObj(int[]::new).toArray(int[][]::new);
    for (int e = 0; e < problem.pairCount(); e++) {
      int j = problem.opportunityOf(e);
      pairs[j][--count[j]] = e;
    }
    return pairs;
  }

  /** The best set of a unit's pairs; hands every opportunity its share on the way. */
  private long bestOfUnit(int unit, List<List<Item>> at) {
    long fixed = 0;
    int left = problem.mostOf(unit);
    List<Integer> taken = new ArrayList<>();
    List<Item> free = new ArrayList<>();
    for (int e = problem.start(unit); e < problem.start(unit + 1); e++) {
      long share = multipliers.placeValue(e);
      long affinity = Math.multiplyExact(problem.affinityOf(e), (long) HardBound.SCALE);
      long own = Math.subtractExact(Math.subtractExact(affinity, share), quotaCost[e]);
      int j = problem.opportunityOf(e);
      at.get(j)
          .add(new Item(j, share, problem.takesOf(unit), problem.size(unit), problem.isFixed(e)));
      if (problem.isFixed(e)) {
        fixed = Math.addExact(fixed, own);
        taken.add(j);
        left--;
      } else if (own > 0) {
        free.add(new Item(j, own, 0, 0, false));
      }
    }
    free.removeIf(item -> taken.stream().anyMatch(j -> problem.clash(j, item.opportunity)));
    free.sort(Comparator.comparingLong((Item item) -> item.value).reversed());
    if (left <= 0) {
      return fixed;
    }
    steps = 0;
    long best = choose(free, 0, left, 0, 0, new ArrayList<>());
    return Math.addExact(fixed, steps > STEPS ? firstOf(free, 0, left) : best);
  }

  /** The best of all sets without a clash, those that cannot be better left aside. */
  private long choose(
      List<Item> free, int next, int left, long sum, long best, List<Integer> taken) {
    long most = Math.max(best, sum);
    for (int k = next; k < free.size() && left > 0 && ++steps <= STEPS; k++) {
      if (Math.addExact(sum, firstOf(free, k, left)) <= most) {
        break;
      }
      Item item = free.get(k);
      if (taken.stream().noneMatch(j -> problem.clash(j, item.opportunity))) {
        taken.add(item.opportunity);
        most = choose(free, k + 1, left - 1, Math.addExact(sum, item.value), most, taken);
        taken.remove(taken.size() - 1);
      }
    }
    return most;
  }

  private static long firstOf(List<Item> items, int from, int count) {
    long sum = 0;
    for (int k = from; k < Math.min(items.size(), (long) from + count); k++) {
      sum = Math.addExact(sum, items.get(k).value);
    }
    return sum;
  }

  /** The best that fits, less the charge, or nothing; where somebody is fixed it has to open. */
  private long bestOfPlace(int j, List<Item> items, long charge) {
    long fixed = 0;
    long room = problem.capacity(j);
    long needed = problem.atLeastOrNone(j);
    boolean isForced = false;
    List<Item> free = new ArrayList<>();
    for (Item item : items) {
      if (item.isFixed) {
        fixed = Math.addExact(fixed, item.value);
        room -= item.parts;
        needed -= item.learners;
        isForced = true;
      } else {
        free.add(item);
      }
    }
    Knapsack sack = new Knapsack(free, room, Math.max(0, needed), problem.atLeastOrNone(j));
    long open = sack.best(items.size(), problem.capacity(j), TABLE);
    if (open == Knapsack.IMPOSSIBLE) {
      return 0;
    }
    long whole = Math.subtractExact(Math.addExact(fixed, open), charge);
    return isForced ? whole : Math.max(0, whole);
  }

  /** A pair as one side sees it. */
  record Item(int opportunity, long value, int parts, int learners, boolean isFixed) {}

  /** One opportunity's own problem. */
  private record Knapsack(List<Item> items, long room, long needed, int least) {
    static final long IMPOSSIBLE = Long.MIN_VALUE;

    long best(int pairs, int capacity, long table) {
      if (areAlike()) {
        return alike();
      }
      long parts = items.stream().mapToLong(Item::parts).sum();
      boolean isProportional =
          items.stream()
              .allMatch(
                  item ->
                      (long) item.parts * items.get(0).learners
                          == (long) items.get(0).parts * item.learners);
      long loads = Math.min(parts, Math.min(capacity, room)) + 1;
      long width = isProportional || least == 0 ? 1 : least + 1L;
      if (loads > table || width > table || loads * width > table / pairs) {
        return byPrice();
      }
      return byTable((int) loads - 1, isProportional);
    }

    private boolean areAlike() {
      return items.stream()
          .allMatch(
              item -> item.parts == items.get(0).parts && item.learners == items.get(0).learners);
    }

    private long alike() {
      long[] values = items.stream().mapToLong(Item::value).sorted().toArray();
      long most = items.isEmpty() ? 0 : Math.min(items.size(), room / items.get(0).parts);
      long sum = 0;
      long had = 0;
      for (int k = 0; k < most; k++) {
        long value = values[values.length - 1 - k];
        if (value <= 0 && had >= needed) {
          break;
        }
        sum = Math.addExact(sum, value);
        had += items.get(0).learners;
      }
      return had < needed ? IMPOSSIBLE : sum;
    }

    /** Item by item: the best sum for every load and number of learners up to what is needed. */
    private long byTable(int room, boolean isProportional) {
      int wanted = isProportional ? 0 : (int) needed;
      long[][] best = new long[room + 1][wanted + 1];
      for (long[] row : best) {
        Arrays.fill(row, IMPOSSIBLE);
      }
      best[0][0] = 0;
      for (Item item : items) {
        for (int load = room - item.parts; load >= 0; load--) {
          for (int had = wanted; had >= 0; had--) {
            if (best[load][had] != IMPOSSIBLE) {
              int to = (int) Math.min(wanted, (long) had + item.learners);
              long sum = Math.addExact(best[load][had], item.value);
              best[load + item.parts][to] = Math.max(best[load + item.parts][to], sum);
            }
          }
        }
      }
      long most = IMPOSSIBLE;
      for (int load = 0; load <= room; load++) {
        boolean isEnough =
            !isProportional
                || items.isEmpty()
                || (long) load * items.get(0).learners >= needed * items.get(0).parts;
        most = isEnough ? Math.max(most, best[load][wanted]) : most;
      }
      return most;
    }

    /** The least, over whole prices of a part, of the room's price and what is worth more. */
    private long byPrice() {
      long low = 0;
      long high = items.stream().mapToLong(Item::value).max().orElse(0);
      while (low < high) {
        long middle = low + (high - low) / 2;
        if (at(middle) <= at(middle + 1)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return at(low);
    }

    /** At most what a long holds; a product beyond it is at a price far too high. */
    private long at(long price) {
      if (Math.multiplyHigh(price, room) != 0 || price * room < 0) {
        return Long.MAX_VALUE;
      }
      long sum = price * room;
      for (Item item : items) {
        if (item.value > 0 && (item.value - 1) / item.parts >= price) {
          sum = Math.addExact(sum, item.value - price * item.parts);
        }
      }
      return sum;
    }
  }
}
