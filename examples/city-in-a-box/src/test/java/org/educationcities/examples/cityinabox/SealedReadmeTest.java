package org.educationcities.examples.cityinabox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.educationcities.EducationCities;
import org.educationcities.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the README opens a sealed store compiles as it stands there, and works. */
class SealedReadmeTest {
  @TempDir private Path folder;

  @SuppressWarnings("UnusedMethod") // compiled, and compared with the README
  private static EducationCities asShown() {
    return
    // begin
    EducationCities.builder()
        .storage("jdbc", Settings.of(Map.of("url", "jdbc:h2:file:/srv/city/store")))
        .keys(
            "folder",
            Settings.of(Map.of("path", "/srv/keys/city"))) // not in the store, nor in its backups
        .build();
    // end
  }

  @Test
  void standsInTheReadme() throws IOException {
    Path root = Path.of(System.getProperty("project.root"));
    String here =
        Files.readString(
            Path.of("src/test/java/org/educationcities/examples/cityinabox/SealedReadmeTest.java"));
    String code = here.substring(here.indexOf("// begin") + 8, here.indexOf("// end"));
    assertThat(words(Files.readString(root.resolve("README.md")))).contains(words(code));
  }

  private static String words(String text) {
    return text.replaceAll("//[^\\n]*", "").replaceAll("\\s+", "");
  }

  @Test
  void opensAStoreThatIsSealed() {
    Settings store = Settings.of(Map.of("url", "jdbc:h2:file:" + folder.resolve("store")));
    Settings keys = Settings.of(Map.of("path", folder.resolve("keys").toString()));
    EducationCities.builder().storage("jdbc", store).keys("folder", keys).build().close();
    assertThat(folder.resolve("keys")).isNotEmptyDirectory();
  }
}
