package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.educationcities.exchange.ImportLimits;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.SourceFiles;
import org.educationcities.exchange.Table;
import org.educationcities.exchange.TableShape;
import org.educationcities.exchange.TableWriter;

/**
 * A text in a written table: no spreadsheet takes it for a formula, whether it parts cells at
 * commas, semicolons or tabs, and it is read back as it was.
 */
final class TablesOut implements Target {
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
  private static final TableShape SHAPE =
      TableShape.builder().required("id", "text").guarded().build();

  private final Path folder;

  TablesOut() {
    try {
      folder = Files.createTempDirectory("tables");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(byte[] input) throws IOException {
    String text = new String(input, StandardCharsets.UTF_8);
    Path file = folder.resolve("table.csv");
    try (TableWriter table = TableWriter.open(file, List.of("id", "text"))) {
      table.row("1", text);
    }
    String raw = Files.readString(file);
    for (CsvRecord row : CsvReader.builder().ofCsvRecord(raw).stream().toList()) {
      row.getFields().forEach(TablesOut::isNoFormula);
    }
    // Where a semicolon or a tab parts the cells, the quotes around ours mean nothing.
    for (String cell : raw.split("[;\t\r\n]", -1)) {
      isNoFormula(cell.replaceFirst("^\"+", ""));
    }
    assertThat(readBack(file)).isEqualTo(asRead(text));
  }

  private static void isNoFormula(String cell) {
    if (!cell.isEmpty()
        && FORMULA.indexOf(cell.charAt(0)) >= 0
        && !NUMBER.matcher(cell.replace("\"", "")).matches()) {
      throw new AssertionError("A cell begins a formula.");
    }
  }

  private static List<String> readBack(Path file) {
    List<String> found = new ArrayList<>();
    ImportLog log = new ImportLog(ImportMode.BEST_EFFORT, ImportLimits.STANDARD);
    try (SourceFiles files = SourceFiles.open(file, ImportLimits.STANDARD)) {
      Table.read(files, "table.csv", SHAPE, log, row -> row.text("text").ifPresent(found::add));
    }
    return found;
  }

  /** Stripped; line ends within a cell are LF; a NUL is refused. */
  private static List<String> asRead(String text) {
    String stripped = text.replace("\r\n", "\n").replace("\r", "\n").strip();
    return stripped.isEmpty() || stripped.indexOf('\0') >= 0 ? List.of() : List.of(stripped);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        bytes("=HYPERLINK(\"x\")"),
        bytes("a;=1+1"),
        bytes("'-5"),
        bytes("-5.25"),
        bytes("\t=1"),
        bytes("a\r\n@b"),
        bytes("a,\"b\";+c\t-d"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
