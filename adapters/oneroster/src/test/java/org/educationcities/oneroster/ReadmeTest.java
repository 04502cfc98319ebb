package org.educationcities.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.Problem;
import org.educationcities.registry.Roster;
import org.junit.jupiter.api.Test;

/** What the README shows runs, and is what stands here. */
class ReadmeTest {
  @Test
  void runsAsShown() throws IOException {
    Path folderOrZip = Path.of("src/test/resources/sample-1.2");

    OneRosterReader reader =
        OneRosterReader.builder()
            .city("hadera")
            .language("he")
            .mode(ImportMode.BEST_EFFORT)
            .build();
    OneRosterImport people = reader.read(folderOrZip);
    Roster taken = people.roster();
    List<Problem> refused = people.report().refused();

    assertThat(taken.learners()).isNotEmpty();
    assertThat(refused).isEmpty();
    String shown = Files.readString(Path.of("README.md"));
    String here =
        Files.readString(Path.of("src/test/java/org/educationcities/oneroster/ReadmeTest.java"));
    int from = shown.indexOf("```java\n") + 8;
    String snippet = shown.substring(from, shown.indexOf("```", from));
    assertThat(here).contains(snippet.strip().indent(4));
  }
}
