package org.educationcities.report.page;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.educationcities.insight.SafeFigure;

/** What every template needs: texts, numbers, dates and the page's style and script. */
public final class Page {
  private final Texts texts;
  private final Assets assets;
  private final NumberFormat numbers;
  private final DateTimeFormatter dates;

  Page(Texts texts, Locale locale, Assets assets) {
    this.texts = texts;
    this.assets = assets;
    // Western digits in every language, so that a number reads the same beside any script.
    Locale digits =
        new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "latn").build();
    this.numbers = NumberFormat.getIntegerInstance(digits);
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(digits);
  }

  /** A text of the page's language. */
  public String t(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  /** The name of an enum's constant in the page's language. */
  public String name(Enum<?> constant) {
    return texts.get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /** What an enum's constant means, in the page's language. */
  public String about(Enum<?> constant) {
    return texts.get(
        constant.getDeclaringClass().getSimpleName() + "." + constant.name() + ".about");
  }

  /** A number in the page's language. */
  public String n(long number) {
    return numbers.format(number);
  }

  /** A figure in the page's language, or the word for hidden. */
  public String n(SafeFigure figure) {
    return figure.isShown() ? n(figure.value().getAsLong()) : t("hidden");
  }

  /** A date in the page's language. */
  public String date(LocalDate date) {
    return dates.format(date);
  }

  /** The class of a bar's length: its share of the longest, at least a visible sliver. */
  public String bar(long value, long longest) {
    if (value <= 0 || longest <= 0) {
      return "w0";
    }
    return "w" + Math.max(1, Math.min(100, Math.round(100.0 * value / longest)));
  }

  /** The class of a bar's length for a figure; none for a hidden one. */
  public String bar(SafeFigure figure, long longest) {
    return bar(figure.value().orElse(0), longest);
  }

  /** The language's code. */
  public String language() {
    return texts.language();
  }

  /** {@code rtl} or {@code ltr}. */
  public String direction() {
    return texts.direction();
  }

  /** The content security policy. */
  public String policy() {
    return assets.policy();
  }

  /** The style sheet, in its element: made at build time, nothing of a caller is in it. */
  public String styleElement() {
    return "<style>" + assets.style() + "</style>";
  }

  /** The script, in its element: made at build time, nothing of a caller is in it. */
  public String scriptElement() {
    return "<script>" + assets.script() + "</script>";
  }
}
