package org.educationcities.matching;

import org.educationcities.matching.StableProblem.SeatBlocks;
import org.jspecify.annotations.Nullable;

/**
 * What fixed placements leave of places and blocks of seats. A fixed placement takes a seat of the
 * first block that its learner may have and that has one left, else of the last block that has one
 * left.
 *
 * @param places what is left of each opportunity's places
 * @param blocks what is left of each opportunity's blocks
 * @param providerPlaces what is left of each provider's places
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record FixedSeats(int[] places, SeatBlocks @Nullable [] blocks, int[] providerPlaces) {

  /**
   * What fixed placements leave.
   *
   * @throws IllegalArgumentException if they leave less than nothing, or clash
   */
  static FixedSeats of(StableProblem problem) {
    if (problem.fixedFirst == null) {
      return new FixedSeats(problem.places, problem.blocks, problem.providerPlaces);
    }
    int[] places = problem.places.clone();
    int[] providerPlaces = problem.providerPlaces.clone();
    SeatBlocks[] blocks = problem.blocks == null ? null : problem.blocks.clone();
    for (int i = 0; i < problem.learners(); i++) {
      int count = problem.fixedCount(i);
      if (count > problem.most[i]) {
        throw refused(
            "Learner "
                + problem.learnerIds[i]
                + " has "
                + count
                + " fixed placements, may have "
                + problem.most[i]);
      }
      for (int f = problem.fixedFirst[i]; f < problem.fixedFirst[i + 1]; f++) {
        int o = problem.fixed[f];
        for (int g = problem.fixedFirst[i]; g < f; g++) {
          if (problem.slot[o] >= 0 && problem.slot[o] == problem.slot[problem.fixed[g]]) {
            throw refused("Fixed placements of learner " + problem.learnerIds[i] + " clash");
          }
        }
        if (--places[o] < 0) {
          throw refused(
              "Opportunity "
                  + problem.opportunityIds[o]
                  + " has more fixed placements than places");
        }
        if (problem.provider != null
            && problem.provider[o] >= 0
            && --providerPlaces[problem.provider[o]] < 0) {
          throw refused(
              "The provider of opportunity "
                  + problem.opportunityIds[o]
                  + " has more fixed placements than places");
        }
        if (blocks != null && blocks[o] != null) {
          long groups = problem.groups == null ? 0 : problem.groups[i];
          blocks[o] = withoutOneSeat(blocks[o], groups);
        }
      }
    }
    return new FixedSeats(places, blocks, providerPlaces);
  }

  private static SeatBlocks withoutOneSeat(SeatBlocks blocks, long groups) {
    int[] seats = blocks.seats().clone();
    int taken = -1;
    for (int b = 0; b < seats.length; b++) {
      boolean may = blocks.mask()[b] == 0 || (blocks.mask()[b] & groups) != 0;
      if (seats[b] > 0 && may) {
        taken = b;
        break;
      }
      if (seats[b] > 0) {
        taken = b;
      }
    }
    seats[taken]--;
    return new SeatBlocks(blocks.mask(), seats, blocks.unfilledGoToAnyone());
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(what + ".\nMaybe one of them was cancelled meanwhile.");
  }
}
