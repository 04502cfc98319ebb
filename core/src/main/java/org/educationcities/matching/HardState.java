package org.educationcities.matching;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A choice of pairs that keeps every upper bound, with what lower bounds still lack, changed pair
 * by pair; a journal takes changes back. Not thread-safe.
 */
final class HardState {
  final HardModel model;
  final boolean[] chosen;
  final int[] held;
  final int[] load;
  final int[] heads;
  final int[] quotaUsed;
  final int[] openUnderLimit;

  /** The pairs at an opportunity: the first occupants(j) entries from placeStart(j) on. */
  final int[] occupant;

  final int[] occupants;
  private final int[] position;

  /** Affinities less opening costs. */
  long value;

  /** Learners that quotas and fixed groups lack. */
  long lacking;

  private int[] journal = new int[64];
  private int changes;

  HardState(HardModel model) {
    this.model = model;
    this.chosen = new boolean[model.pairs];
    this.held = new int[model.units];
    this.load = new int[model.opportunities];
    this.heads = new int[model.opportunities];
    this.quotaUsed = new int[model.quotaMost.length];
    this.openUnderLimit = new int[model.limitMost.length];
    this.occupant = new int[model.pairs];
    this.occupants = new int[model.opportunities];
    this.position = new int[model.pairs];
    for (int least : model.quotaLeast) {
      lacking += least;
    }
  }

  /** Takes the fixed pairs; the id of what keeps one of them out, or empty. */
  String takeFixed() {
    for (int e = 0; e < model.pairs; e++) {
      if (model.fixed[e]) {
        if (!fits(e)) {
          return model.problem.unitId(model.unitOf[e]);
        }
        take(e);
      }
    }
    return "";
  }

  /** Whether a pair could be taken now without leaving an upper bound. */
  boolean fits(int e) {
    int u = model.unitOf[e];
    int j = model.opportunityOf[e];
    if (chosen[e] || held[u] >= model.most[u] || load[j] + model.takes[u] > model.capacity[j]) {
      return false;
    }
    for (int k = model.quotaStart[e]; k < model.quotaStart[e + 1]; k++) {
      int q = model.quotaOf[k];
      if (quotaUsed[q] + model.quotaWeight[k] > model.quotaMost[q]) {
        return false;
      }
    }
    if (occupants[j] == 0) {
      for (int l : model.limitsOf[j]) {
        if (openUnderLimit[l] >= model.limitMost[l]) {
          return false;
        }
      }
    }
    return held[u] == 0 || !model.mayClash[u] || !clashesWithHeld(e);
  }

  private boolean clashesWithHeld(int e) {
    int u = model.unitOf[e];
    for (int f = model.start[u]; f < model.start[u + 1]; f++) {
      if (chosen[f] && model.clash(e, f)) {
        return true;
      }
    }
    return false;
  }

  void take(int e) {
    change(e, true);
    record(e);
  }

  void leave(int e) {
    change(e, false);
    record(e);
  }

  private void record(int e) {
    if (changes == journal.length) {
      journal = Arrays.copyOf(journal, 2 * changes);
    }
    journal[changes++] = e;
  }

  /** Tells the pairs that changed since the last {@link #keep}, some perhaps several times. */
  void changed(IntConsumer listener) {
    for (int k = 0; k < changes; k++) {
      listener.accept(journal[k]);
    }
  }

  /** What changed up to now stays. */
  void keep() {
    changes = 0;
  }

  /** Takes back all changes since the last {@link #keep}. */
  void undo() {
    while (changes > 0) {
      int e = journal[--changes];
      change(e, !chosen[e]);
    }
  }

  private void change(int e, boolean isTaken) {
    int u = model.unitOf[e];
    int j = model.opportunityOf[e];
    int sign = isTaken ? 1 : -1;
    lacking -= lackingAt(j);
    chosen[e] = isTaken;
    held[u] += sign;
    load[j] += sign * model.takes[u];
    heads[j] += sign * model.size[u];
    value += sign * model.affinityOf[e];
    for (int k = model.quotaStart[e]; k < model.quotaStart[e + 1]; k++) {
      int q = model.quotaOf[k];
      lacking -= Math.max(0, model.quotaLeast[q] - quotaUsed[q]);
      quotaUsed[q] += sign * model.quotaWeight[k];
      lacking += Math.max(0, model.quotaLeast[q] - quotaUsed[q]);
    }
    int first = model.placeStart[j];
    if (isTaken) {
      position[e] = first + occupants[j];
      occupant[position[e]] = e;
      occupants[j]++;
    } else {
      occupants[j]--;
      int last = occupant[first + occupants[j]];
      occupant[position[e]] = last;
      position[last] = position[e];
    }
    if (occupants[j] == (isTaken ? 1 : 0)) {
      value -= sign * model.cost[j];
      for (int l : model.limitsOf[j]) {
        openUnderLimit[l] += sign;
      }
    }
    lacking += lackingAt(j);
  }

  /** Learners that an open opportunity lacks; of one that may close too. */
  int lackingAt(int j) {
    return occupants[j] == 0 ? 0 : Math.max(0, model.least[j] - heads[j]);
  }

  /** Learners that quotas lack to which a pair would count. */
  int helps(int e) {
    int helped = 0;
    for (int k = model.quotaStart[e]; k < model.quotaStart[e + 1]; k++) {
      int q = model.quotaOf[k];
      if (quotaUsed[q] < model.quotaLeast[q]) {
        helped += model.quotaWeight[k];
      }
    }
    return helped;
  }
}
