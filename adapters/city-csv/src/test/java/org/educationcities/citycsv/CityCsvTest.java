package org.educationcities.citycsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.Problem;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.TermId;
import org.educationcities.round.Placement;
import org.educationcities.round.Round;
import org.educationcities.round.RoundId;
import org.educationcities.round.RoundState;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The README's samples are read as they stand; each malformed file gives the very error it must
 * give.
 */
class CityCsvTest {
  private static final Path MALFORMED = Path.of("src/test/resources/malformed");
  private static final Pattern SAMPLE =
      Pattern.compile("### (\\w+\\.csv)\n.*?```csv\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder = Path.of("");

  /** What a malformed file must give, the others being those of the README. */
  record Expected(String name, String file, String code, long line, int column) {
    @Override
    public String toString() {
      return name + " gives " + code;
    }
  }

  static Stream<Expected> expected() throws IOException {
    return Files.readAllLines(MALFORMED.resolve("expected.csv")).stream()
        .skip(1)
        .map(each -> each.split(","))
        .map(
            each ->
                new Expected(
                    each[0], each[1], each[2], Long.parseLong(each[3]), Integer.parseInt(each[4])));
  }

  @Test
  void theReadmeHasASampleOfEachFileAndEachIsTaken() throws IOException {
    Map<String, String> samples = samples();
    assertThat(samples.keySet()).isEqualTo(Shapes.ALL.keySet());

    CityImport read = sample();
    CityFiles files = read.files();

    assertThat(read.report().taken()).containsOnlyKeys(samples.keySet().toArray(String[]::new));
    assertThat(read.report().notes()).isEmpty();
    assertThat(files.cities().get(0).localities()).hasSize(1);
    assertThat(files.schools().get(0).position()).contains(new GeoPoint(32.4401, 34.9188));
    assertThat(
            Objects.requireNonNull(files.profiles().get(Party.of(new LearnerId("l1"))))
                .proficiencyIn(new TopicId("music")))
        .isEqualTo(Proficiency.STRONG);
    assertThat(files.quests().get(0).topics()).hasSize(2);
    assertThat(files.wishes()).hasSize(2);
    assertThat(files.opportunities())
        .extracting(Opportunity::isChallenge)
        .containsExactly(true, false);
    assertThat(files.opportunities().get(1).schedule().zone().getId()).isEqualTo("Asia/Jerusalem");
    assertThat(files.adults().get(0).organizationId()).contains("p1");
  }

  @Test
  void rostersAreCompleted() throws IOException {
    CityFiles files = sample().files();
    SchoolRecord school =
        SchoolRecord.builder("s1", "hadera").names(Map.of("und", "Sample school")).build();
    LearnerRecord learner = LearnerRecord.builder("l1", "hadera").grade("03").build();

    SchoolRecord located = files.completeSchools(List.of(school)).get(0);
    assertThat(located.position()).contains(new GeoPoint(32.4401, 34.9188));
    assertThat(located.names().keySet()).isEqualTo(Set.of("he"));
    LearnerRecord complete = files.completeLearners(List.of(learner)).get(0);
    assertThat(complete.arrangements()).isEqualTo(Set.of("wheelchair"));
    assertThat(complete.grade()).contains("03");
  }

  @Test
  void theAllocationIsWrittenAsTheReadmeShows() throws IOException {
    AllocationLine line =
        AllocationLine.of(
            new Placement(new LearnerId("l1"), new OpportunityId("o1"), 640, false),
            120,
            List.of("growth-area", "quest"));

    AllocationFiles.writeCsv(folder.resolve("allocation.csv"), List.of(line));
    Round round =
        new Round(
            new RoundId("r1"),
            new TermId("t1"),
            RoundState.PUBLISHED,
            Instant.EPOCH,
            "Greatest total",
            2,
            1,
            640,
            Round.Proof.OPTIMAL,
            1);
    AllocationFiles.writeJson(folder.resolve("allocation.json"), round, List.of(line));

    String text = Files.readString(folder.resolve("allocation.csv")).replace("\r\n", "\n");
    assertThat(Files.readString(Path.of("README.md"))).contains("```csv\n" + text + "```");
    assertThat(Files.readString(folder.resolve("allocation.json")))
        .contains(
            "\"round\" : \"r1\"",
            "\"term\" : \"t1\"",
            "\"proof\" : \"OPTIMAL\"",
            "\"total\" : 640",
            "\"price\" : 120");
  }

  @ParameterizedTest
  @MethodSource("expected")
  void givesTheErrorItMust(Expected expected) throws IOException {
    writeSamples();
    Files.copy(
        MALFORMED.resolve(expected.name() + ".csv"),
        folder.resolve(expected.file()),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    ImportException refused =
        catchThrowableOfType(
            ImportException.class, () -> CityCsvReader.of(ImportMode.ALL_OR_NOTHING).read(folder));

    Problem first = refused.problems().get(0);
    assertThat(List.of(first.code(), first.file(), first.line(), first.column()))
        .isEqualTo(List.of(expected.code(), expected.file(), expected.line(), expected.column()));
  }

  @Test
  void everyMalformedFileIsExpected() throws IOException {
    try (Stream<Path> files = Files.list(MALFORMED)) {
      assertThat(files.map(each -> each.getFileName().toString().replace(".csv", "")))
          .filteredOn(each -> !each.equals("expected"))
          .containsExactlyInAnyOrderElementsOf(expected().map(Expected::name).toList());
    }
  }

  @Test
  void aFolderThatIsNotThereGivesTheDeclaredException() {
    ImportException refused =
        catchThrowableOfType(
            ImportException.class,
            () -> CityCsvReader.of(ImportMode.BEST_EFFORT).read(folder.resolve("nowhere")));

    assertThat(refused.code()).isEqualTo("file-missing");
  }

  private CityImport sample() throws IOException {
    writeSamples();
    return CityCsvReader.of(ImportMode.ALL_OR_NOTHING).read(folder);
  }

  private void writeSamples() throws IOException {
    for (Map.Entry<String, String> each : samples().entrySet()) {
      Files.writeString(folder.resolve(each.getKey()), each.getValue());
    }
  }

  private static Map<String, String> samples() throws IOException {
    Map<String, String> samples = new LinkedHashMap<>();
    Matcher matcher = SAMPLE.matcher(Files.readString(Path.of("README.md")));
    while (matcher.find()) {
      samples.put(matcher.group(1), matcher.group(2));
    }
    return samples;
  }
}
