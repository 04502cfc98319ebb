package org.educationcities.examples.cityinabox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.educationcities.city.City;
import org.educationcities.report.ImportNote;
import org.educationcities.report.Provenance;
import org.educationcities.report.SourceNote;
import org.educationcities.spi.source.CityRecord;

/** A city's own files, in its own language. */
final class OwnCity {
  private OwnCity() {}

  static Input read(Path folder, Progress progress) {
    if (!Files.isDirectory(folder)) {
      throw new UnusableException("there is no folder '" + folder + "' to read from");
    }
    progress.tell("reading " + folder);
    CityFolder.Read read = CityFolder.read(folder);
    CityData data = read.data();
    if (data.terms().isEmpty() || data.roster().cities().isEmpty()) {
      throw new UnusableException(
          "'"
              + folder
              + "' has no "
              + (data.terms().isEmpty() ? "term" : "city")
              + " that could be read"
              + firstProblem(read.imports()));
    }
    long notTaken = read.imports().stream().mapToLong(ImportNote::notTaken).sum();
    progress.tell(notTaken + " rows could not be taken; the report tells each with its reason");
    Locale locale = localeOf(data.roster().cities().get(0));
    return new Input(
        String.join(
            ", ",
            data.roster().cities().stream().map(each -> City.of(each).names().in(locale)).toList()),
        locale,
        data,
        Set.of(),
        read.imports(),
        List.of(
            new SourceNote(
                "Everything of this report", "the files of " + folder, "", Provenance.MIXED)),
        List.of());
  }

  private static String firstProblem(List<ImportNote> notes) {
    return notes.stream()
        .filter(each -> !each.problems().isEmpty())
        .findFirst()
        .map(each -> "; in " + each.file() + ": " + each.problems().get(0).reason())
        .orElse("");
  }

  private static Locale localeOf(CityRecord city) {
    return city.languages().isEmpty()
        ? Locale.ENGLISH
        : Locale.forLanguageTag(city.languages().get(0));
  }
}
