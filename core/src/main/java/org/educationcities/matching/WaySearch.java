package org.educationcities.matching;

/**
 * The state of one search for a shortest way among opportunities (Dijkstra 1959), cleared in no
 * time: what an earlier search left is recognised by its number.
 */
final class WaySearch {
  /** By opportunity, valid where it was seen in this search. */
  final long[] distance;

  final int[] cameFrom;
  final int[] toward;
  final boolean[] done;

  /** The opportunities seen in this search, in the order they were. */
  final int[] touched;

  int touchedCount;

  /** The distance of the nearest free place seen, beyond which nothing need be reached. */
  long nearestFree;

  final OpportunityHeap heap;
  private final int[] seen;
  private int search;

  WaySearch(int opportunities) {
    this.distance = new long[opportunities];
    this.cameFrom = new int[opportunities];
    this.toward = new int[opportunities];
    this.done = new boolean[opportunities];
    this.touched = new int[opportunities];
    this.seen = new int[opportunities];
    this.heap = new OpportunityHeap(opportunities, distance);
  }

  /** Begins another search, asking now and then whether to stop. */
  void begin(Stop stop) {
    if ((++search & 0xFF) == 0) {
      stop.check();
    }
    touchedCount = 0;
    nearestFree = Long.MAX_VALUE;
    heap.clear();
  }

  /** An opportunity is reached, by a learner, on the way to another opportunity. */
  void reach(int j, long reached, int by, int to) {
    if (seen[j] != search) {
      seen[j] = search;
      done[j] = false;
      distance[j] = reached;
      cameFrom[j] = by;
      toward[j] = to;
      touched[touchedCount++] = j;
      heap.add(j);
    } else if (!done[j] && reached < distance[j]) {
      distance[j] = reached;
      cameFrom[j] = by;
      toward[j] = to;
      heap.rose(j);
    }
  }
}
