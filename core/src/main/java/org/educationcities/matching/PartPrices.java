package org.educationcities.matching;

import java.util.Arrays;

/** One price for a part of a place of each opportunity: few numbers, quickly about right. */
final class PartPrices extends DualPoint {

  PartPrices(HardModel model) {
    super(model, model.opportunities, true);
  }

  @Override
  double lowest(int k) {
    return 0;
  }

  @Override
  void writePlaceValues(long[] quotaPrices, long[] into, Relaxation relaxation) {
    for (int e = 0; e < model.pairs; e++) {
      into[e] = Math.round(at[model.opportunityOf[e]]) * model.takes[model.unitOf[e]];
    }
  }

  @Override
  void writeSlope(Relaxation relaxation, double[] into) {
    Arrays.fill(into, 0, own, 0);
    for (int e = 0; e < model.pairs; e++) {
      int takes = model.takes[model.unitOf[e]];
      into[model.opportunityOf[e]] +=
          (relaxation.byPlace[e] ? takes : 0) - (relaxation.byUnit[e] ? takes : 0);
    }
  }
}
