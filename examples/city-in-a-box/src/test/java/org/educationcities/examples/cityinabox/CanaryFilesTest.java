package org.educationcities.examples.cityinabox;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A city whose files hold a token in every personal column goes through the whole job: import,
 * recommendations, allocation, proposals, clearance, messages, calendars, maps, both reports. Where
 * each kind of token may be stands in {@link #MAY_BE}; everywhere else there are none.
 */
class CanaryFilesTest {
  /** Columns of files about people that hold nothing about one of them. */
  private static final Map<String, Set<String>> IMPERSONAL =
      Map.of(
          "oneroster/users.csv",
          Set.of("status", "dateLastModified", "enabledUser", "orgSourcedIds", "role", "grades"),
          "oneroster/demographics.csv",
          Set.of("status", "dateLastModified"),
          "city/learners.csv",
          Set.of("languages", "arrangements"),
          "city/quests.csv",
          Set.of("topics"),
          "city/wishes.csv",
          Set.of("rank", "opportunity"));

  /** Columns that refer to people of other rows: the ids there are tokens already. */
  private static final Set<String> REFERENCES = Set.of("sourcedId", "agentSourcedIds", "learner");

  /**
   * Which outputs may hold which tokens: an allocation and recommendations are of single learners,
   * by their ids, and asked for by name; messages name their recipients by the host's opaque ids;
   * in the store ids stand open, and all else is sealed.
   */
  private static final Map<String, Set<String>> MAY_BE =
      Map.of(
          "allocation.csv", Set.of("canary-learner"),
          "allocation.json", Set.of("canary-learner"),
          "recommendations.csv", Set.of("canary-learner"),
          "messages.csv", Set.of("canary-learner", "canary-guardian"),
          "store/cities.mv.db", Set.of("canary-learner", "canary-guardian"));

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-01-10T08:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private final Set<String> tokens = new LinkedHashSet<>();

  @Test
  void areNowhereButWhereTheyMayBe() throws IOException {
    Path input = folder.resolve("input");
    copy(Path.of("src/test/resources/beispielstadt"), input);
    Path output = folder.resolve("out");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream saying = new PrintStream(said, true, StandardCharsets.UTF_8);
    Map<String, Set<String>> hits = new TreeMap<>();
    try (Overheard log = Overheard.everything()) {
      int code =
          CityInABox.run(
              CLOCK,
              saying,
              saying,
              "--input",
              input.toString(),
              "--output",
              output.toString(),
              "--messages",
              "500");
      assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
      look("the log", log.text(), hits);
      assertThat(log.text()).isNotEmpty();
    }
    look("what the command says", said.toString(StandardCharsets.UTF_8), hits);
    int files = 0;
    try (Stream<Path> all = Files.walk(output)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String name = output.relativize(each).toString();
        if (!name.startsWith("keys")) {
          look(name, new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1), hits);
          files++;
        }
      }
    }
    assertThat(files).isGreaterThan(8);
    hits.forEach(
        (where, found) ->
            assertThat(MAY_BE.getOrDefault(where, Set.of())).as(where).containsAll(kinds(found)));
    // That they are found where they may be shows that the search finds.
    assertThat(hits.keySet()).contains("allocation.csv", "recommendations.csv", "messages.csv");
  }

  private static Set<String> kinds(Set<String> found) {
    Set<String> kinds = new TreeSet<>();
    found.forEach(each -> kinds.add(each.replaceFirst("-\\d+$", "")));
    return kinds;
  }

  private void look(String where, String text, Map<String, Set<String>> hits) {
    for (String each : tokens) {
      if (text.contains(each)) {
        hits.computeIfAbsent(where, name -> new TreeSet<>()).add(each);
      }
    }
  }

  /** The city with its people's ids as tokens, and a token in each personal cell. */
  private void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(each).toString().replace('\\', '/');
        String text =
            Files.readString(each)
                .replaceAll("\\bk(\\d\\d)\\b", "canary-learner-$1")
                .replaceAll("\\bg(\\d\\d)\\b", "canary-guardian-$1");
        Path target = to.resolve(name);
        Files.createDirectories(target.getParent());
        Files.writeString(target, IMPERSONAL.containsKey(name) ? filled(name, text) : text);
      }
    }
  }

  private String filled(String name, String text) {
    List<String> lines = text.lines().toList();
    String[] columns = lines.get(0).split(",", -1);
    List<String> filled = new ArrayList<>(List.of(lines.get(0)));
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      for (int c = 0; c < columns.length; c++) {
        cells[c] = cell(name, columns[c], cells[c], i);
      }
      filled.add(String.join(",", cells));
    }
    return String.join("\n", filled) + "\n";
  }

  private String cell(String file, String column, String cell, int line) {
    if (IMPERSONAL.getOrDefault(file, Set.of()).contains(column)) {
      return cell;
    }
    String token;
    if (REFERENCES.contains(column) || cell.contains("canary-") || column.equals("birthDate")) {
      token = cell;
    } else if (column.equals("latitude")) {
      token = String.format(Locale.ROOT, "51.0071%02d", line);
    } else if (column.equals("longitude")) {
      token = String.format(Locale.ROOT, "10.0092%02d", line);
    } else {
      token = "canary-" + column + "-" + line; // names, addresses, words, whatever there is
    }
    if (token.matches("[\\w.-]*canary-[\\w-]+") || token.length() >= 9) {
      tokens.add(token);
    }
    return token;
  }

  /** What a token is of, for those who read the table: every kind there is. */
  @Test
  void everyColumnAboutPeopleHoldsOne() throws IOException {
    copy(Path.of("src/test/resources/beispielstadt"), folder.resolve("again"));
    Map<String, Set<String>> missing = new LinkedHashMap<>();
    for (String file : IMPERSONAL.keySet()) {
      List<String> lines = Files.readAllLines(folder.resolve("again").resolve(file));
      String[] columns = lines.get(0).split(",", -1);
      for (int c = 0; c < columns.length; c++) {
        String cell = lines.get(1).split(",", -1)[c];
        if (!IMPERSONAL.getOrDefault(file, Set.of()).contains(columns[c])
            && !tokens.contains(cell)) {
          missing.computeIfAbsent(file, name -> new TreeSet<>()).add(columns[c]);
        }
      }
    }
    assertThat(missing).isEmpty();
  }
}
