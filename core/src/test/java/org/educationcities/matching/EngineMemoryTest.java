package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The memory that {@link BestTotal} states, counted array by array. */
class EngineMemoryTest {
  private static final int LEARNERS = 6000;
  private static final int OPPORTUNITIES = 300;
  private static final int PLACES = 19;

  @Test
  void theEngineKeepsToTheBytesItStates() {
    AllocationProblem problem = city(20);

    assertThat(bytesBesides(problem))
        .isLessThanOrEqualTo(
            16L * problem.pairCount() + 100L * LEARNERS + 12L * OPPORTUNITIES * PLACES);
  }

  @Test
  void aFurtherCandidateCostsSixteenBytes() {
    AllocationProblem few = city(10);
    AllocationProblem many = city(30);
    double more = bytesBesides(many) - bytesBesides(few);

    // Lists of holders grow with how a solution was found, by some hundred bytes.
    assertThat(more / (many.pairCount() - few.pairCount())).isBetween(15.9, 16.1);
  }

  /** All that is alive at once where most is: the session, the auction and the result. */
  private static long bytesBesides(AllocationProblem problem) {
    Neighbourhoods renumbered = new Neighbourhoods(problem);
    int[] fromSample = SampledAuction.prices(renumbered.problem, Stop.NEVER);
    CandidatesByOpportunity candidates = new CandidatesByOpportunity(renumbered.problem);
    ExactSolver solver = new ExactSolver(renumbered.problem, candidates, Stakes.NONE, Stop.NEVER);
    Auction auction = new Auction(renumbered.problem, candidates, 1, Stop.NEVER);
    auction.runFrom(fromSample);
    int[] placements = auction.placements();
    solver.takeOver(auction.prices(), placements);
    long[] prices = solver.smallestPrices();
    Allocation found =
        new Allocation(
            problem,
            renumbered.placements(solver.placements()),
            new Certificate(prices, solver.surplusesUnder(prices)));
    long waiting = 4L * problem.learnerCount();
    return bytes(problem, renumbered, candidates, solver, auction, prices, found) + waiting;
  }

  /** The arrays that are reached from some objects and not from another one. */
  private static long bytes(Object besides, Object... roots) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    walk(besides, seen);
    long bytes = 0;
    for (Object root : roots) {
      bytes += walk(root, seen);
    }
    return bytes;
  }

  private static long walk(Object root, Set<Object> seen) {
    Deque<Object> open = new ArrayDeque<>();
    open.add(root);
    long bytes = 0;
    while (!open.isEmpty()) {
      Object each = open.remove();
      if (!seen.add(each)) {
        continue;
      }
      Class<?> type = each.getClass();
      if (type.isArray()) {
        bytes += 16 + (long) Array.getLength(each) * widthOf(type.getComponentType());
        if (each instanceof Object[] parts) {
          Arrays.stream(parts).filter(part -> part != null).forEach(open::add);
        }
      } else if (type.getName().startsWith("org.educationcities")) {
        for (Field field : type.getDeclaredFields()) {
          Object value = valueOf(field, each);
          if (value != null && !Modifier.isStatic(field.getModifiers())) {
            open.add(value);
          }
        }
      }
    }
    return bytes;
  }

  private static @Nullable Object valueOf(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.getType().isPrimitive() ? null : field.get(owner);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static int widthOf(Class<?> type) {
    if (type == long.class || type == double.class) {
      return 8;
    }
    return type == boolean.class || type == byte.class ? 1 : 4;
  }

  private static AllocationProblem city(int candidates) {
    SplittableRandom random = new SplittableRandom(candidates);
    int[] places = new int[OPPORTUNITIES];
    Arrays.fill(places, PLACES);
    int[] start = IntStream.rangeClosed(0, LEARNERS).map(i -> i * candidates).toArray();
    int[] opportunityOf = new int[LEARNERS * candidates];
    int[] affinityOf = random.ints(opportunityOf.length, 1, 1001).toArray();
    for (int i = 0; i < LEARNERS; i++) {
      int[] own = random.ints(0, OPPORTUNITIES).distinct().limit(candidates).sorted().toArray();
      System.arraycopy(own, 0, opportunityOf, start[i], candidates);
    }
    return AllocationProblem.of(
        IntStream.range(0, LEARNERS).mapToObj(i -> "l" + i).toList(),
        IntStream.range(0, OPPORTUNITIES).mapToObj(j -> "o" + j).toList(),
        places,
        start,
        opportunityOf,
        affinityOf);
  }
}
