package org.educationcities.examples.cityinabox.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lists that come with the example. */
final class ResourceTable {
  private static final String ROOT = "/org/educationcities/examples/cityinabox/";

  private ResourceTable() {}

  static List<NamedCsvRecord> rows(String name) {
    return CsvReader.builder().ofNamedCsvRecord(text(name)).stream()
        .collect(ImmutableList.toImmutableList());
  }

  static List<String> lines(String name) {
    return text(name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .collect(ImmutableList.toImmutableList());
  }

  static String text(String name) {
    try {
      return Resources.toString(
          Resources.getResource(ResourceTable.class, ROOT + name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
