package org.educationcities.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.Problem;
import org.educationcities.registry.Roster;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.SchoolRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OneRoster in: the samples, and each malformed folder with the very error it must give. */
class OneRosterReaderTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path MALFORMED = RESOURCES.resolve("malformed");

  @TempDir private Path scratch = Path.of("");

  /** What a malformed folder must give. */
  record Expected(String name, String base, String code, String file, long line, int column) {
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
                    each[0],
                    each[1],
                    each[2],
                    each[3],
                    Long.parseLong(each[4]),
                    Integer.parseInt(each[5])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1.2"})
  void readsTheSampleOfEachVersion(String version) {
    OneRosterImport imported = reader().read(RESOURCES.resolve("sample-" + version));
    Roster roster = imported.roster();

    assertThat(roster.schools()).extracting(SchoolRecord::id).containsExactly("s1", "s2");
    assertThat(roster.schools()).extracting(SchoolRecord::cityId).containsOnly("hadera");
    assertThat(roster.learners())
        .extracting(
            LearnerRecord::id, each -> each.schoolId().orElse(""), each -> each.grade().orElse(""))
        .containsExactly(tuple("l1", "s1", "03"), tuple("l2", "s1", "03"));
    assertThat(roster.learners().get(0).birthDate()).contains(LocalDate.of(2018, 2, 3));
    assertThat(roster.adults()).extracting(AdultRecord::id).containsExactly("x1", "a1");
    assertThat(roster.adults()).extracting(AdultRecord::educator).containsExactly(true, false);
    ClassRecord third = roster.classes().get(0);
    assertThat(third.learnerIds()).isEqualTo(Set.of("l1", "l2"));
    assertThat(third.educatorIds()).isEqualTo(Set.of("x1"));
    assertThat(roster.guardians()).extracting(GuardianRecord::id).containsExactly("g1", "g2");
    assertThat(roster.guardians())
        .flatExtracting(GuardianRecord::relations)
        .extracting(Relation::learnerId, Relation::mayPermit)
        .containsExactly(tuple("l1", true), tuple("l2", false));
    assertThat(imported.terms()).extracting(each -> each.id().value()).containsExactly("t1");
    assertThat(imported.report().isClean()).isTrue();
  }

  @Test
  void birthDatesAreReadOnlyWhenAskedFor() {
    OneRosterImport imported =
        OneRosterReader.builder().build().read(RESOURCES.resolve("sample-1.1"));

    assertThat(imported.roster().learners()).allMatch(each -> each.birthDate().isEmpty());
    assertThat(imported.report().notes()).extracting(Problem::code).contains("file-not-asked");
    assertThat(imported.report().taken()).doesNotContainKey("demographics.csv");
  }

  @Test
  void aZipIsReadAsItsFolderIs() throws IOException {
    Path zip = scratch.resolve("roster.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out);
        Stream<Path> files = Files.list(RESOURCES.resolve("sample-1.2"))) {
      for (Path file : files.toList()) {
        entries.putNextEntry(new ZipEntry("export/" + file.getFileName()));
        Files.copy(file, entries);
      }
    }

    assertThat(reader().read(zip).roster().learners())
        .isEqualTo(reader().read(RESOURCES.resolve("sample-1.2")).roster().learners());
  }

  @Test
  void aDeltaTellsWhoLeft() throws IOException {
    copy(RESOURCES.resolve("sample-1.1"));
    change("manifest.csv", "file.users,bulk", "file.users,delta");
    change("manifest.csv", "file.enrollments,bulk", "file.enrollments,delta");
    change("users.csv", "l2,,,", "l2,tobedeleted,2026-10-01T00:00:00Z,");
    change("users.csv", "g2,,,", "g2,tobedeleted,2026-10-01T00:00:00Z,");
    change("enrollments.csv", "e2,,,", "e2,tobedeleted,2026-10-01T00:00:00Z,");

    OneRosterImport imported = reader().read(scratch);

    assertThat(imported.deltaFiles()).isEqualTo(Set.of("users.csv", "enrollments.csv"));
    assertThat(imported.departed()).isEqualTo(Set.of("l2", "g2"));
    assertThat(imported.removedEnrollments())
        .containsExactly(new OneRosterImport.Enrollment("k1", "l2", "student"));
  }

  @Test
  void theRestIsTakenByBestEffort() throws IOException {
    copy(RESOURCES.resolve("sample-1.1"));
    change("users.csv", "l2,,,true,s1,student", "l2,,,true,s9,student");

    OneRosterImport imported =
        OneRosterReader.builder().mode(ImportMode.BEST_EFFORT).build().read(scratch);

    assertThat(imported.roster().learners()).extracting(LearnerRecord::id).containsExactly("l1");
    assertThat(imported.report().refused())
        .extracting(Problem::file, Problem::line, Problem::column)
        .contains(tuple("users.csv", 3L, 5));
    assertThat(imported.report().taken()).containsEntry("users.csv", 5);
  }

  @Test
  void noProblemRepeatsACell() throws IOException {
    copy(RESOURCES.resolve("sample-1.1"));
    change("users.csv", "l2,,,true,s1,student", "l2,,,canary-flag,canary-org,canary-role");
    change("demographics.csv", "2018-02-03", "canary-birth");

    ImportException refused =
        catchThrowableOfType(ImportException.class, () -> reader().read(scratch));

    assertThat(refused.getMessage()).doesNotContain("canary");
    assertThat(refused.problems()).allMatch(each -> !each.toString().contains("canary"));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void givesTheErrorItMust(Expected expected) throws IOException {
    copy(RESOURCES.resolve("sample-" + expected.base()));
    overlay(MALFORMED.resolve(expected.name()));

    ImportException refused =
        catchThrowableOfType(ImportException.class, () -> reader().read(scratch));

    Problem first = refused.problems().get(0);
    assertThat(List.of(first.code(), first.file(), first.line(), first.column()))
        .isEqualTo(List.of(expected.code(), expected.file(), expected.line(), expected.column()));
  }

  private static OneRosterReader reader() {
    return OneRosterReader.builder().language("en").withBirthDates().build();
  }

  private void change(String file, String old, String now) throws IOException {
    String text = Files.readString(scratch.resolve(file));
    assertThat(text).contains(old);
    Files.writeString(scratch.resolve(file), text.replace(old, now));
  }

  private void copy(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, scratch.resolve(file.getFileName()));
      }
    }
  }

  private void overlay(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        Files.deleteIfExists(scratch.resolve(name.replace(".absent", "")));
        if (!name.endsWith(".absent")) {
          Files.copy(file, scratch.resolve(name));
        }
      }
    }
  }
}
