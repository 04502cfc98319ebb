package org.educationcities.benchmarks.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.educationcities.EducationCities;
import org.educationcities.discovery.Plugins;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;

/** A database to measure: H2 in a file, or a real PostgreSQL that ends with the process. */
record Medium(String name, Settings settings) {

  static Medium h2(Path folder) {
    return new Medium("H2", Settings.of(Map.of("url", "jdbc:h2:file:" + folder.resolve("city"))));
  }

  static Medium postgres() throws IOException {
    int port = EmbeddedPostgres.builder().start().getPort();
    return new Medium(
        "PostgreSQL",
        Settings.of(
            Map.of(
                "url",
                "jdbc:postgresql://localhost:" + port + "/postgres?reWriteBatchedInserts=true",
                "user",
                "postgres")));
  }

  Storage open() {
    return Plugins.foundBy(Medium.class.getClassLoader())
        .storage("jdbc")
        .open(StorageContext.of(settings, EducationCities.entityTypes()));
  }

  /** A connection beside the storage's own, to the same database. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", settings.get("user").orElse("sa"));
    return DriverManager.getConnection(settings.require("url"), properties);
  }
}
