package org.educationcities.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.educationcities.EducationCities;
import org.educationcities.discovery.Plugins;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;
import org.jspecify.annotations.Nullable;

/** Every storage there is, on a medium of its own. */
public enum Medium {
  MEMORY("memory"),
  JSON("json"),
  H2("jdbc"),
  SQLITE("jdbc"),
  POSTGRESQL("jdbc");

  private static @Nullable EmbeddedPostgres server;

  private final String plugin;

  Medium(String plugin) {
    this.plugin = plugin;
  }

  /** Whether several processes may have it at once. */
  boolean isShared() {
    return this == SQLITE || this == POSTGRESQL;
  }

  /** Settings of a medium that is empty. */
  public Settings fresh(Path folder) {
    Path place = folder.resolve("city-" + UUID.randomUUID());
    return switch (this) {
      case MEMORY -> Settings.none();
      case JSON -> Settings.of(Map.of("folder", place.toString()));
      case H2 -> Settings.of(Map.of("url", "jdbc:h2:file:" + place));
      case SQLITE -> Settings.of(Map.of("url", "jdbc:sqlite:" + place + ".db"));
      case POSTGRESQL ->
          Settings.of(
              Map.of(
                  "url",
                  "jdbc:postgresql://localhost:" + port() + "/postgres",
                  "user",
                  "postgres",
                  "table-prefix",
                  "t" + UUID.randomUUID().toString().substring(0, 8) + "_"));
    };
  }

  public Storage open(Settings settings) {
    return Plugins.foundBy(Medium.class.getClassLoader())
        .storage(plugin)
        .open(StorageContext.of(settings, EducationCities.entityTypes()));
  }

  /** One real server for all tests of this run; it ends with the process. */
  private static synchronized int port() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running = EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = running;
    }
    return running.getPort();
  }

  /** Writes what another process needs to open the same. */
  Path written(Settings settings, Path folder) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("medium", name());
    settings
        .names()
        .forEach(each -> properties.setProperty("setting." + each, settings.require(each)));
    Path file = folder.resolve("medium-" + UUID.randomUUID() + ".properties");
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return file;
  }

  /** Opens what another process has written. */
  static Storage openWritten(Path file) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Map<String, String> values = new TreeMap<>();
    for (String each : properties.stringPropertyNames()) {
      if (each.startsWith("setting.")) {
        values.put(each.substring("setting.".length()), properties.getProperty(each));
      }
    }
    return valueOf(properties.getProperty("medium")).open(Settings.of(values));
  }
}
