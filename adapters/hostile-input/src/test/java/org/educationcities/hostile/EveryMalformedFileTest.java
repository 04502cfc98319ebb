package org.educationcities.hostile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.educationcities.citycsv.CityCsvReader;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportLimits;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.JsonDocument;
import org.educationcities.exchange.JsonPart;
import org.educationcities.exchange.Problem;
import org.educationcities.exchange.SourceFiles;
import org.educationcities.exchange.Table;
import org.educationcities.exchange.TableShape;
import org.educationcities.hsds.HsdsReader;
import org.educationcities.oneroster.OneRosterReader;
import org.educationcities.safeguarding.PolicyFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every malformed file of the importers' own tests and of this module, each laid over good files,
 * in a JVM with 64 MB: the error that its {@code expected.csv} names, and no other exception.
 */
class EveryMalformedFileTest {
  private static final Path CORE =
      Path.of("..", "..", "core", "src", "test", "resources", "exchange", "malformed");
  private static final Path OWN = Path.of("src", "test", "resources", "malformed");
  private static final ImportLimits SMALL =
      ImportLimits.builder()
          .rows(50)
          .fields(20)
          .fieldLength(1000)
          .jsonValues(100)
          .files(20)
          .build();
  private static final TableShape SHAPE =
      TableShape.builder()
          .required("id")
          .optional("name", "age")
          .ignored(Set.of("password"))
          .build();

  @TempDir private Path folder = Path.of("");

  /**
   * One malformed file, or the few that belong together.
   *
   * @param importer what reads it
   * @param base the good files that it is laid over, if there are several kinds
   * @param from the file, or the folder of its files
   * @param file what the file is called where it is read
   * @param names the file that the error is about
   * @param advice how the line that says what to do begins, or empty where nothing can be advised
   */
  record Case(
      String importer,
      String base,
      Path from,
      Set<String> codes,
      String file,
      String names,
      long line,
      int column,
      String advice) {
    @Override
    public String toString() {
      return importer + " " + from.getFileName() + " gives " + String.join(" or ", codes);
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    cases.addAll(cases("files", CORE, ""));
    cases.addAll(cases("oneroster", Samples.resources("oneroster").resolve("malformed"), ""));
    cases.addAll(cases("hsds", Samples.resources("hsds").resolve("malformed"), ""));
    cases.addAll(cases("city-csv", Samples.resources("city-csv").resolve("malformed"), ".csv"));
    cases.addAll(cases("", OWN, ""));
    return cases;
  }

  private static List<Case> cases(String importer, Path folder, String ending) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("expected.csv"))) {
      for (NamedCsvRecord row : rows) {
        String file = row.getField("file");
        cases.add(
            new Case(
                row.findField("importer").orElse(importer),
                row.findField("base").orElse(""),
                folder.resolve(row.findField("case").map(each -> each + ending).orElse(file)),
                Set.of(row.getField("code").split("[|]")),
                file,
                row.findField("names").orElse(file),
                Long.parseLong(row.getField("line")),
                Integer.parseInt(row.getField("column")),
                row.findField("advice").orElse("")));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheErrorItMustInLittleMemory(Case each) throws IOException {
    Problem first = refused(each).problems().get(0);

    assertThat(each.codes()).contains(first.code());
    assertThat(List.of(first.file(), first.line(), first.column()))
        .isEqualTo(List.of(each.names(), each.line(), each.column()));
    String advice = first.reason().lines().skip(1).collect(joining("\n"));
    assertThat(advice).startsWith(each.advice()).matches("|Maybe .*[.]");
    assertThat(advice.isEmpty()).isEqualTo(each.advice().isEmpty());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedInFiveSeconds(Case each) throws IOException {
    long start = System.nanoTime();
    refused(each);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void thereAreTwoHundredAndMoreAndEachIsExpected() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(300);
    try (var own = Files.list(OWN)) {
      assertThat(own.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrderElementsOf(
              cases().stream()
                  .filter(each -> each.from().startsWith(OWN))
                  .map(each -> String.valueOf(each.from().getFileName()))
                  .toList());
    }
  }

  private ImportException refused(Case each) throws IOException {
    Map<String, byte[]> files = new TreeMap<>(base(each));
    if (Files.isDirectory(each.from())) {
      Samples.files(each.from())
          .forEach(
              (name, bytes) -> {
                if (name.endsWith(".absent")) {
                  files.remove(name.replace(".absent", ""));
                } else {
                  files.put(name, bytes);
                }
              });
    } else {
      files.put(each.file(), Files.readAllBytes(each.from()));
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    ImportException refused =
        catchThrowableOfType(ImportException.class, () -> reader(each.importer()).accept(folder));
    assertThat(refused).as("%s is refused", each).isNotNull();
    Canary.isNotInRefusal(refused);
    return refused;
  }

  @Test
  void theHeapIsLittle() {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(64L << 20);
  }

  private static Map<String, byte[]> base(Case each) throws IOException {
    return switch (each.importer()) {
      case "oneroster" -> Samples.oneRoster(each.base());
      case "city-csv" -> Samples.cityCsv();
      default -> Map.of();
    };
  }

  private static Consumer<Path> reader(String importer) {
    return switch (importer) {
      case "oneroster" -> path -> OneRosterReader.builder().withBirthDates().build().read(path);
      case "oneroster-zip" ->
          path -> OneRosterReader.builder().build().read(path.resolve("roster.zip"));
      case "hsds" -> path -> HsdsReader.of("city", "en", ImportMode.ALL_OR_NOTHING).read(path);
      case "files" -> EveryMalformedFileTest::readAsItIs;
      case "city-csv" -> path -> CityCsvReader.of(ImportMode.ALL_OR_NOTHING).read(path);
      case "policy" -> path -> PolicyFile.read(path.resolve("policy.json"));
      default -> throw new IllegalStateException(importer);
    };
  }

  /** Every file as a table or as JSON, within the small limits of core's own test. */
  private static void readAsItIs(Path folder) {
    ImportLog log = new ImportLog(ImportMode.ALL_OR_NOTHING, SMALL);
    Path path = FileSet.only(folder);
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
                part.required("id");
                part.items("items").forEach(JsonPart::text);
              });
        } else {
          Table.read(
              files,
              name,
              SHAPE,
              log,
              row -> {
                row.id("id");
                row.text("name");
                row.whole("age", 0, 150);
                row.text("password");
              });
        }
      }
    }
    log.finish();
  }
}
