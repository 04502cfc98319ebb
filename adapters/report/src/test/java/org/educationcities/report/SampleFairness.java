package org.educationcities.report;

import java.util.ArrayList;
import java.util.List;
import org.educationcities.insight.SafeFigure;

/** How fair the invented round was, and an invented pairing. */
final class SampleFairness {
  private static final int[] PLACEMENTS = {
    15, 130, 560, 1_420, 2_940, 4_105, 4_260, 3_120, 1_480, 440
  };

  private SampleFairness() {}

  static Fairness fairness() {
    List<Fairness.Band> bands = new ArrayList<>();
    for (int i = 0; i < PLACEMENTS.length; i++) {
      bands.add(
          new Fairness.Band(
              100 * i,
              i == 9 ? 1000 : 100 * i + 99,
              i == 0 ? SafeFigure.hidden() : SafeFigure.ofPublicFact(PLACEMENTS[i])));
    }
    return new Fairness(
        "As much affinity as possible for all together. Nobody is placed who would learn nothing;"
            + " who got least in earlier rounds comes first by a stated bonus.",
        bands,
        List.of(
            new Fairness.Labelled("Learners with a place", SafeFigure.ofPublicFact(18_470)),
            new Fairness.Labelled(
                "Half of the placements have at least", SafeFigure.ofPublicFact(590)),
            new Fairness.Labelled("Lowest affinity of a placement", SafeFigure.hidden())),
        new CertificateNote(
            true,
            "No other allocation of this round reaches a greater total affinity, over all eligible"
                + " pairs and not only those that were looked at.",
            "A checker that shares no code with the solver, in exact whole numbers",
            SafeFigure.ofPublicFact(10_768_010),
            SafeFigure.ofPublicFact(10_768_010)));
  }

  static AffinityExample example() {
    return new AffinityExample(
        "Wants to grow in film (4), Arabic (3) and mathematics (2); is strong in drawing.",
        "A neighbourhood cinema teaches film (3) and Arabic (2), and needs drawing.",
        List.of(
            new Points(Points.Side.LEARNER, "Film", 233),
            new Points(Points.Side.LEARNER, "Arabic", 117),
            new Points(Points.Side.CITY, "Drawing", 112)),
        462);
  }
}
