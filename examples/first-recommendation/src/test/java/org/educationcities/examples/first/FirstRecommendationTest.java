package org.educationcities.examples.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.educationcities.round.Recommendation;
import org.junit.jupiter.api.Test;

class FirstRecommendationTest {

  @Test
  void recommendsTheStageOnTheClassPath() {
    List<Recommendation> recommended = FirstRecommendation.recommend();

    assertThat(recommended)
        .extracting(each -> each.opportunity().id().value())
        .containsExactly("stage");
  }

  @Test
  void recommendsTheStageOnTheModulePathToo() throws IOException, InterruptedException {
    String modulePath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(FirstRecommendationTest::isNoTestLibrary)
            .collect(Collectors.joining(File.pathSeparator));

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath,
                "--module",
                "org.educationcities.examples.first/" + FirstRecommendation.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(output).contains("Recommendation[stage, 525]");
    assertThat(process.exitValue()).as(output).isZero();
  }

  @Test
  void isWhatTheReadmeShows() throws IOException {
    Path root = Path.of(System.getProperty("project.root"));
    String source =
        Files.readString(
            root.resolve(
                "examples/first-recommendation/src/main/java/org/educationcities/examples/first/FirstRecommendation.java"));
    String shown =
        source.substring(
            source.indexOf("// README: begin\n") + "// README: begin\n".length(),
            source.indexOf("    // README: end"));

    assertThat(Files.readString(root.resolve("README.md")))
        .contains(shown.stripTrailing().stripIndent());
    assertThat(shown.lines()).hasSizeLessThan(20);
  }

  private static boolean isNoTestLibrary(String entry) {
    return !entry.contains("test-classes")
        && Stream.of("junit", "assertj", "opentest4j", "apiguardian", "byte-buddy", "surefire")
            .noneMatch(entry::contains);
  }
}
