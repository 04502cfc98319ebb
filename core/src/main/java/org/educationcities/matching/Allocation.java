package org.educationcities.matching;

import java.util.List;
import java.util.Objects;

/**
 * What was found for an {@link AllocationProblem}: a place or none for each learner, a price for
 * each opportunity, and what proves it best. Immutable.
 *
 * <p>The price of a place is the smallest there is: what one more place would add to the total.
 */
public final class Allocation implements FairnessTold {
  /** What a learner without a place has. */
  public static final int UNPLACED = -1;

  private final AllocationProblem problem;
  private final int[] placeOf;
  private final int[] taken;
  private final long total;
  private final Certificate certificate;

  Allocation(AllocationProblem problem, int[] placeOf, Certificate certificate) {
    this.problem = Objects.requireNonNull(problem, "problem");
    this.placeOf = placeOf.clone();
    this.certificate = Objects.requireNonNull(certificate, "certificate");
    this.taken = new int[problem.opportunityCount()];
    long sum = 0;
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] != UNPLACED) {
        taken[placeOf[i]]++;
        sum += problem.affinityOf(problem.pair(i, placeOf[i]));
      }
    }
    this.total = sum;
  }

  /** The same, certified to be best of other pairs too. */
  Allocation covering(Certificate.Covers covers) {
    return new Allocation(problem, placeOf, certificate.covering(covers));
  }

  /** What was solved. */
  public AllocationProblem problem() {
    return problem;
  }

  /** The opportunity of a learner, or {@link #UNPLACED}. */
  public int placeOf(int learner) {
    return placeOf[learner];
  }

  /** How many places of an opportunity are taken. */
  public int taken(int opportunity) {
    return taken[opportunity];
  }

  /** The price of a place of an opportunity; 0 where places are left. */
  public long price(int opportunity) {
    return certificate.price(opportunity);
  }

  /** What a learner gains beyond the price of their place; 0 for who has none. */
  public long surplus(int learner) {
    return certificate.surplus(learner);
  }

  /** The sum of the affinities. */
  public long total() {
    return total;
  }

  /** How many learners have a place. */
  public int placed() {
    int placed = 0;
    for (int each : placeOf) {
      if (each != UNPLACED) {
        placed++;
      }
    }
    return placed;
  }

  /** What proves the total best, for {@link CertificateChecker}. */
  public Certificate certificate() {
    return certificate;
  }

  @Override
  public List<Sentence> notionSentences() {
    return List.of(Sentence.of("notion.greatest-total"));
  }

  @Override
  public FairFigures figures() {
    return FigureCount.of(problem, placeOf);
  }
}
