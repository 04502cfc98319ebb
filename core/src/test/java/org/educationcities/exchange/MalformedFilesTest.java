package org.educationcities.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each malformed file of the folder gives the very error that {@code expected.csv} names, and no
 * other exception.
 */
class MalformedFilesTest {
  static final Path FOLDER = Path.of("src/test/resources/exchange/malformed");
  static final ImportLimits SMALL =
      ImportLimits.builder()
          .rows(50)
          .fields(20)
          .fieldLength(1000)
          .jsonValues(100)
          .files(20)
          .build();

  /** What a file must give. */
  record Expected(String file, String codes, long line, int column) {
    @Override
    public String toString() {
      return file + " gives " + codes;
    }
  }

  static Stream<Expected> expected() throws IOException {
    return Files.readAllLines(FOLDER.resolve("expected.csv")).stream()
        .skip(1)
        .map(each -> each.split(","))
        .map(
            each ->
                new Expected(each[0], each[1], Long.parseLong(each[2]), Integer.parseInt(each[3])));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void givesTheErrorItMust(Expected expected) {
    ImportException refused =
        catchThrowableOfType(
            ImportException.class,
            () -> importAll(FOLDER.resolve(expected.file()), ImportMode.ALL_OR_NOTHING));

    Problem problem = refused.problems().get(0);
    assertThat(List.of(expected.codes().split("\\|"))).contains(problem.code());
    assertThat(problem.line()).isEqualTo(expected.line());
    assertThat(problem.column()).isEqualTo(expected.column());
    assertThat(problem.reason()).isNotBlank();
    assertThat(refused.code()).isEqualTo(problem.code());
  }

  @Test
  void everyFileOfTheFolderIsExpected() throws IOException {
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.map(SourceFiles::nameOf).forEach(there::add);
    }
    there.remove("expected.csv");
    assertThat(expected().map(Expected::file)).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void linksOutOfTheFolderAreRefused(@TempDir Path folder) throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.csv"), "id\n1\n");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("table.csv"), outside.resolve("secret.csv"));

    assertThat(
            catchThrowableOfType(
                    ImportException.class, () -> importAll(inside, ImportMode.BEST_EFFORT))
                .code())
        .isEqualTo("link-outside");
  }

  @Test
  void linksThatLeadNowhereAreRefused(@TempDir Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("table.csv"), folder.resolve("table.csv"));

    assertThat(
            catchThrowableOfType(
                    ImportException.class, () -> importAll(folder, ImportMode.BEST_EFFORT))
                .code())
        .isEqualTo("link-outside");
  }

  /** Reads every file as a table or as JSON. */
  static List<String> importAll(Path path, ImportMode mode) {
    List<String> seen = new ArrayList<>();
    ImportLog log = new ImportLog(mode, SMALL);
    TableShape shape =
        TableShape.builder()
            .required("id")
            .optional("name", "age")
            .ignored(Set.of("password"))
            .build();
    try (SourceFiles files = SourceFiles.open(path, SMALL)) {
      if (files.names().isEmpty()) {
        throw new ImportException("", "file-missing", "There is nothing in it.");
      }
      for (String name : files.names()) {
        if (name.endsWith(".json")) {
          JsonDocument.read(
              files,
              name,
              log,
              part -> {
                seen.add(part.required("id"));
                part.items("items").forEach(JsonPart::text);
              });
        } else {
          Table.read(
              files,
              name,
              shape,
              log,
              row -> {
                seen.add(row.id("id"));
                row.text("name").ifPresent(seen::add);
                row.whole("age", 0, 150).map(String::valueOf).ifPresent(seen::add);
                row.text("password").ifPresent(seen::add);
              });
        }
      }
    }
    log.finish();
    return seen;
  }
}
