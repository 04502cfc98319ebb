package org.educationcities.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.educationcities.report.page.Pages;

/** Writes pages through the templates. */
final class HtmlReportWriter implements ReportWriter {
  private final Pages pages;

  HtmlReportWriter(Locale locale) {
    this.pages = new Pages(Objects.requireNonNull(locale, "locale"));
  }

  @Override
  public void write(PublicReport report, Appendable target) throws IOException {
    pages.write(Objects.requireNonNull(report, "report"), target);
  }

  @Override
  public void write(PlannerView view, Appendable target) throws IOException {
    pages.write(Objects.requireNonNull(view, "view"), target);
  }
}
