package org.educationcities.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the sample pages, for the tests and for looking at them. */
final class SamplePages {
  private SamplePages() {}

  static Path publicReport(Path folder, Locale locale) throws IOException {
    Path file = folder.resolve("report-" + locale.getLanguage() + ".html");
    if (Files.exists(file)) {
      return file;
    }
    try (Writer writer = Files.newBufferedWriter(file)) {
      ReportWriter.in(locale).write(SampleReport.in(locale), writer);
    }
    return file;
  }

  static Path planner(Path folder, Locale locale, int placements, int unplaced) throws IOException {
    Path file = folder.resolve("planner-" + locale.getLanguage() + ".html");
    try (Writer writer = Files.newBufferedWriter(file)) {
      ReportWriter.in(locale).write(SamplePlan.of(placements, unplaced), writer);
    }
    return file;
  }

  /** Writes them all into a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (String language : new String[] {"en", "he", "ar"}) {
      publicReport(folder, Locale.forLanguageTag(language));
      planner(folder, Locale.forLanguageTag(language), 20_000, 1_530);
    }
  }
}
