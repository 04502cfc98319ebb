package org.educationcities.matching;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What was found for a {@link QuotaProblem}: the chosen pairs and what proves them best. Immutable.
 */
public final class QuotaAllocation implements FairnessTold {
  private final QuotaProblem problem;
  private final BitSet chosen;
  private final long[] placePrices;
  private final long total;
  private final QuotaCertificate certificate;

  QuotaAllocation(
      QuotaProblem problem, BitSet chosen, long[] placePrices, QuotaCertificate certificate) {
    this.problem = Objects.requireNonNull(problem, "problem");
    this.chosen = (BitSet) chosen.clone();
    this.placePrices = placePrices;
    this.certificate = Objects.requireNonNull(certificate, "certificate");
    this.total = chosen.stream().mapToLong(problem.pairs()::affinityOf).sum();
  }

  /** What was solved. */
  public QuotaProblem problem() {
    return problem;
  }

  /** The numbers of the chosen pairs, rising; a copy. */
  public int[] chosen() {
    return chosen.stream().toArray();
  }

  /** Whether a pair is chosen. */
  public boolean isChosen(int pair) {
    return chosen.get(pair);
  }

  /** How many pairs are chosen. */
  public int placements() {
    return chosen.cardinality();
  }

  /** The sum of the affinities. */
  public long total() {
    return total;
  }

  /**
   * What a place is worth at this pair: the prices of everything on the place side it is in (group,
   * opportunity, provider). The smallest there is.
   */
  public long placePrice(int pair) {
    return placePrices[pair];
  }

  /** What proves the total best, for {@link QuotaChecker}. */
  public QuotaCertificate certificate() {
    return certificate;
  }

  @Override
  public List<Sentence> notionSentences() {
    return List.of(Sentence.of("notion.greatest-total-under-quotas"));
  }

  @Override
  public FairFigures figures() {
    return FigureCount.of(problem.pairs(), chosen::get);
  }
}
