package org.educationcities.matching;

/**
 * A binary heap of opportunities by an array of distances, with decrease-key; ties by number, so
 * that results repeat.
 */
final class OpportunityHeap {
  private final long[] distance;
  private final int[] heap;
  private final int[] position;
  private int size;

  OpportunityHeap(int capacity, long[] distance) {
    this.distance = distance;
    this.heap = new int[capacity];
    this.position = new int[capacity];
  }

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int peek() {
    return heap[0];
  }

  void add(int opportunity) {
    heap[size] = opportunity;
    position[opportunity] = size;
    up(size++);
  }

  /** An opportunity that is in the heap has come nearer. */
  void rose(int opportunity) {
    up(position[opportunity]);
  }

  void poll() {
    int last = heap[--size];
    if (size > 0) {
      heap[0] = last;
      position[last] = 0;
      down();
    }
  }

  private boolean isBefore(int a, int b) {
    return distance[a] < distance[b] || (distance[a] == distance[b] && a < b);
  }

  private void up(int from) {
    int at = from;
    int moving = heap[at];
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!isBefore(moving, heap[parent])) {
        break;
      }
      heap[at] = heap[parent];
      position[heap[at]] = at;
      at = parent;
    }
    heap[at] = moving;
    position[moving] = at;
  }

  private void down() {
    int at = 0;
    int moving = heap[0];
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], moving)) {
        break;
      }
      heap[at] = heap[child];
      position[heap[at]] = at;
      at = child;
    }
    heap[at] = moving;
    position[moving] = at;
  }
}
