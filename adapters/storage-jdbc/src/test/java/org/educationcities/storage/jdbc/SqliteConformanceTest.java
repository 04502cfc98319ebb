package org.educationcities.storage.jdbc;

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

class SqliteConformanceTest extends StorageKit {
  @TempDir static Path folder;
  private int media;

  @Override
  protected StorageFactory factory() {
    return new JdbcPlugin().storages().get(0);
  }

  @Override
  protected Settings freshMedium() {
    return settings(folder.resolve("city" + media++ + ".db"));
  }

  private static Settings settings(Path file) {
    return Settings.of(Map.of("url", "jdbc:sqlite:" + file));
  }

  @Override
  protected List<DamagedMedium> damagedMedia() throws IOException {
    Path garbage = folder.resolve("garbage.db");
    Files.writeString(garbage, "this is no database\n".repeat(1000));
    Path inTheWay = folder.resolve("file");
    Files.writeString(inTheWay, "a file where a folder is expected");
    return List.of(
        new DamagedMedium(
            "a file of another kind", settings(garbage), () -> Files.readString(garbage)),
        new DamagedMedium(
            "a folder that cannot be made",
            settings(inTheWay.resolve("city.db")),
            () -> Files.readString(inTheWay)));
  }
}
