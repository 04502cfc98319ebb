package org.educationcities.examples.cityinabox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What SECURITY.md says is shown by a test is shown by one that is there. */
class SecurityTableTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Pattern SHOWN = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    int named = 0;
    Matcher shown = SHOWN.matcher(Files.readString(ROOT.resolve("SECURITY.md")));
    while (shown.find()) {
      named++;
      if (!tests.getOrDefault(shown.group(1), "").contains("void " + shown.group(2) + "(")) {
        missing.add(shown.group());
      }
    }
    assertThat(named).isGreaterThan(30);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyThreatIsShown() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("SECURITY.md")).stream()
            .filter(each -> each.startsWith("| ") && !each.startsWith("| threat"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(15);
    assertThat(rows).allSatisfy(each -> assertThat(each.split("\\|", -1)[3]).contains("`"));
  }

  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (String part : List.of("spi", "core", "adapters", "examples")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
        for (Path file :
            files
                .filter(each -> each.toString().contains("src/test/java"))
                .filter(each -> each.toString().endsWith("Test.java"))
                .toList()) {
          String name = String.valueOf(file.getFileName()).replace(".java", "");
          tests.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    return tests;
  }
}
