package org.educationcities.examples.cityinabox;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Set;
import org.educationcities.examples.cityinabox.facts.RealCities;
import org.educationcities.examples.cityinabox.generator.Generator;
import org.educationcities.examples.cityinabox.seattle.SeattleGround;
import org.educationcities.examples.cityinabox.seattle.SeattleReader;

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
    CityData data = new Generator(options.seed(), options.learners()).generate(ground);
    return new Input(
        "Twelve cities, each one big school",
        Locale.ENGLISH,
        data,
        Set.of(RealCities.SEATTLE),
        SourceNotes.ofFindings(
            ground.dirt(),
            ImmutableMap.of(
                "community-centers.json", 29L,
                "youth-programs.json", 68L,
                "mobile-recreation-programming.json", 168L,
                "p-patch.json", 86L)),
        SourceNotes.ofTheTwelve(),
        ground.dirt());
  }
}
