package org.educationcities.examples.cityinabox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.educationcities.EducationCities;
import org.educationcities.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A token in every personal field of a child: after erasure none of them is in the raw bytes of any
 * durable store. Each test first shows that the search finds what is there.
 */
class ErasedBytesTest {
  @TempDir Path temporary;

  @Test
  void notInTheFileOfH2() throws Exception {
    Settings settings = Settings.of(Map.of("url", "jdbc:h2:file:" + store().resolve("city")));
    before("jdbc", settings);
    assertSealedNotErased();
    erase("jdbc", settings);
    compactH2();
    assertThat(found(store())).isEmpty();
  }

  @Test
  void notInTheFileOfH2WhenNothingWasSealedEither() throws Exception {
    Settings settings = Settings.of(Map.of("url", "jdbc:h2:file:" + store().resolve("city")));
    try (EducationCities cities = builder().storage("jdbc", settings).unsealed().build()) {
      Canary.settle(cities);
    }
    assertThat(found(store())).containsAll(Canary.TOKENS);
    try (EducationCities cities = builder().storage("jdbc", settings).unsealed().build()) {
      Canary.erase(cities);
    }
    compactH2();
    assertThat(found(store())).isEmpty();
  }

  @Test
  void notInTheFilesOfSqlite() throws Exception {
    String url = "jdbc:sqlite:" + store().resolve("city.sqlite");
    Settings settings = Settings.of(Map.of("url", url));
    before("jdbc", settings);
    assertSealedNotErased();
    erase("jdbc", settings);
    sql(url, "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)");
    assertThat(found(store())).isEmpty();
  }

  @Test
  void notInTheFolderOfJson() throws Exception {
    Settings settings = Settings.of(Map.of("folder", store().resolve("json").toString()));
    before("json", settings);
    assertSealedNotErased();
    erase("json", settings);
    assertThat(found(store())).isEmpty();
  }

  @Test
  void notInTheFilesOfPostgresqlAndUnreadableInItsLog() throws Exception {
    Path data = store().resolve("data");
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start()) {
      Settings settings =
          Settings.of(
              Map.of(
                  "url", postgres.getJdbcUrl("postgres", "postgres"),
                  "user", "postgres",
                  "password", "x"));
      before("jdbc", settings);
      checkpoint(postgres, "CHECKPOINT");
      assertThat(found(data.resolve("base"))).containsExactly(Canary.LEARNER);
      erase("jdbc", settings);
      checkpoint(postgres, "VACUUM (FULL, ANALYZE)", "CHECKPOINT");
      assertThat(found(data.resolve("base"))).isEmpty();
      // Ids are the host's opaque ones and stand open in the log until it is recycled, as the
      // receipt says; whatever else was personal was sealed before it got there.
      assertThat(found(data.resolve("pg_wal"))).containsExactly(Canary.LEARNER);
    }
  }

  /** H2 packs what it compacts, so the rows that are left are read too, for the search to see. */
  private void compactH2() throws Exception {
    String url = "jdbc:h2:file:" + store().resolve("city") + ";USER=sa";
    sql(url, "SHUTDOWN COMPACT");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        OutputStream out = Files.newOutputStream(store().resolve("rows"))) {
      for (String table : tables(connection)) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + '"')) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              Object value = rows.getObject(i);
              out.write(
                  value instanceof byte[] bytes ? bytes : String.valueOf(value).getBytes(UTF_8));
            }
          }
        }
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    assertThat(tables).isNotEmpty();
    return tables;
  }

  private void before(String storage, Settings settings) {
    try (EducationCities cities = sealed(storage, settings)) {
      Canary.settle(cities);
    }
  }

  private void erase(String storage, Settings settings) {
    try (EducationCities cities = sealed(storage, settings)) {
      Canary.erase(cities);
      assertThat(cities.audit().verify(Canary.ADMINISTRATOR).findings()).isEmpty();
    }
  }

  /** The id alone stands open; that it is found shows that the search finds. */
  private void assertSealedNotErased() throws IOException {
    assertThat(found(store())).containsExactly(Canary.LEARNER);
  }

  private EducationCities sealed(String storage, Settings settings) {
    return builder()
        .storage(storage, settings)
        .keys("folder", Settings.of(Map.of("path", temporary.resolve("keys").toString())))
        .build();
  }

  private static EducationCities.Builder builder() {
    return EducationCities.builder().clock(Canary.CLOCK);
  }

  private Path store() throws IOException {
    return Files.createDirectories(temporary.resolve("store"));
  }

  /** Which tokens are in the raw bytes of any file below a folder. */
  private static List<String> found(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Canary.TOKENS.stream()
            .filter(each -> bytes.contains(each) && !found.contains(each))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static void sql(String url, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static void checkpoint(EmbeddedPostgres postgres, String... statements)
      throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
