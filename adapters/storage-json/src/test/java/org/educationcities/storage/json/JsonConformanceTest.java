package org.educationcities.storage.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.DamagedMedium;
import org.educationcities.tck.StorageKit;
import org.junit.jupiter.api.io.TempDir;

class JsonConformanceTest extends StorageKit {
  @TempDir static Path folder;
  private int media;

  @Override
  protected StorageFactory factory() {
    return new JsonPlugin.Factory(disk());
  }

  @Override
  protected Settings freshMedium() {
    return settings(folder.resolve("city" + media++));
  }

  /** Thousands of files that each wait for the medium take minutes on a busy machine. */
  Disk disk() {
    return new RealDisk() {
      @Override
      public void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(temporary, bytes);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    };
  }

  private static Settings settings(Path medium) {
    return Settings.of(Map.of("folder", medium.toString()));
  }

  private static DamagedMedium damaged(String name, Path medium) {
    return new DamagedMedium(name, settings(medium), () -> fingerprint(medium));
  }

  private static String fingerprint(Path medium) throws IOException {
    try (Stream<Path> paths = Files.walk(medium)) {
      Map<String, String> content = new TreeMap<>();
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        // An empty lock file says nothing.
        if (!path.endsWith("lock")) {
          content.put(medium.relativize(path).toString(), Files.readString(path));
        }
      }
      return content.toString();
    }
  }

  @Override
  protected List<DamagedMedium> damagedMedia() throws IOException {
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.txt"), "mine");
    Path newer = Files.createDirectories(folder.resolve("newer"));
    Files.writeString(newer.resolve("format"), "education-cities json 2\n");
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(broken.resolve("format"), Layout.FORMAT);
    Path place = Files.createDirectories(broken.resolve("spaces/default/item"));
    Files.writeString(place.resolve("_a.json"), "{\n  \"space\": \"default\",\n  \"type\"");
    Path moved = Files.createDirectories(folder.resolve("moved"));
    Files.writeString(moved.resolve("format"), Layout.FORMAT);
    Path elsewhere = Files.createDirectories(moved.resolve("spaces/default/item"));
    Files.writeString(
        elsewhere.resolve("_b.json"),
        "{\"space\":\"default\",\"type\":\"item\",\"id\":\"a\",\"version\":1,\"format\":1,"
            + "\"index\":{},\"text\":\"\"}");
    Path file = folder.resolve("file");
    Files.writeString(file, "a file where a folder is expected");
    return List.of(
        damaged("a folder of another program", foreign),
        damaged("a folder of a newer version", newer),
        damaged("an entity's file cut short", broken),
        damaged("an entity's file under another's name", moved),
        damaged("a file where a folder is expected", file));
  }
}
