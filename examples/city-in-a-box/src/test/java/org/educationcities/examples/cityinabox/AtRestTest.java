package org.educationcities.examples.cityinabox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No class of the library works before it is asked: not in its static initialiser. */
class AtRestTest {
  @TempDir Path scratch;

  /** Loads and initialises every class that a file names, and says which threads that began. */
  static final class Loading {
    private Loading() {}

    public static void main(String[] arguments) throws Exception {
      Set<String> before = threads();
      int initialised = 0;
      for (String name : Files.readAllLines(Path.of(arguments[0]))) {
        Class.forName(name, true, Loading.class.getClassLoader());
        initialised++;
      }
      Set<String> begun = threads();
      begun.removeAll(before);
      System.out.print(initialised + " initialised, threads begun: " + begun);
    }

    private static Set<String> threads() {
      Set<String> names = new TreeSet<>();
      Thread.getAllStackTraces().keySet().forEach(each -> names.add(each.getName()));
      return names;
    }
  }

  @Test
  void loadingItBeginsNoThreadLoadsNoDriverOpensNoConnectionAndWritesNoFile() throws Exception {
    List<String> names =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.educationcities")
                .stream()
                .filter(each -> !each.getPackageName().contains(".examples"))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    assertThat(names).hasSizeGreaterThan(500);
    Path list = Files.write(scratch.resolve("classes.txt"), names);
    Path loaded = scratch.resolve("loaded.txt");
    Path place = Files.createDirectory(scratch.resolve("place"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xlog:class+load:file=" + loaded + ":none",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + place,
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName(),
                list.toString())
            .directory(place.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEqualTo(names.size() + " initialised, threads begun: []");
    try (var written = Files.list(place)) {
      assertThat(written).isEmpty();
    }
    assertThat(Files.readAllLines(loaded))
        .anyMatch(line -> line.startsWith("org.educationcities.storage.jdbc.JdbcPlugin "))
        .noneMatch(
            line ->
                line.matches(
                    "(org\\.h2\\.|org\\.postgresql\\.|org\\.sqlite\\.|sun\\.nio\\.ch\\.NioSocketImpl |"
                        + "sun\\.nio\\.ch\\.SocketChannelImpl ).*"));
  }
}
