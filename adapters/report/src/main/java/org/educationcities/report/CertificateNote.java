package org.educationcities.report;

import java.util.Objects;
import org.educationcities.insight.SafeFigure;

/**
 * What proves a round's result.
 *
 * @param isOptimal whether the result is proven optimal; otherwise the gap is told
 * @param what what is proven, in words ("the greatest total affinity, over all eligible pairs")
 * @param checkedBy who checked it, apart from the solver
 * @param total the total reached, in points
 * @param bound a proven upper bound on any total, in points; equal to the total when optimal
 */
public record CertificateNote(
    boolean isOptimal, String what, String checkedBy, SafeFigure total, SafeFigure bound) {
  /** A certificate, checked not to claim an optimum beside a gap. */
  public CertificateNote {
    what = Checks.name(what, "what is proven");
    checkedBy = Checks.name(checkedBy, "who checked");
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(bound, "bound");
    if (isOptimal && !total.equals(bound)) {
      throw new IllegalArgumentException(
          "A result is called optimal with total "
              + total
              + " and bound "
              + bound
              + ".\nMaybe tell it as not proven, with its gap.");
    }
  }
}
