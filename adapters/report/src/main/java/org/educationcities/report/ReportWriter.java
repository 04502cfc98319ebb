package org.educationcities.report;

import java.io.IOException;
import java.util.Locale;

/**
 * Writes pages of one language. Each page is one file that asks the network for nothing, under a
 * content security policy that runs its own script alone. Thread-safe.
 */
public interface ReportWriter {
  /**
   * A writer whose own texts are in a language: English, Hebrew and Arabic are there; any other
   * locale gets English. A region's numbers and dates are kept. Hebrew and Arabic pages are laid
   * out from right to left.
   */
  static ReportWriter in(Locale locale) {
    return new HtmlReportWriter(locale);
  }

  /**
   * Writes the public report as HTML in UTF-8 characters; linear in its size.
   *
   * @throws IOException where the target cannot be written
   */
  void write(PublicReport report, Appendable target) throws IOException;

  /**
   * Writes the planner's view as HTML in UTF-8 characters; linear in its size.
   *
   * @throws IOException where the target cannot be written
   */
  void write(PlannerView view, Appendable target) throws IOException;
}
