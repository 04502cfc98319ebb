package org.educationcities.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportMode;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.SchoolRecord;

/**
 * What is written is read back, and nothing that a file may hold makes another exception than the
 * declared one.
 */
class OneRosterLaws {

  @Property(tries = 40)
  void writtenRostersAreReadBack(@ForAll long seed, @ForAll OneRosterVersion version)
      throws IOException {
    Roster roster = roster(new Random(seed));
    List<Term> terms =
        List.of(new Term(new TermId("t1"), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31)));
    Path folder = Files.createTempDirectory("roster");
    try {
      OneRosterWriter.of(version, Locale.ENGLISH, "-")
          .withBirthDates()
          .write(folder, roster, terms);
      OneRosterImport imported =
          OneRosterReader.builder().language("en").withBirthDates().build().read(folder);

      assertThat(imported.roster().schools()).containsExactlyInAnyOrderElementsOf(roster.schools());
      assertThat(imported.roster().classes()).containsExactlyInAnyOrderElementsOf(roster.classes());
      assertThat(imported.roster().learners())
          .containsExactlyInAnyOrderElementsOf(roster.learners());
      assertThat(imported.roster().adults()).containsExactlyInAnyOrderElementsOf(roster.adults());
      assertThat(imported.roster().guardians())
          .containsExactlyInAnyOrderElementsOf(roster.guardians());
      assertThat(imported.terms()).isEqualTo(terms);
      assertThat(imported.report().notes()).isEmpty();
    } finally {
      remove(folder);
    }
  }

  @Property(tries = 200)
  void whateverIsBrokenNothingElseIsThrown(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    String sample = random.nextBoolean() ? "sample-1.1" : "sample-1.2";
    Path folder = Files.createTempDirectory("broken");
    try (Stream<Path> files = Files.list(Path.of("src/test/resources", sample))) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = random.nextInt(4); i > 0; i--) {
          bytes[random.nextInt(bytes.length)] =
              (byte)
                  (random.nextBoolean()
                      ? ",\"\n\r;=0".charAt(random.nextInt(7))
                      : random.nextInt(256));
        }
        Files.write(folder.resolve(file.getFileName()), bytes);
      }
      for (ImportMode mode : ImportMode.values()) {
        assertThatCode(
                () -> {
                  try {
                    OneRosterReader.builder().withBirthDates().mode(mode).build().read(folder);
                  } catch (ImportException declared) {
                    assertThat(declared.problems()).isNotEmpty();
                  }
                })
            .doesNotThrowAnyException();
      }
    } finally {
      remove(folder);
    }
  }

  private static Roster roster(Random random) {
    List<SchoolRecord> schools = new ArrayList<>();
    List<ClassRecord> classes = new ArrayList<>();
    List<LearnerRecord> learners = new ArrayList<>();
    List<AdultRecord> adults = new ArrayList<>();
    List<GuardianRecord> guardians = new ArrayList<>();
    for (int s = 0; s < 1 + random.nextInt(3); s++) {
      String school = "=s" + s;
      schools.add(
          SchoolRecord.builder(school, "city")
              .names(Map.of("en", "School, \"" + s + "\""))
              .build());
      Set<String> members = new TreeSet<>();
      for (int l = 0; l < random.nextInt(6); l++) {
        String learner = "l" + s + "-" + l;
        members.add(learner);
        LocalDate birth = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(1000));
        learners.add(
            LearnerRecord.builder(learner, "city")
                .schoolId(school)
                .grade(random.nextBoolean() ? "KG" : "0" + (1 + random.nextInt(9)))
                .birthDate(random.nextInt(4) == 0 ? null : birth)
                .build());
        guardians.add(
            GuardianRecord.builder("g" + learner)
                .relations(List.of(new Relation(learner, random.nextBoolean(), null, null)))
                .build());
      }
      adults.add(AdultRecord.builder("a" + s).schoolId(school).educator(true).build());
      adults.add(AdultRecord.builder("b" + s).schoolId(school).build());
      classes.add(
          ClassRecord.builder("k" + s, school)
              .title("Class " + s)
              .grade("03")
              .learnerIds(members)
              .educatorIds(Set.of("a" + s))
              .build());
    }
    return Roster.builder()
        .schools(schools)
        .classes(classes)
        .learners(learners)
        .adults(adults)
        .guardians(guardians)
        .build();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
