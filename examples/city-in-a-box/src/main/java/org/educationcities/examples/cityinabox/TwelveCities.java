package org.educationcities.examples.cityinabox;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.educationcities.examples.cityinabox.facts.RealCities;
import org.educationcities.examples.cityinabox.generator.Generator;
import org.educationcities.examples.cityinabox.seattle.SeattleGround;
import org.educationcities.examples.cityinabox.seattle.SeattleReader;
import org.educationcities.report.ImportNote;

/** The input without {@code --input}: eleven education cities of Israel, and Seattle. */
final class TwelveCities {
  private TwelveCities() {}

  static Input read(Options options, Progress progress) {
    progress.tell("reading Seattle's own lists");
    SeattleGround ground = SeattleReader.read();
    progress.tell(
        ground.resources().size()
            + " places and programmes, "
            + ground.dirt().size()
            + " findings told in seattle-findings.csv");
    progress.tell("generating " + options.learners() + " learners from seed " + options.seed());
    CityData generated = new Generator(options.seed(), options.learners()).generate(ground);
    Folders.prepareOutput(options.output());
    Path folder = Folders.fresh(options.output(), "files");
    CityFolder.write(folder, generated);
    progress.tell("reading it all back from " + folder);
    CityFolder.Read read = CityFolder.read(folder);
    CityData data = read.data();
    return new Input(
        "Twelve cities, each one big school",
        Locale.ENGLISH,
        data,
        Set.of(RealCities.SEATTLE),
        ImmutableList.<ImportNote>builder()
            .addAll(read.imports())
            .addAll(
                SourceNotes.ofFindings(
                    ground.dirt(),
                    ImmutableMap.of(
                        "community-centers.json", 29L,
                        "youth-programs.json", 68L,
                        "mobile-recreation-programming.json", 168L,
                        "p-patch.json", 86L)))
            .build(),
        SourceNotes.ofTheTwelve(),
        ground.dirt());
  }
}
