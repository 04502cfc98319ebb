package org.educationcities.report;

import java.util.List;
import java.util.Objects;
import org.educationcities.insight.SafeFigure;

/**
 * How fair a round was: the notion used in words, its figures, and what proves it.
 *
 * @param notion the notion of fairness in one or two sentences, in the page's language
 * @param bands how the placements spread over affinity, from low to high; immutable
 * @param figures further figures with their labels; immutable
 * @param certificate what proves the result
 */
public record Fairness(
    String notion, List<Band> bands, List<Labelled> figures, CertificateNote certificate) {
  /** Fairness, checked. */
  public Fairness {
    notion = Checks.name(notion, "notion of fairness");
    bands = List.copyOf(bands);
    figures = List.copyOf(figures);
    Objects.requireNonNull(certificate, "certificate");
  }

  /**
   * Placements with an affinity in a band.
   *
   * @param from the least affinity in it, 0..1000
   * @param to the greatest affinity in it, from..1000
   * @param placements how many
   */
  public record Band(int from, int to, SafeFigure placements) {
    /** A band, checked. */
    public Band {
      Checks.points(from, "least affinity of a band");
      Checks.points(to, "greatest affinity of a band");
      Objects.requireNonNull(placements, "placements");
      if (to < from) {
        throw new IllegalArgumentException(
            "A band goes from " + from + " to " + to + ".\nMaybe its ends are exchanged.");
      }
    }
  }

  /**
   * A figure with its label.
   *
   * @param label in the page's language
   * @param figure the figure
   */
  public record Labelled(String label, SafeFigure figure) {
    /** A labelled figure, checked. */
    public Labelled {
      label = Checks.name(label, "figure's label");
      Objects.requireNonNull(figure, "figure");
    }
  }
}
