package org.educationcities.circle;

import java.util.Arrays;

/**
 * Who visits whom, as a transportation problem solved exactly: successive shortest paths (Busacker
 * and Gowen 1960; Jewell 1958) on a network of hosts and visitors, each city on both sides.
 *
 * <p>In the balanced stage a city that visits less than it may "visits itself" instead, so that
 * what flows through it on both sides is the same. Time: visits × cities³ at worst; meant for some
 * hundreds of cities.
 */
final class VisitFlow {
  private final int cities;
  private final int[] hostCapacity;
  private final int[] visitCapacity;

  /** By host and visitor: the value of a visit, 0 if there is none to be made. */
  private final long[][] value;

  /** What it costs a city to be left out of the first, second... unit of balance, or null. */
  private final long[][] stayHome;

  /** By host and visitor: whether the visit is made. */
  final boolean[][] made;

  final int[] stayed;

  private VisitFlow(int[] hostCapacity, int[] visitCapacity, long[][] value, long[][] stayHome) {
    this.cities = hostCapacity.length;
    this.hostCapacity = hostCapacity.clone();
    this.visitCapacity = visitCapacity.clone();
    this.value = value;
    this.stayHome = stayHome;
    this.made = new boolean[cities][cities];
    this.stayed = new int[cities];
  }

  /**
   * The most valuable visits in which each city hosts as often as it visits.
   *
   * @param stayHome by city and unit, what is lost if that unit is not used; never falling
   */
  static VisitFlow balanced(int capacity, long[][] value, long[][] stayHome) {
    int[] capacities = new int[value.length];
    Arrays.fill(capacities, capacity);
    VisitFlow flow = new VisitFlow(capacities, capacities, value, stayHome);
    while (flow.augment()) {
      // Until every unit of every city is used or stays at home.
    }
    return flow;
  }

  /** The most valuable visits within capacities. */
  static VisitFlow free(int[] hostCapacity, int[] visitCapacity, long[][] value) {
    VisitFlow flow = new VisitFlow(hostCapacity, visitCapacity, value, new long[value.length][0]);
    while (flow.augment()) {
      // Until no further visit adds value.
    }
    return flow;
  }

  /**
   * Sends one more unit along the most valuable path, by Bellman and Ford; false if there is none,
   * or, where nobody need be used, if none adds value.
   */
  private boolean augment() {
    long[] hostGain = new long[cities];
    long[] visitorGain = new long[cities];
    int[] hostFrom = new int[cities];
    int[] visitorFrom = new int[cities];
    Arrays.fill(hostGain, Long.MIN_VALUE);
    Arrays.fill(visitorGain, Long.MIN_VALUE);
    for (int h = 0; h < cities; h++) {
      if (hostCapacity[h] > 0) {
        hostGain[h] = 0;
        hostFrom[h] = -1;
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int h = 0; h < cities; h++) {
        for (int v = 0; v < cities && hostGain[h] != Long.MIN_VALUE; v++) {
          long gain = forward(h, v);
          if (gain != Long.MIN_VALUE && hostGain[h] + gain > visitorGain[v]) {
            visitorGain[v] = hostGain[h] + gain;
            visitorFrom[v] = h;
            changed = true;
          }
        }
      }
      for (int v = 0; v < cities; v++) {
        for (int h = 0; h < cities && visitorGain[v] != Long.MIN_VALUE; h++) {
          long loss = backward(h, v);
          if (loss != Long.MIN_VALUE && visitorGain[v] - loss > hostGain[h]) {
            hostGain[h] = visitorGain[v] - loss;
            hostFrom[h] = v;
            changed = true;
          }
        }
      }
    }
    int end = -1;
    for (int v = 0; v < cities; v++) {
      if (visitCapacity[v] > 0
          && visitorGain[v] != Long.MIN_VALUE
          && (end < 0 || visitorGain[v] > visitorGain[end])) {
        end = v;
      }
    }
    boolean mustBeUsed = stayHome.length > 0 && stayHome[0].length > 0;
    if (end < 0 || (!mustBeUsed && visitorGain[end] <= 0)) {
      return false;
    }
    visitCapacity[end]--;
    int v = end;
    while (true) {
      int h = visitorFrom[v];
      use(h, v);
      if (hostFrom[h] < 0) {
        hostCapacity[h]--;
        return true;
      }
      v = hostFrom[h];
      giveUp(h, v);
    }
  }

  private long forward(int host, int visitor) {
    if (host == visitor) {
      return stayed[host] < stayHome[host].length ? -stayHome[host][stayed[host]] : Long.MIN_VALUE;
    }
    return !made[host][visitor] && value[host][visitor] > 0 ? value[host][visitor] : Long.MIN_VALUE;
  }

  /** What giving up a visit that is made loses. */
  private long backward(int host, int visitor) {
    if (host == visitor) {
      return stayed[host] > 0 ? -stayHome[host][stayed[host] - 1] : Long.MIN_VALUE;
    }
    return made[host][visitor] ? value[host][visitor] : Long.MIN_VALUE;
  }

  private void use(int host, int visitor) {
    if (host == visitor) {
      stayed[host]++;
    } else {
      made[host][visitor] = true;
    }
  }

  private void giveUp(int host, int visitor) {
    if (host == visitor) {
      stayed[host]--;
    } else {
      made[host][visitor] = false;
    }
  }
}
