package org.educationcities.examples.cityinabox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CityInABoxTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-01-10T08:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CityInABox.run(
            CLOCK,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_second_run_on_the_same_store_goes_on_and_gives_the_same_allocation() throws IOException {
    String output = folder.resolve("out").toString();
    Ran first = run("--output", output, "--learners", "300", "--seed", "7", "--messages", "50");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("Cities: 12. 300 learners", "proven the greatest");
    String allocation = Files.readString(folder.resolve("out/allocation.csv"));
    String report = Files.readString(folder.resolve("out/report.html"));
    assertThat(report).contains("Hadera", "Seattle", "Tamar");
    assertThat(report).doesNotContain("learner-");
    assertThat(Files.readString(folder.resolve("out/planner.html"))).doesNotContain("learner-");
    assertThat(Files.readString(folder.resolve("out/seattle-findings.csv")))
        .contains("a position at 0, 0");
    assertThat(folder.resolve("out/messages.csv")).isNotEmptyFile();
    assertRecommendedBeforePlaced(
        Files.readAllLines(folder.resolve("out/recommendations.csv")), allocation.lines().toList());

    Ran second = run("--output", output, "--learners", "300", "--seed", "7", "--messages", "50");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.err()).contains("0 new, 0 changed");
    assertThat(second.err())
        .doesNotContain("allocating")
        .doesNotContainPattern(", [1-9]\\d* of them new");
    assertThat(Files.readString(folder.resolve("out/allocation.csv"))).isEqualTo(allocation);
    assertThat(Files.readString(folder.resolve("out/report.html"))).isEqualTo(report);
  }

  /** Nobody is placed where they would gain more than from the best that was recommended. */
  private static void assertRecommendedBeforePlaced(List<String> recommended, List<String> placed)
      throws IOException {
    String shown =
        Files.readString(
            Path.of(System.getProperty("project.root"), "adapters/city-csv/README.md"));
    assertThat(shown).contains("```csv\n" + recommended.get(0) + "\n");
    Map<String, Integer> best = new HashMap<>();
    for (String line : recommended.subList(1, recommended.size())) {
      String[] cells = line.split(",", -1);
      int points = Integer.parseInt(cells[3]);
      assertThat(Integer.parseInt(cells[1])).isBetween(1, 5);
      assertThat(points).isPositive();
      assertThat(cells[4]).isNotEmpty();
      if (cells[1].equals("1")) {
        best.put(cells[0], points);
      }
      assertThat(points).isLessThanOrEqualTo(best.getOrDefault(cells[0], 0));
    }
    assertThat(placed).hasSizeGreaterThan(100);
    for (String line : placed.subList(1, placed.size())) {
      String[] cells = line.split(",", -1);
      assertThat(Integer.parseInt(cells[2])).isLessThanOrEqualTo(best.getOrDefault(cells[0], 0));
    }
  }

  @Test
  void another_city_runs_its_own_files_in_its_own_language() throws IOException {
    String input = Path.of("src/test/resources/beispielstadt").toAbsolutePath().toString();
    String output = folder.resolve("own").toString();
    Ran ran = run("--input", input, "--output", output, "--messages", "20");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("Cities: 1. 12 learners, 12 placed");
    assertThat(ran.err()).contains("1 rows could not be taken");
    String report = Files.readString(folder.resolve("own/report.html"));
    assertThat(report).contains("Beispielstadt", "Stadtmuseum", "Tischlerei");
    assertThat(report).doesNotContain("Netanya").doesNotContain("niemand");
    // The people of a city are real: what the store holds of them can't be read without the keys.
    assertThat(folder.resolve("own/keys")).isNotEmptyDirectory();
    assertThat(Files.readString(folder.resolve("own/store/cities.mv.db"), ISO_8859_1))
        .doesNotContain("birthDate")
        .doesNotContain("growthAreas");
    assertThat(Files.readString(folder.resolve("own/calendars/beispielstadt.ics")))
        .contains("BEGIN:VEVENT");
    assertThat(Files.readString(folder.resolve("own/maps/beispielstadt.geojson")))
        .contains("FeatureCollection");
  }

  @Test
  void a_broken_input_is_told_in_one_line_and_the_store_stays_as_it_was() throws IOException {
    Path input = folder.resolve("broken");
    Files.createDirectories(input.resolve("city"));
    Files.createDirectories(input.resolve("oneroster"));
    Files.writeString(input.resolve("oneroster/manifest.csv"), "\u0000\u0001,\"");
    Path output = folder.resolve("never");
    assertRefused(run("--input", input.toString(), "--output", output.toString()), "manifest.csv");
    assertThat(output).doesNotExist();
  }

  @Test
  void what_is_given_wrongly_gets_one_clear_line_and_exit_code_2() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "this is no folder");
    assertRefused(run("--colour", "blue"), "--colour");
    assertRefused(run("--learners", "many"), "--learners");
    assertRefused(run("--learners", "20"), "300");
    assertRefused(
        run("--store", "oracle", "--output", folder.resolve("o").toString()), "unknown store");
    assertRefused(run("--channel", "pigeon", "--output", folder.resolve("o").toString()), "pigeon");
    assertRefused(run("--output", file.toString()), "can't be written to");
    assertRefused(run("--input", folder.resolve("nowhere").toString()), "nowhere");
    assertThat(folder.resolve("o/store")).doesNotExist();
  }

  @Test
  void help_is_shown_on_standard_output() {
    Ran ran = run("--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("--input", "--output", "--store", "--seed", "--learners");
    assertThat(ran.err()).isEmpty();
  }

  private static void assertRefused(Ran ran, String clue) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    String last = ran.err().strip();
    last = last.substring(last.lastIndexOf('\n') + 1);
    assertThat(last).startsWith("city-in-a-box: ").contains(clue);
    assertThat(ran.err()).doesNotContain("\tat ");
    assertThat(ran.out()).isEmpty();
  }
}
