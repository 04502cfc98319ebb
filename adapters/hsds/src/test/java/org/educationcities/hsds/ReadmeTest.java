package org.educationcities.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.Problem;
import org.educationcities.spi.source.ResourceRecord;
import org.junit.jupiter.api.Test;

/** What the README shows runs, and is what stands here. */
class ReadmeTest {
  @Test
  void runsAsShown() throws IOException {
    Path folder = Path.of("src/test/resources/open-referral/service_full.json");

    HsdsImport places = HsdsReader.of("hadera", "he", ImportMode.BEST_EFFORT).read(folder);
    List<ResourceRecord> taken = places.resources();
    List<Problem> refused = places.report().refused();

    assertThat(taken).isNotEmpty();
    assertThat(refused).isEmpty();
    String shown = Files.readString(Path.of("README.md"));
    String here =
        Files.readString(Path.of("src/test/java/org/educationcities/hsds/ReadmeTest.java"));
    int from = shown.indexOf("```java\n") + 8;
    String snippet = shown.substring(from, shown.indexOf("```", from));
    assertThat(here).contains(snippet.strip().indent(4));
  }
}
