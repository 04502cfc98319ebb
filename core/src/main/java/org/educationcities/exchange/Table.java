package org.educationcities.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header (RFC 4180, UTF-8, with or without a byte order mark), read within
 * limits. Columns that nobody asked for are kept out and noted; a row that cannot be read is a
 * problem with its line.
 */
public final class Table {
  private final String file;
  private final ImportReport.Builder report;
  private final ImportLimits limits;
  private final Set<String> required;
  private final Set<String> known;

  private Table(
      String file,
      ImportReport.Builder report,
      ImportLimits limits,
      Set<String> required,
      Set<String> known) {
    this.file = file;
    this.report = report;
    this.limits = limits;
    this.required = required;
    this.known = known;
  }

  /**
   * Reads a table row by row.
   *
   * @param tree where the file is
   * @param file its name; a file that is not there has no rows
   * @param required columns without which nothing can be taken
   * @param optional columns that are read too
   * @param report where problems go
   * @param action for each row that could be read
   * @return whether the file was there and its header could be read
   */
  public static boolean read(
      FileTree tree,
      String file,
      Set<String> required,
      Set<String> optional,
      ImportReport.Builder report,
      Consumer<Row> action) {
    Optional<byte[]> bytes = tree.bytes(file);
    if (bytes.isEmpty()) {
      return false;
    }
    Set<String> known = new HashSet<>(required);
    known.addAll(optional);
    return new Table(file, report, tree.limits(), required, known).read(bytes.get(), action);
  }

  private boolean read(byte[] bytes, Consumer<Row> action) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      report.problem(
          file,
          lineOfMalformed(bytes),
          0,
          "encoding",
          "This is not UTF-8. Maybe save the file as UTF-8 again.");
      return false;
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return parse(text, action);
  }

  private boolean parse(String text, Consumer<Row> action) {
    Map<String, Integer> columns = null;
    int rows = 0;
    long line = 1;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .maxBufferSize(Math.max(limits.charactersPerField() * 8, 1 << 16))
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        line = record.getStartingLineNumber();
        if (columns == null) {
          columns = header(record);
          if (columns == null) {
            return false;
          }
          continue;
        }
        if (++rows > limits.rowsPerFile()) {
          report.problem(
              file,
              line,
              0,
              "too-many-rows",
              "There are more than " + limits.rowsPerFile() + " rows. Maybe split the file.");
          return true;
        }
        if (isSound(record, columns.size())) {
          action.accept(new Row(file, line, columns, record.getFields(), report));
        }
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      report.problem(
          file,
          line,
          0,
          "malformed",
          "From here on this is no CSV. Maybe a quote is not closed, or a field is too long.");
      return columns != null;
    }
    if (columns == null) {
      report.problem(file, 1, 0, "header-missing", "The file has no header. Maybe it is empty.");
      return false;
    }
    return true;
  }

  private @Nullable Map<String, Integer> header(CsvRecord record) {
    Map<String, Integer> columns = new HashMap<>();
    List<String> fields = record.getFields();
    boolean sound = fields.size() <= limits.fieldsPerRow();
    for (int i = 0; i < fields.size() && sound; i++) {
      String name = fields.get(i).strip();
      if (columns.putIfAbsent(name, i) != null) {
        report.problem(
            file, 1, i + 1, "column-twice", "A column comes twice. Maybe take one away.");
        return null;
      }
      if (!known.contains(name)) {
        report.note(file, 1, i + 1, "column-unknown", "A column is unknown and was not read.");
      }
    }
    if (!sound) {
      report.problem(
          file,
          1,
          0,
          "too-many-fields",
          "There are more than " + limits.fieldsPerRow() + " columns. Maybe it is another file.");
      return null;
    }
    boolean complete = true;
    for (String name : required.stream().sorted().toList()) {
      if (!columns.containsKey(name)) {
        report.problem(
            file,
            1,
            0,
            "column-missing",
            "Column '" + name + "' is missing. Maybe it has another name.");
        complete = false;
      }
    }
    return complete ? columns : null;
  }

  private boolean isSound(CsvRecord record, int width) {
    long line = record.getStartingLineNumber();
    if (record.getFieldCount() > width) {
      report.problem(
          file,
          line,
          width + 1,
          "too-many-fields",
          "There are more fields than columns. Maybe a comma in a text is not quoted.");
      return false;
    }
    for (int i = 0; i < record.getFieldCount(); i++) {
      if (record.getField(i).length() > limits.charactersPerField()) {
        report.problem(
            file,
            line,
            i + 1,
            "field-too-long",
            "The field is longer than " + limits.charactersPerField() + " characters.");
        return false;
      }
      if (record.getField(i).indexOf(0) >= 0) {
        report.problem(file, line, i + 1, "control-character", "The field has a NUL.");
        return false;
      }
    }
    return true;
  }

  private static long lineOfMalformed(byte[] bytes) {
    // The decoder tells how far it came; counting the lines before it is enough.
    var decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(8192);
    while (true) {
      var result = decoder.decode(in, out, true);
      if (!result.isOverflow()) {
        break;
      }
      out.clear();
    }
    long line = 1;
    for (int i = 0; i < in.position(); i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
