package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.DoubleStream;

/**
 * Finds each learner's best eligible opportunities without looking at all pairs: by a grid over the
 * plane, whose cells know which topics are taught there. The same grid answers, for given prices,
 * whether any pair is worth more than the learner has. Time: learners times what lies within their
 * reach and meets their topics. Thread-safe; any number of parts gives the same result.
 */
public final class CandidateSearch {
  private static final int IN_A_CELL = 8;

  final CandidateCity city;
  private final double size;
  private final double minX;
  private final double minY;
  private final int columns;
  private final int rows;

  /** The cell, after all others, of what is nowhere in particular: it is looked at for everyone. */
  private final int nowhere;

  private final int[] cellStart;
  private final int[] inCell;
  private final long[] cellTopics;
  private final double widest;

  /** Lays the grid. Linear in opportunities. */
  public CandidateSearch(CandidateCity city) {
    this.city = city;
    int m = city.opportunities.size();
    this.minX = somewhere(city.opportunityX).min().orElse(0);
    this.minY = somewhere(city.opportunityY).min().orElse(0);
    double width = somewhere(city.opportunityX).max().orElse(0) - minX;
    double height = somewhere(city.opportunityY).max().orElse(0) - minY;
    int across = Math.max(1, (int) Math.sqrt(m / (double) IN_A_CELL));
    this.widest = Math.max(width, height);
    this.size = Math.max(widest / across, Double.MIN_NORMAL);
    this.columns = (int) Math.min(across, width / size) + 1;
    this.rows = (int) Math.min(across, height / size) + 1;
    this.nowhere = columns * rows;
    this.cellStart = new int[nowhere + 2];
    this.inCell = new int[m];
    this.cellTopics = new long[nowhere + 1];
    int[] cellOf = new int[m];
    for (int j = 0; j < m; j++) {
      cellOf[j] =
          Double.isNaN(city.opportunityX[j] + city.opportunityY[j])
              ? nowhere
              : row(city.opportunityY[j]) * columns + column(city.opportunityX[j]);
      cellStart[cellOf[j] + 1]++;
      cellTopics[cellOf[j]] |= city.opportunityTopics[j];
    }
    for (int c = 0; c < cellTopics.length; c++) {
      cellStart[c + 1] += cellStart[c];
    }
    int[] at = Arrays.copyOf(cellStart, cellTopics.length);
    for (int j = 0; j < m; j++) {
      inCell[at[cellOf[j]]++] = j;
    }
  }

  private static DoubleStream somewhere(double[] positions) {
    return Arrays.stream(positions).filter(each -> !Double.isNaN(each));
  }

  private int column(double x) {
    return clamp((x - minX) / size, columns);
  }

  private int row(double y) {
    return clamp((y - minY) / size, rows);
  }

  private static int clamp(double at, int end) {
    return (int) Math.max(0, Math.min(end - 1, Math.floor(at)));
  }

