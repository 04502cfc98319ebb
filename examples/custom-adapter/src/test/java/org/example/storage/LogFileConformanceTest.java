package org.example.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.DamagedMedium;
import org.educationcities.tck.StorageKit;
import org.junit.jupiter.api.io.TempDir;

class LogFileConformanceTest extends StorageKit {
  @TempDir static Path folder;
  private int media;

  @Override
  protected StorageFactory factory() {
    return new LogFilePlugin().storages().get(0);
  }

  @Override
  protected Settings freshMedium() {
    return settings(folder.resolve("log" + media++));
  }

  private static Settings settings(Path file) {
    return Settings.of(Map.of("file", file.toString()));
  }

  @Override
  protected List<DamagedMedium> damagedMedia() throws IOException {
    Path foreign = folder.resolve("foreign");
    Files.writeString(foreign, "someone's letters");
    return List.of(
        new DamagedMedium(
            "a file of another kind", settings(foreign), () -> Files.readString(foreign)));
  }
}
