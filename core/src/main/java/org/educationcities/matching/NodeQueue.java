package org.educationcities.matching;

import java.util.Arrays;

/**
 * Nodes by distance for Dijkstra's search, which never asks for less than it was given last: a
 * stack of those at the distance at hand, which are most where prices are whole, and a binary heap
 * of the others. A node may stand in it several times; ties by number, so that results repeat.
 */
final class NodeQueue {
  private long[] key = new long[64];
  private int[] node = new int[64];
  private int size;
  private int[] near = new int[64];
  private int nearCount;
  private long now;

  void clear() {
    size = 0;
    nearCount = 0;
    now = 0;
  }

  boolean isEmpty() {
    return size == 0 && nearCount == 0;
  }

  /** The distance of the next node; only if there is one. */
  long distance() {
    return nearCount > 0 ? now : key[0];
  }

  void add(int newNode, long distance) {
    if (distance == now) {
      if (nearCount == near.length) {
        near = Arrays.copyOf(near, 2 * nearCount);
      }
      near[nearCount++] = newNode;
      return;
    }
    if (size == key.length) {
      key = Arrays.copyOf(key, 2 * size);
      node = Arrays.copyOf(node, 2 * size);
    }
    int at = size++;
    while (at > 0 && isBefore(distance, newNode, (at - 1) >>> 1)) {
      key[at] = key[(at - 1) >>> 1];
      node[at] = node[(at - 1) >>> 1];
      at = (at - 1) >>> 1;
    }
    key[at] = distance;
    node[at] = newNode;
  }

  int poll() {
    if (nearCount > 0) {
      return near[--nearCount];
    }
    now = key[0];
    int first = node[0];
    long moved = key[--size];
    int moving = node[size];
    int at = 0;
    for (int below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && isBefore(key[below + 1], node[below + 1], below)) {
        below++;
      }
      if (!isBefore(key[below], node[below], moved, moving)) {
        break;
      }
      key[at] = key[below];
      node[at] = node[below];
      at = below;
    }
    key[at] = moved;
    node[at] = moving;
    return first;
  }

  private boolean isBefore(long distance, int which, int index) {
    return isBefore(distance, which, key[index], node[index]);
  }

  private static boolean isBefore(long one, int which, long other, int otherNode) {
    return one < other || (one == other && which < otherNode);
  }
}
