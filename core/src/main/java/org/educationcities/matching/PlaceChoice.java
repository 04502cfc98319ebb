package org.educationcities.matching;

import java.util.Arrays;
import org.educationcities.matching.StableProblem.SeatBlocks;

/**
 * Whom a place takes of those who ask: a choice function. All of them are substitutable (whoever is
 * taken of many is taken of fewer) and take no fewer of more, which is what makes deferred
 * acceptance end in a stable matching that is best for the side that proposes.
 */
interface PlaceChoice {

  /**
   * Chooses.
   *
   * @param pairs who asks, the first in the place's order first
   * @param learners the learner of each
   * @param size how many ask
   * @param chosen is set to who is taken
   */
  void choose(int[] pairs, int[] learners, int size, boolean[] chosen);

  /** An opportunity with places and no more to it: the first. */
  record First(int places) implements PlaceChoice {
    @Override
    public void choose(int[] pairs, int[] learners, int size, boolean[] chosen) {
      for (int e = 0; e < size; e++) {
        chosen[e] = e < places;
      }
    }
  }

  /** An opportunity with reserved seats: block after block, then what may be left. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record ByBlocks(SeatBlocks blocks, long[] groups) implements PlaceChoice {
    @Override
    public void choose(int[] pairs, int[] learners, int size, boolean[] chosen) {
      Arrays.fill(chosen, 0, size, false);
      int unfilled = 0;
      for (int b = 0; b < blocks.seats().length; b++) {
        long mask = blocks.mask()[b];
        int left = blocks.seats()[b];
        for (int e = 0; e < size && left > 0; e++) {
          if (!chosen[e] && (mask == 0 || (mask & groups[learners[e]]) != 0)) {
            chosen[e] = true;
            left--;
          }
        }
        unfilled += left;
      }
      if (blocks.unfilledGoToAnyone()) {
        for (int e = 0; e < size && unfilled > 0; e++) {
          if (!chosen[e]) {
            chosen[e] = true;
            unfilled--;
          }
        }
      }
    }
  }

  /**
   * A provider with places for several opportunities together: whoever still fits, in its order.
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record ByProvider(int providerPlaces, int[] places, int[] opportunity) implements PlaceChoice {
    @Override
    public void choose(int[] pairs, int[] learners, int size, boolean[] chosen) {
      int left = providerPlaces;
      for (int e = 0; e < size; e++) {
        int o = opportunity[pairs[e]];
        int before = 0;
        for (int d = 0; d < e; d++) {
          before += chosen[d] && opportunity[pairs[d]] == o ? 1 : 0;
        }
        chosen[e] = left > 0 && before < places[o];
        left -= chosen[e] ? 1 : 0;
      }
    }
  }
}
