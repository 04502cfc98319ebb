package org.educationcities.matching;

import org.jspecify.annotations.Nullable;

/** Who chooses how: the choice function of each opportunity or provider. */
final class PlaceChoices {
  private PlaceChoices() {}

  /** The places that choose by more than their order, by opportunity; null if there are none. */
  static @Nullable ChoosingPlace @Nullable [] special(
      StableProblem problem, PlaceOrder order, FixedSeats left) {
    if (problem.blocks == null && problem.provider == null) {
      return null;
    }
    ChoosingPlace[] places = new ChoosingPlace[problem.opportunities()];
    ChoosingPlace[] providers = new ChoosingPlace[problem.providerPlaces.length];
    for (int s = 0; s < providers.length; s++) {
      providers[s] =
          new ChoosingPlace(
              problem,
              order,
              new PlaceChoice.ByProvider(
                  left.providerPlaces()[s], left.places(), problem.opportunity));
    }
    for (int o = 0; o < places.length; o++) {
      if (problem.provider != null && problem.provider[o] >= 0) {
        places[o] = providers[problem.provider[o]];
      } else if (left.blocks() != null && left.blocks()[o] != null && problem.groups != null) {
        places[o] =
            new ChoosingPlace(
                problem, order, new PlaceChoice.ByBlocks(left.blocks()[o], problem.groups));
      }
    }
    return places;
  }

  /** All places, plain ones included, by opportunity; those of one provider are one place. */
  static ChoosingPlace[] all(StableProblem problem, PlaceOrder order) {
    FixedSeats left = FixedSeats.of(problem);
    ChoosingPlace[] places = special(problem, order, left);
    if (places == null) {
      places = new ChoosingPlace[problem.opportunities()];
    }
    for (int o = 0; o < places.length; o++) {
      if (places[o] == null) {
        places[o] = new ChoosingPlace(problem, order, new PlaceChoice.First(left.places()[o]));
      }
    }
    return places;
  }
}
