package org.educationcities.matching;

/** Puts the greatest of some items first (Hoare's quickselect; many equal values do no harm). */
final class GreatestFirst {

  private GreatestFirst() {}

  /** Of the items between two indices, the greatest so many come first, in no order. */
  static void select(int[] items, int from, int until, int greatest, long[] values) {
    int low = from;
    int high = until - 1;
    int last = from + greatest - 1;
    while (greatest > 0 && low < high) {
      long pivot = values[items[(low + high) >>> 1]];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[items[i]] > pivot) {
          i++;
        }
        while (values[items[j]] < pivot) {
          j--;
        }
        if (i <= j) {
          int swapped = items[i];
          items[i++] = items[j];
          items[j--] = swapped;
        }
      }
      if (last <= j) {
        high = j;
      } else if (last >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  /** Sorts the items between two indices, the greatest first. */
  static void sort(int[] items, int from, int until, long[] values) {
    if (until - from < 12) {
      for (int k = from + 1; k < until; k++) {
        int item = items[k];
        int at = k;
        while (at > from && values[items[at - 1]] < values[item]) {
          items[at] = items[at - 1];
          at--;
        }
        items[at] = item;
      }
      return;
    }
    int half = (from + until) >>> 1;
    select(items, from, until, half - from, values);
    sort(items, from, half, values);
    sort(items, half, until, values);
  }
}
