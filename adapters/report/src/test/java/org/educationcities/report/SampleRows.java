package org.educationcities.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of the samples' files; their sources stand in SOURCES.md beside them. */
final class SampleRows {
  private SampleRows() {}

  static List<NamedCsvRecord> of(String file) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    SampleRows.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double number(NamedCsvRecord row, String field) {
    return Double.parseDouble(row.getField(field));
  }
}
