package org.educationcities.matching;

import java.util.List;
import java.util.Objects;

/**
 * An allocation that is best over all eligible pairs of a city, not only over a list: the last
 * pricing pass over all of them found none that is worth more than its price and surplus. {@link
 * CertificateChecker#flaw(CandidateCity, Allocation)} verifies it.
 *
 * @param allocation over the listed pairs, those that pricing added included
 * @param passes how many pricing passes were made, the last of which found nothing
 * @param added how many pairs they added
 */
public record PricedAllocation(Allocation allocation, int passes, int added)
    implements FairnessTold {
  /** Checks that it is there. */
  public PricedAllocation {
    Objects.requireNonNull(allocation, "allocation");
  }

  @Override
  public List<Sentence> notionSentences() {
    return allocation.notionSentences();
  }

  /** As counted over the listed pairs. */
  @Override
  public FairFigures figures() {
    return allocation.figures();
  }
}
