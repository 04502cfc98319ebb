package org.educationcities.matching;

/**
 * Of those who would come to an opportunity's free places, the ones who gain most, and one more: a
 * heap by the least of them. Room for one invitation after the other. Not thread-safe.
 */
final class Guests {
  /** What coming would be worth, by guest; the least first. */
  int[] value = new int[64];

  /** Which candidate of the opportunity it is, by guest. */
  int[] candidate = new int[64];

  int count;
  private int most;

  /** Begins anew, with so many at most. */
  void expect(int newMost) {
    count = 0;
    most = newMost;
    if (value.length < most) {
      value = new int[2 * most];
      candidate = new int[2 * most];
    }
  }

  /** Keeps another one, in place of the least if there are most already. */
  void add(int newValue, int newCandidate) {
    int at;
    if (count < most) {
      at = count++;
      while (at > 0 && value[(at - 1) >>> 1] > newValue) {
        move((at - 1) >>> 1, at);
        at = (at - 1) >>> 1;
      }
    } else {
      at = 0;
      for (int child = 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && value[child + 1] < value[child]) {
          child++;
        }
        if (value[child] >= newValue) {
          break;
        }
        move(child, at);
        at = child;
      }
    }
    value[at] = newValue;
    candidate[at] = newCandidate;
  }

  private void move(int from, int to) {
    value[to] = value[from];
    candidate[to] = candidate[from];
  }
}
