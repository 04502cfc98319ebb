package org.educationcities.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a CSV file (RFC 4180, UTF-8) that no spreadsheet takes for formulas: a field that begins
 * like one gets an apostrophe before it (OWASP, CSV Injection). Numbers, dates and ids never begin
 * so and stay as they are. Not thread-safe.
 */
public final class TableWriter implements Closeable {
  private final CsvWriter writer;
  private final int width;

  private TableWriter(CsvWriter writer, int width) {
    this.writer = writer;
    this.width = width;
  }

  /**
   * Starts a file with its header; an existing one is replaced.
   *
   * @throws IOException if it cannot be written
   */
  public static TableWriter create(Path file, List<String> header) throws IOException {
    CsvWriter writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
    writer.writeRecord(header);
    return new TableWriter(writer, header.size());
  }

  /**
   * Writes a row.
   *
   * @throws IllegalArgumentException if it has another number of fields than the header
   */
  public TableWriter row(Object... fields) {
    if (fields.length != width) {
      throw new IllegalArgumentException(
          "A row has " + fields.length + " fields, the header " + width + ".");
    }
    List<String> safe = new ArrayList<>(fields.length);
    for (Object field : fields) {
      safe.add(safe(String.valueOf(field)));
    }
    writer.writeRecord(safe);
    return this;
  }

  /** A text that no spreadsheet takes for a formula. A plain negative number is none. */
  static String safe(String text) {
    if (text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0) {
      return text;
    }
    return text.matches("-\\d+(\\.\\d+)?") ? text : "'" + text;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
