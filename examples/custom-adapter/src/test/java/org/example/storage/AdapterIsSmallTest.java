package org.example.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a vendor must write for a whole storage is under 250 lines. */
class AdapterIsSmallTest {
  @Test
  void theWholeAdapterHasUnder250Lines() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
      files = all.filter(each -> each.toString().endsWith(".java")).toList();
    }
    long lines = 0;
    for (Path each : files) {
      lines += Files.readAllLines(each).size();
    }
    assertThat(files).hasSizeGreaterThan(1);
    assertThat(lines).isBetween(1L, 249L);
  }
}
