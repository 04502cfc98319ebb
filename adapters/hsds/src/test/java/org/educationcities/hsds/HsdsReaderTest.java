package org.educationcities.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.Problem;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.ResourceRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HSDS in: the standard's own examples, each malformed folder with its error, and what is written.
 */
class HsdsReaderTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path MALFORMED = RESOURCES.resolve("malformed");
  private static final String AT_LOCATION = "e94c9f38-1e8f-4564-91d4-d53501ab1765";

  /** What a malformed folder must give. */
  record Expected(String name, String file, String code, long line) {
    @Override
    public String toString() {
      return name + " gives " + code;
    }
  }

  static Stream<Expected> expected() throws IOException {
    return Files.readAllLines(MALFORMED.resolve("expected.csv")).stream()
        .skip(1)
        .map(each -> each.split(","))
        .map(each -> new Expected(each[0], each[1], each[2], Long.parseLong(each[3])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_full.json", "service_at_location_full.json", "csv"})
  void readsTheExamplesOfTheStandard(String file) {
    HsdsImport imported =
        HsdsReader.of("city", "en", ImportMode.BEST_EFFORT)
            .read(RESOURCES.resolve("open-referral").resolve(file));

    ResourceRecord resource = byId(imported, AT_LOCATION);
    assertThat(resource.names()).isEqualTo(Map.of("en", "Community Counselling"));
    assertThat(resource.minimumAge()).contains(12);
    assertThat(resource.languages()).contains("ur");
    assertThat(resource.schedule().orElse(""))
        .startsWith("FREQ=WEEKLY;INTERVAL=1;WKST=TU;BYDAY=TH,FR");
    assertThat(imported.schedulesOf(AT_LOCATION).get(0).opensAt()).isEqualTo(LocalTime.of(10, 0));
    // The example's own latitude is 100.
    assertThat(resource.position()).isEmpty();
    assertThat(imported.report().notes())
        .extracting(Problem::code)
        .contains("position-out-of-range", "schedule-simplified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "good-tables"})
  void documentsAndTablesSayTheSame(String folder) {
    HsdsImport imported = reader().read(MALFORMED.resolve(folder));

    ResourceRecord resource = byId(imported, "l1");
    assertThat(resource.position()).contains(new GeoPoint(32.4, 34.9));
    assertThat(resource.organizationNames()).isEqualTo(Map.of("en", "Makers"));
    assertThat(imported.schedulesOf("l1").get(0).closesAt()).isEqualTo(LocalTime.of(17, 30));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void givesTheErrorItMust(Expected expected) {
    ImportException refused =
        catchThrowableOfType(
            ImportException.class, () -> reader().read(MALFORMED.resolve(expected.name())));

    Problem first = refused.problems().get(0);
    assertThat(List.of(first.code(), first.file(), first.line()))
        .isEqualTo(List.of(expected.code(), expected.file(), expected.line()));
  }

  @Property(tries = 40)
  void writtenResourcesAreReadBack(@ForAll long seed) throws IOException {
    List<ResourceRecord> resources = resources(new Random(seed));
    Map<String, List<HsdsSchedule>> schedules = new TreeMap<>();
    for (ResourceRecord each : resources) {
      each.schedule()
          .map(HsdsReaderTest::afternoon)
          .ifPresent(schedule -> schedules.put(each.id(), List.of(schedule)));
    }
    Path folder = Files.createTempDirectory("hsds");
    try {
      HsdsWriter.of(Locale.ENGLISH).write(folder, resources, schedules);
      HsdsImport imported = reader().read(folder);

      assertThat(imported.resources()).containsExactlyInAnyOrderElementsOf(resources);
      schedules.forEach((id, each) -> assertThat(imported.schedulesOf(id)).isEqualTo(each));
    } finally {
      remove(folder);
    }
  }

  @Property(tries = 200)
  void whateverIsBrokenNothingElseIsThrown(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Path good = MALFORMED.resolve(random.nextBoolean() ? "good" : "good-tables");
    Path folder = Files.createTempDirectory("broken");
    try (Stream<Path> files = Files.list(good)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = random.nextInt(4); i > 0; i--) {
          boolean sharp = random.nextBoolean();
          bytes[random.nextInt(bytes.length)] =
              (byte) (sharp ? ",\"\n\r;=0:{}[]".charAt(random.nextInt(12)) : random.nextInt(256));
        }
        Files.write(folder.resolve(file.getFileName()), bytes);
      }
      for (ImportMode mode : ImportMode.values()) {
        assertThatCode(() -> readOrRefuse(folder, mode)).doesNotThrowAnyException();
      }
    } finally {
      remove(folder);
    }
  }

  private static void readOrRefuse(Path folder, ImportMode mode) {
    try {
      HsdsReader.of("city", "en", mode).read(folder);
    } catch (ImportException declared) {
      assertThat(declared.problems()).isNotEmpty();
    }
  }

  private static HsdsSchedule afternoon(String rule) {
    return new HsdsSchedule(
        rule, LocalDate.of(2026, 9, 6), LocalTime.of(16, 0), LocalTime.of(17, 30));
  }

  private static List<ResourceRecord> resources(Random random) {
    List<ResourceRecord> resources = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      boolean untapped = random.nextInt(3) == 0;
      boolean somewhere = untapped || random.nextBoolean();
      GeoPoint point = new GeoPoint(random.nextInt(90) + 0.25, random.nextInt(180));
      resources.add(
          ResourceRecord.builder("r" + i, "city", "o" + i % 2)
              .organizationNames(Map.of("en", "Organization, \"" + i % 2 + "\""))
              .sector(i % 2 == 0 ? "public" : "social-business")
              .names(Map.of("en", "=Resource " + i))
              .kind("theatre")
              .position(somewhere ? point : null)
              .localityId(somewhere ? "6500" : null)
              .topicIds(Set.of("music", "topic" + i))
              .untapped(untapped)
              .minimumAge(untapped ? null : random.nextInt(10))
              .maximumAge(untapped ? null : 10 + random.nextInt(10))
              .languages(List.of("he", "ar"))
              .arrangements(Set.of("wheelchair"))
              .schedule(random.nextBoolean() ? null : "FREQ=WEEKLY;BYDAY=SU,TU")
              .generated(random.nextBoolean())
              .build());
    }
    return resources;
  }

  private static HsdsReader reader() {
    return HsdsReader.of("city", "en", ImportMode.ALL_OR_NOTHING);
  }

  private static ResourceRecord byId(HsdsImport imported, String id) {
    return imported.resources().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
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