  /**
   * Each learner's best eligible opportunities, as a problem: by affinity, of equal ones those of
   * lower number.
   *
   * @param most how many a learner, at least 1
   * @param executor runs the parts
   * @param parts how many pieces the work is cut into, at least 1; the result does not depend on it
   */
  public AllocationProblem best(int most, Executor executor, int parts) {
    if (most < 1 || parts < 1) {
      throw new IllegalArgumentException(
          "At least one candidate and one part, not " + most + " and " + parts + ".");
    }
    int n = city.learners.size();
    int[][] opportunityOf = new int[parts][];
    int[][] affinityOf = new int[parts][];
    int[] counts = new int[n];
    inParts(
        executor,
        parts,
        part -> {
          int from = (int) ((long) n * part / parts);
          int to = (int) ((long) n * (part + 1) / parts);
          BestCandidates found = new BestCandidates(most, to - from);
          for (int i = from; i < to; i++) {
            found.begin();
            visit(i, found);
            counts[i] = found.end();
          }
          opportunityOf[part] = found.opportunities();
          affinityOf[part] = found.affinities();
        });
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      start[i + 1] = Math.addExact(start[i], counts[i]);
    }
    return AllocationProblem.of(
        city.learners,
        city.opportunities,
        city.places,
        start,
        joined(opportunityOf, start[n]),
        joined(affinityOf, start[n]));
  }

  /**
   * By learner, the eligible opportunity that the allocation's prices leave most for, where that is
   * more than the learner has; else -1. If there is none at all, the allocation is best over all
   * eligible pairs, listed or not.
   */
  public int[] improving(Allocation allocation, Executor executor, int parts) {
    int n = city.learners.size();
    long[] cheapest = new long[cellTopics.length];
    long[] prices = new long[city.opportunities.size()];
    Arrays.fill(cheapest, Long.MAX_VALUE);
    for (int c = 0; c < cheapest.length; c++) {
      for (int k = cellStart[c]; k < cellStart[c + 1]; k++) {
        prices[inCell[k]] = allocation.price(inCell[k]);
        cheapest[c] = Math.min(cheapest[c], prices[inCell[k]]);
      }
    }
    int[] better = new int[n];
    inParts(
        executor,
        parts,
        part -> {
          int to = (int) ((long) n * (part + 1) / parts);
          for (int i = (int) ((long) n * part / parts); i < to; i++) {
            BestByPrice best = new BestByPrice(prices, cheapest, allocation.surplus(i));
            visit(i, best);
            better[i] = best.opportunity;
          }
        });
    return better;
  }

  /** The affinity of a pair that may be chosen, or 0. */
  public int eligibleAffinity(int learner, int opportunity) {
    return exclusions(learner, opportunity).isEmpty() ? points(learner, opportunity) : 0;
  }

  /** Why a pair is no candidate, whatever its rank: codes of rules, in a stable order. */
  public List<String> exclusions(int learner, int opportunity) {
    List<String> codes = new ArrayList<>();
    if (!isWithinReach(learner, opportunity)) {
      codes.add("distance");
    }
    for (PairRule rule : city.rules) {
      if (!rule.allows().test(learner, opportunity)) {
        codes.add(rule.code());
      }
    }
    if ((city.learnerTopics[learner] & city.opportunityTopics[opportunity]) == 0
        || city.affinity.points(learner, opportunity) == 0) {
      codes.add("nothing-to-learn");
    }
    return codes;
  }

  private boolean isWithinReach(int learner, int opportunity) {
    double dx = city.learnerX[learner] - city.opportunityX[opportunity];
    double dy = city.learnerY[learner] - city.opportunityY[opportunity];
    // What is nowhere is at NaN, which is beyond no reach.
    return !(dx * dx + dy * dy > city.reach[learner] * city.reach[learner]);
  }

  /** What is done with the eligible pairs of a learner. */
  private interface Visitor {
    /** Whether nothing in this cell can matter. */
    boolean skips(int cell);

    void take(int opportunity, int affinity);
  }

  private void visit(int i, Visitor visitor) {
    double x = city.learnerX[i];
    double y = city.learnerY[i];
    double reach =
        Math.min(city.reach[i], 4 * (widest + Math.abs(x - minX) + Math.abs(y - minY)) + 1);
    int left = column(x - reach);
    int right = column(x + reach);
    int bottom = row(y - reach);
    int top = row(y + reach);
    long topics = city.learnerTopics[i];
    for (int r = bottom; r <= top; r++) {
      for (int c = r * columns + left; c <= r * columns + right; c++) {
        visit(i, c, topics, visitor);
      }
    }
    visit(i, nowhere, topics, visitor);
  }

  private void visit(int i, int cell, long topics, Visitor visitor) {
    if ((cellTopics[cell] & topics) == 0 || visitor.skips(cell)) {
      return;
    }
    for (int k = cellStart[cell]; k < cellStart[cell + 1]; k++) {
      int j = inCell[k];
      if ((city.opportunityTopics[j] & topics) != 0 && isWithinReach(i, j) && isAllowed(i, j)) {
        int affinity = points(i, j);
        if (affinity > 0) {
          visitor.take(j, affinity);
        }
      }
    }
  }

  private int points(int i, int j) {
    int points = city.affinity.points(i, j);
    if (points > PairAffinity.GREATEST) {
      throw new IllegalStateException(
          "An affinity is "
              + points
              + ", above "
              + PairAffinity.GREATEST
              + ".\nMaybe the formula given to the city is scaled otherwise.");
    }
    return points;
  }

  private boolean isAllowed(int i, int j) {
    for (int r = 0; r < city.rules.size(); r++) {
      if (!city.rules.get(r).allows().test(i, j)) {
        return false;
      }
    }
    return true;
  }

  private interface Part {
    void run(int part);
  }

  private static void inParts(Executor executor, int parts, Part work) {
    CompletableFuture<?>[] running = new CompletableFuture<?>[parts];
    for (int part = 0; part < parts; part++) {
      int own = part;
      running[part] = CompletableFuture.runAsync(() -> work.run(own), executor);
    }
    CompletableFuture.allOf(running).join();
  }

  private static int[] joined(int[][] pieces, int length) {
    int[] all = new int[length];
    int at = 0;
    for (int[] each : pieces) {
      System.arraycopy(each, 0, all, at, each.length);
      at += each.length;
    }
    return all;
  }

  /** Keeps the best of each learner in turn. */
  private static final class BestCandidates implements Visitor {
    private final int most;
    private final long[] heap;
    private int size;
    private int[] opportunities;
    private int[] affinities;
    private int count;

    BestCandidates(int most, int learners) {
      this.most = most;
      this.heap = new long[most];
      int room = (int) Math.min(1 << 28, (long) learners * Math.min(most, 8) + 16);
      this.opportunities = new int[room];
      this.affinities = new int[room];
    }

    void begin() {
      size = 0;
    }

    @Override
    public boolean skips(int cell) {
      return false;
    }

    /**
     * Greater is better: by affinity, then by lower number; a heap by the worst once it is full.
     */
    @Override
    public void take(int opportunity, int affinity) {
      long rank = ((long) affinity << 32) | (Integer.MAX_VALUE - opportunity);
      if (size < most) {
        heap[size++] = rank;
        if (size == most) {
          Arrays.sort(heap);
        }
        return;
      }
      if (rank <= heap[0]) {
        return;
      }
      int at = 0;
      for (int child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && heap[child + 1] < heap[child]) {
          child++;
        }
        if (heap[child] >= rank) {
          break;
        }
        heap[at] = heap[child];
        at = child;
      }
      heap[at] = rank;
    }

    int end() {
      for (int k = 0; k < size; k++) {
        long opportunity = Integer.MAX_VALUE - (heap[k] & 0xFFFFFFFFL);
        heap[k] = (opportunity << 32) | (heap[k] >>> 32);
      }
      Arrays.sort(heap, 0, size);
      if (count + size > opportunities.length) {
        int room = Math.max(count + size, opportunities.length + (opportunities.length >> 1));
        opportunities = Arrays.copyOf(opportunities, room);
        affinities = Arrays.copyOf(affinities, room);
      }
      for (int k = 0; k < size; k++) {
        opportunities[count] = (int) (heap[k] >>> 32);
        affinities[count++] = (int) heap[k];
      }
      return size;
    }

    int[] opportunities() {
      return Arrays.copyOf(opportunities, count);
    }

    int[] affinities() {
      return Arrays.copyOf(affinities, count);
    }
  }

  /**
   * The pair that the prices leave most for; a cell is skipped where its cheapest place rules it
   * out.
   */
  private static final class BestByPrice implements Visitor {
    private final long[] prices;
    private final long[] cheapest;
    private long most;
    private int opportunity = -1;

    BestByPrice(long[] prices, long[] cheapest, long surplus) {
      this.prices = prices;
      this.cheapest = cheapest;
      this.most = surplus;
    }

    @Override
    public boolean skips(int cell) {
      return cheapest[cell] >= PairAffinity.GREATEST - most;
    }

    @Override
    public void take(int j, int affinity) {
      long left = affinity - prices[j];
      if (left > most) {
        most = left;
        opportunity = j;
      }
    }
  }
}
