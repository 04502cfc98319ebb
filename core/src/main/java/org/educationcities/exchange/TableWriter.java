package org.educationcities.exchange;

import com.google.common.base.Joiner;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table of comma-separated values (RFC 4180, UTF-8, CRLF) that no spreadsheet takes for
 * formulas: a cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line
 * break gets an apostrophe in front, plain numbers aside. Not thread-safe; to be closed.
 */
public final class TableWriter implements Closeable {
  private final String file;
  private final CsvWriter writer;
  private final int width;

  private TableWriter(String file, CsvWriter writer, List<String> header) {
    this.file = file;
    this.writer = writer;
    this.width = header.size();
    writer.writeRecord(header);
  }

  /**
   * Begins a file with its header; an older one is replaced.
   *
   * @throws ImportException if it cannot be written
   */
  // The writer closes what it opens.
  @SuppressWarnings("MustBeClosedChecker")
  public static TableWriter open(Path file, List<String> header) {
    String name = SourceFiles.nameOf(file);
    try {
      CsvWriter writer =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.CRLF)
              .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
      return new TableWriter(name, writer, header);
    } catch (IOException e) {
      throw unwritable(name, e);
    } catch (UncheckedIOException e) {
      throw unwritable(name, e);
    }
  }

  /**
   * Writes a row: texts, numbers, flags; lists joined by semicolons; null as an empty cell.
   *
   * @throws ImportException if it cannot be written
   * @throws IllegalArgumentException if it has not as many cells as the header
   */
  public void row(@Nullable Object... cells) {
    if (cells.length != width) {
      throw new IllegalArgumentException(
          "A row of '" + file + "' has " + width + " cells, not " + cells.length + ".");
    }
    List<String> texts = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      texts.add(text(cell));
    }
    try {
      writer.writeRecord(texts);
    } catch (UncheckedIOException e) {
      throw unwritable(file, e);
    }
  }

  private static String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Double number) {
      return BigDecimal.valueOf(number).toPlainString();
    }
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (cell instanceof Collection<?> parts) {
      return FormulaGuard.on(Joiner.on(';').join(parts));
    }
    return FormulaGuard.on(cell.toString());
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static ImportException unwritable(String file, Exception cause) {
    return new ImportException(
        Problem.of(
            file,
            "file-unwritable",
            "It cannot be written ("
                + cause.getClass().getSimpleName()
                + ").\nMaybe the folder is missing or read-only, or the disk full."),
        cause);
  }
}
