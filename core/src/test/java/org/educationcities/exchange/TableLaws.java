package org.educationcities.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * What is written is read back; whatever is read, nothing else is thrown than the one exception.
 */
class TableLaws {
  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("tables");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("table.csv"));
    Files.deleteIfExists(folder.resolve("any"));
    Files.deleteIfExists(folder.resolve("any.json"));
    Files.delete(folder);
  }

  @Property(tries = 300)
  void writtenRowsAreReadBack(@ForAll("rows") List<List<String>> rows) {
    Path file = folder.resolve("table.csv");
    try (TableWriter writer = TableWriter.open(file, List.of("a", "b", "c"))) {
      rows.forEach(each -> writer.row(each.toArray()));
    }
    List<List<String>> read = new ArrayList<>();
    TableShape shape = TableShape.builder().required("a", "b", "c").guarded().build();
    ImportLog log = new ImportLog(ImportMode.ALL_OR_NOTHING, ImportLimits.STANDARD);
    try (SourceFiles files = SourceFiles.open(file, ImportLimits.STANDARD)) {
      Table.read(
          files,
          "table.csv",
          shape,
          log,
          row ->
              read.add(
                  List.of(
                      row.text("a").orElse(""),
                      row.text("b").orElse(""),
                      row.text("c").orElse(""))));
    }

    assertThat(log.finish().taken().getOrDefault("table.csv", 0)).isEqualTo(rows.size());
    assertThat(read)
        .isEqualTo(rows.stream().map(row -> row.stream().map(TableLaws::asRead).toList()).toList());
  }

  @Property(tries = 500)
  void noCellThatIsWrittenStartsAFormula(@ForAll("cell") String cell) {
    String guarded = FormulaGuard.on(cell);

    assertThat(FormulaGuard.off(guarded)).isEqualTo(cell);
    if (!guarded.matches("-?[0-9]+([.][0-9]+)?")) {
      assertThat(guarded).doesNotMatch("(?s)^[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*");
    }
  }

  @Property(tries = 500)
  void whateverTheBytesNothingElseIsThrown(@ForAll byte[] bytes) throws IOException {
    onlyTheDeclaredException(bytes);
  }

  @Property(tries = 500)
  void whateverTheTextNothingElseIsThrown(@ForAll("hostile") String text) throws IOException {
    onlyTheDeclaredException(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 500)
  void whateverIsFlippedInAZipNothingElseIsThrown(
      @ForAll("zipped") byte[] zip, @ForAll int at, @ForAll byte to) throws IOException {
    byte[] changed = Arrays.copyOf(zip, zip.length);
    changed[Math.floorMod(at, zip.length)] = to;
    onlyTheDeclaredException(changed);
  }

  private static void onlyTheDeclaredException(byte[] bytes) throws IOException {
    for (String name : List.of("any", "any.json")) {
      Path file = folder.resolve(name);
      Files.write(file, bytes);
      for (ImportMode mode : ImportMode.values()) {
        assertThatCode(
                () -> {
                  try {
                    MalformedFilesTest.importAll(file, mode);
                  } catch (ImportException declared) {
                    assertThat(declared.problems()).isNotEmpty();
                  }
                })
            .doesNotThrowAnyException();
      }
    }
  }

  /** Line ends within a cell are read as LF. */
  private static String asRead(String written) {
    return written.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  @Provide
  static Arbitrary<List<List<String>>> rows() {
    // A row whose every cell is empty is written as bare commas and stays a row.
    return cell().list().ofSize(3).list().ofMaxSize(8);
  }

  @Provide
  static Arbitrary<String> cell() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("=+-@\t\r\n'\",; aא0.5").ofMaxLength(6),
        Arbitraries.strings()
            .ofMaxLength(12)
            .filter(each -> each.indexOf(0) < 0 && isWellFormed(each)),
        Arbitraries.integers().map(String::valueOf));
  }

  private static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Provide
  static Arbitrary<String> hostile() {
    return Arbitraries.strings()
        .withChars("\"'{}[]:,\r\n\tid\\u0-1enultrfas \uFEFF")
        .ofMaxLength(60);
  }

  @Provide
  static Arbitrary<byte[]> zipped() {
    return Arbitraries.of("sum.zip", "twice.zip", "cut.zip", "damaged.zip")
        .map(
            name -> {
              try {
                return Files.readAllBytes(MalformedFilesTest.FOLDER.resolve(name));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  @Property(tries = 100)
  void aPasswordIsNotMadeIntoText(@ForAll("hostile") String secret) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.writeString(
        file, "id,password\n1,\"" + secret.replace("\"", "\"\"") + "\"\n", StandardCharsets.UTF_8);
    assertThat(MalformedFilesTest.importAll(file, ImportMode.BEST_EFFORT)).isEqualTo(List.of("1"));
  }
}
