package org.educationcities.report.page;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.educationcities.report.PlannerView;
import org.educationcities.report.PublicReport;

/** The two pages in one language. Thread-safe. */
public final class Pages {
  private final Locale locale;
  private final Texts texts;

  /** Pages in a locale's language. */
  public Pages(Locale locale) {
    this.texts = Texts.in(locale);
    // Numbers and dates in the language of the texts; "17. tammikuuta" in an English line is no
    // help.
    boolean isOwn =
        Locale.forLanguageTag(texts.language()).getLanguage().equals(locale.getLanguage());
    this.locale = isOwn ? locale : Locale.ENGLISH;
  }

  /**
   * Writes the public report.
   *
   * @throws IOException where the target cannot be written
   */
  public void write(PublicReport report, Appendable target) throws IOException {
    Page page = new Page(texts, locale, Assets.ofReport());
    try {
      JtereportGenerated.render(
          new OwaspHtmlTemplateOutput(new Target(target)), Untouched.TAGS, page, report);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes the planner's view.
   *
   * @throws IOException where the target cannot be written
   */
  public void write(PlannerView view, Appendable target) throws IOException {
    Page page = new Page(texts, locale, Assets.ofPlanner());
    try {
      JteplannerGenerated.render(
          new OwaspHtmlTemplateOutput(new Target(target)), Untouched.TAGS, page, view);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Leaves every tag as the template has it. */
  private enum Untouched implements HtmlInterceptor {
    TAGS;

    @Override
    public void onHtmlTagOpened(
        String name, Map<String, Object> attributes, TemplateOutput output) {}

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput output) {}
  }

  /** The engine's output on any target, with its errors kept. */
  private record Target(Appendable target) implements TemplateOutput {
    @Override
    public void writeContent(String value) {
      try {
        target.append(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void writeContent(String value, int begin, int end) {
      try {
        target.append(value, begin, end);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
