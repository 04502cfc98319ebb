package org.educationcities.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.educationcities.exchange.StrictUtf8Reader.NotUtf8Exception;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of comma-separated values (RFC 4180) with a header, row by row. Whatever the file
 * holds, each row is either taken or refused with its place, and nothing else is thrown than {@link
 * ImportException}.
 */
public final class Table {
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  private final String file;
  private final TableShape shape;
  private final ImportLog log;
  private final RawRow.Handler handler;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private int width;
  private long lastLine;

  private Table(String file, TableShape shape, ImportLog log) {
    this.file = file;
    this.shape = shape;
    this.log = log;
    this.handler = new RawRow.Handler(log.limits());
  }

  /**
   * Reads a file of the set from beginning to end. A row counts as taken if the consumer returns,
   * and as refused if it throws what {@link Row#refuse} made. A file that cannot be read further
   * ends with a problem in the log.
   *
   * @return whether the header was there and in order, so that rows were read
   * @throws ImportException if the file or the set is beyond the limits
   */
  public static boolean read(
      SourceFiles files, String file, TableShape shape, ImportLog log, Consumer<Row> each) {
    return new Table(file, shape, log).read(files, each);
  }

  private boolean read(SourceFiles files, Consumer<Row> each) {
    boolean headed = false;
    try (StrictUtf8Reader text = new StrictUtf8Reader(files.open(file));
        CsvReader<RawRow> rows = reader(text);
        CloseableIterator<RawRow> all = rows.iterator()) {
      headed = all.hasNext() && header(all.next());
      if (!headed) {
        if (columns.isEmpty() && lastLine == 0) {
          log.refuse(
              new Problem(
                  file,
                  1,
                  0,
                  "",
                  "header-missing",
                  "The file is empty; a header line is asked for."));
        }
        return false;
      }
      rows(all, text, each);
    } catch (CsvParseException | UncheckedIOException e) {
      refuse(e);
    } catch (IOException e) {
      refuse(e);
    }
    return headed;
  }

  private CsvReader<RawRow> reader(StrictUtf8Reader text) {
    return CsvReader.builder()
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(false)
        .maxBufferSize(Math.max(1 << 16, 4 * log.limits().fieldLength()))
        .build(handler, text);
  }

  private boolean header(RawRow row) {
    lastLine = row.line();
    width = row.count();
    if (width > log.limits().fields()) {
      log.refuse(
          new Problem(
              file,
              row.line(),
              log.limits().fields() + 1,
              "",
              "fields-too-many",
              "The header has more than " + log.limits().fields() + " columns."));
      return false;
    }
    boolean[] read = new boolean[width];
    List<Problem> unknown = new ArrayList<>();
    Map<String, String> byLowerCase = new HashMap<>();
    for (int i = 0; i < width; i++) {
      String cell = row.cells().get(i);
      String name = cell == null ? "" : cell.strip();
      byLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (name.isEmpty() || !shape.isKnown(name)) {
        unknown.add(
            new Problem(
                file,
                row.line(),
                i + 1,
                name,
                "column-unknown",
                "This column is not known; it is kept out."));
      } else if (columns.put(name, i) != null) {
        log.refuse(
            new Problem(
                file,
                row.line(),
                i + 1,
                name,
                "column-twice",
                "This column is there twice; which counts cannot be told."));
        return false;
      }
      read[i] = shape.isRead(name);
    }
    for (String required : shape.required()) {
      if (!columns.containsKey(required)) {
        log.refuse(
            missing(row.line(), required, byLowerCase.get(required.toLowerCase(Locale.ROOT))));
        return false;
      }
    }
    // Told only now: where the header is left out, the first line may be a child's.
    unknown.forEach(log::note);
    handler.readOnly(read);
    return true;
  }

  private Problem missing(long line, String required, @Nullable String similar) {
    return new Problem(
        file,
        line,
        0,
        required,
        "column-missing",
        similar == null
            ? "This column is asked for and is not in the header.\n"
                + "Maybe the header is left out, or something else than commas parts its fields."
            : "This column is asked for and is not in the header.\n"
                + "Maybe it is the one that is there in another case: case counts.");
  }

  private void rows(CloseableIterator<RawRow> all, StrictUtf8Reader text, Consumer<Row> each) {
    int count = 0;
    while (all.hasNext()) {
      RawRow row = all.next();
      lastLine = row.line();
      if (++count > log.limits().rows()) {
        log.refuse(
            new Problem(
                file,
                row.line(),
                0,
                "",
                "rows-too-many",
                "The file has more than " + log.limits().rows() + " rows; the rest was left."));
        return;
      }
      if (!all.hasNext() && text.hasOpenQuote()) {
        log.refuse(
            new Problem(
                file,
                row.line(),
                0,
                "",
                "quote-open",
                "A quote is opened on this line or before it and never closed.\n"
                    + "Maybe a quote within a field is not doubled."));
        return;
      }
      take(row, each);
    }
  }

  private void take(RawRow row, Consumer<Row> each) {
    try {
      if (row.count() != width) {
        throw uneven(row);
      }
      if (row.tooLong() > 0) {
        throw new RefusedRow(
            new Problem(
                file,
                row.line(),
                row.tooLong(),
                "",
                "field-too-long",
                "The field has more than " + log.limits().fieldLength() + " characters."));
      }
      each.accept(new Row(file, row, columns, shape.isGuarded()));
      log.took(file);
    } catch (RefusedRow e) {
      log.refuse(e.problem());
    } catch (IllegalArgumentException e) {
      // How the records of the domain refuse; their messages may hold values, so they are not
      // repeated.
      log.refuse(
          new Problem(file, row.line(), 0, "", "row-refused", "Its values do not go together."));
    }
  }

  private RefusedRow uneven(RawRow row) {
    return new RefusedRow(
        new Problem(
            file,
            row.line(),
            Math.min(row.count(), width) + 1,
            "",
            row.count() < width ? "fields-missing" : "fields-too-many",
            "The row has " + row.count() + " fields, the header " + width + "."));
  }

  /** The reader wraps whatever comes from below it, the limits included. */
  private void refuse(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImportException declared) {
        throw declared;
      }
      if (cause instanceof IOException below) {
        refuse(below);
        return;
      }
    }
    log.refuse(broken(e));
  }

  private Problem broken(RuntimeException e) {
    Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
    long where = line.find() ? Long.parseLong(line.group(1)) : lastLine + 1;
    return new Problem(
        file,
        where,
        0,
        "",
        "table-broken",
        "This is not a table of RFC 4180: text after a closing quote, or a field without end; the"
            + " rest was left.\n"
            + "Maybe a quote within a field is not doubled.");
  }

  private void refuse(IOException e) {
    if (e instanceof NotUtf8Exception broken) {
      log.refuse(
          new Problem(
              file,
              broken.line,
              broken.column,
              "",
              "not-utf8",
              "Here the text is not UTF-8; the rest was left.\n"
                  + "Maybe it was saved in another encoding, such as UTF-16 or Windows-1255."));
    } else {
      log.refuse(
          new Problem(
              file,
              lastLine,
              0,
              "",
              "file-unreadable",
              "It cannot be read further ("
                  + e.getClass().getSimpleName()
                  + ").\nMaybe it was cut or damaged on its way."));
    }
  }
}
