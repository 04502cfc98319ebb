package org.example.sis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a host must write is little: each source, and what they share, in under 100 lines. */
class SourcesAreSmallTest {
  private static final Path CODE = Path.of("src", "main", "java", "org", "example", "sis");

  @Test
  void eachSourceHasUnder100Lines() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.list(CODE)) {
      sources = files.filter(SourcesAreSmallTest::isSource).toList();
    }
    assertThat(sources).hasSize(8); // seven kinds, and what they share
    for (Path each : sources) {
      assertThat(Files.readAllLines(each)).as(each.toString()).hasSizeLessThan(100);
    }
    for (String shared : List.of("SisReader", "Row", "Today", "SisId", "SisSources")) {
      assertThat(Files.readAllLines(CODE.resolve(shared + ".java"))).hasSizeLessThan(100);
    }
  }

  private static boolean isSource(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains("extends SisSource<") || text.contains("implements Source<");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
