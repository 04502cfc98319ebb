package org.educationcities.examples.cityinabox;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.examples.cityinabox.seattle.Dirt;
import org.educationcities.report.ImportNote;
import org.educationcities.report.Provenance;
import org.educationcities.report.SourceNote;

/**
 * Where the facts of the twelve cities come from, and what Seattle's lists hold that can't be
 * taken.
 */
final class SourceNotes {
  private SourceNotes() {}

  static List<SourceNote> ofTheTwelve() {
    return ImmutableList.of(
        new SourceNote(
            "149 localities with names, positions and populations",
            "Israel Central Bureau of Statistics, through arikw/israeli-localities at 55a9dae",
            "none stated; public statistics",
            Provenance.REAL),
        new SourceNote(
            "930 schools with their registered names and positions",
            "Israel Ministry of Education (2020), through data-for-change/anyway at 515e066",
            "repository MIT; the ministry's terms are not stated there",
            Provenance.REAL),
        new SourceNote(
            "Seattle's community centres, youth programmes, mobile recreation and gardens",
            "City of Seattle, through mikhael28/seattle-open-json at 18abec7",
            "MIT",
            Provenance.REAL),
        new SourceNote(
            "Topics, kinds of place, and a shortened list of holidays",
            "this example's own work",
            "Apache-2.0",
            Provenance.MIXED),
        new SourceNote(
            "Every person, class, profile, quest, wish and answer; providers, resources and"
                + " opportunities in Israel; Seattle's schools, places and groups",
            "generated from a seed: no public list of children exists, nor should one",
            "",
            Provenance.GENERATED));
  }

  /** What was found in Seattle's lists, by file and reason. */
  static List<ImportNote> ofFindings(List<Dirt> dirt, Map<String, Long> items) {
    Map<String, Map<String, List<Dirt>>> byFile = new LinkedHashMap<>();
    items.keySet().forEach(file -> byFile.put(file, new LinkedHashMap<>()));
    for (Dirt each : dirt) {
      byFile
          .computeIfAbsent(each.file(), file -> new LinkedHashMap<>())
          .computeIfAbsent(each.reason(), reason -> new ArrayList<>())
          .add(each);
    }
    ImmutableList.Builder<ImportNote> notes = ImmutableList.builder();
    byFile.forEach(
        (file, reasons) -> {
          ImmutableList.Builder<ImportNote.Problem> problems = ImmutableList.builder();
          reasons.forEach(
              (reason, found) ->
                  problems.add(
                      new ImportNote.Problem(
                          reason,
                          found.size(),
                          "item " + found.get(0).item() + ", " + found.get(0).field())));
          notes.add(new ImportNote(file, items.getOrDefault(file, 0L), problems.build()));
        });
    return notes.build();
  }
}
