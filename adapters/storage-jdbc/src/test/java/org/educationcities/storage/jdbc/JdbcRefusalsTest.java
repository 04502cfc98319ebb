package org.educationcities.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be opened is one clear error that says what to do, and stays as it was. */
class JdbcRefusalsTest {
  private static final EntityType PLACE = new EntityType("place", Map.of());
  private static final String SECRET = "a-secret-of-the-host";

  @TempDir private Path folder = Path.of("");

  private static Storage open(String url, String... settings) {
    Map<String, String> all = new HashMap<>(Map.of("url", url));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new JdbcPlugin()
        .storages()
        .get(0)
        .open(StorageContext.of(Settings.of(all), Set.of(PLACE)));
  }

  private static void fill(String url, String... settings) {
    try (Storage storage = open(url, settings)) {
      storage.inTransaction(
          Space.DEFAULT, t -> t.insert(Entity.unstored("place", "p", 1, new byte[] {1}, Map.of())));
    }
  }

  private static void assertRefused(String advice, String url, String... settings) {
    StorageUnavailableException refused =
        catchThrowableOfType(StorageUnavailableException.class, () -> open(url, settings).close());

    assertThat(refused).isNotNull();
    assertThat(refused).hasMessageContaining("Maybe").hasMessageContaining(advice);
    assertThat(refused.getMessage()).doesNotContain(SECRET);
  }

  @Test
  void aWrongPasswordOfAFile() {
    String url = "jdbc:h2:file:" + folder.resolve("city");
    fill(url, "user", "sa", "password", SECRET);

    assertRefused("user or password", url, "user", "sa", "password", "guessed");
    // H2 tidies its file whenever it looks into it, so what counts is what is in it.
    stillOpens(url);
  }

  /** The right one still opens it, and what was there is there. */
  private static void stillOpens(String url) {
    try (Storage storage = open(url, "user", "sa", "password", SECRET)) {
      Map<String, Entity> found =
          storage.inTransaction(Space.DEFAULT, t -> t.find("place", Set.of("p")));
      assertThat(found).containsOnlyKeys("p");
    }
  }

  @Test
  void aWrongPasswordOfAServer() throws Exception {
    PostgresServer server = PostgresServer.shared();
    try (Connection connection = server.connect()) {
      Dialect.execute(connection, "CREATE ROLE locked LOGIN PASSWORD '" + SECRET + "'");
      Path rules = Path.of(Dialect.ask(connection, "SHOW hba_file"));
      String before = Files.readString(rules);
      Files.writeString(rules, "host all locked all scram-sha-256\n" + before);
      Dialect.ask(connection, "SELECT pg_reload_conf()");
      String asked = Dialect.ask(connection, "SELECT COUNT(*) FROM pg_hba_file_rules");
      assertThat(asked).isNotEmpty();
    }

    assertRefused("user or password", server.url(), "user", "locked", "password", "guessed");
  }

  @Test
  void aUserThatTheServerDoesNotKnow() throws IOException {
    assertRefused(
        "Maybe", PostgresServer.shared().url(), "user", "nobody-here", "password", SECRET);
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertRefused(
        "server is down, or its address is wrong",
        "jdbc:postgresql://127.0.0.1:" + port + "/city",
        "password",
        SECRET);
  }

  @Test
  void aFileThatIsNoDatabaseOfH2() throws IOException {
    Path file = folder.resolve("city.mv.db");
    Files.writeString(file, "this is a letter, not a database\n".repeat(400));
    byte[] before = Files.readAllBytes(file);

    assertRefused("damaged or of another version", "jdbc:h2:file:" + folder.resolve("city"));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aFileThatIsNoDatabaseOfSqlite() throws IOException {
    Path file = folder.resolve("city.sqlite");
    Files.write(
        file, "this is a letter, not a database\n".repeat(400).getBytes(StandardCharsets.UTF_8));
    byte[] before = Files.readAllBytes(file);

    assertRefused("Maybe", "jdbc:sqlite:" + file);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void tablesOfAnotherInSqlite() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("foreign.sqlite");
    try (Connection connection = DriverManager.getConnection(url)) {
      Dialect.execute(connection, "CREATE TABLE ec_entity (mine INT)");
    }
    String before = tables(url);

    assertRefused("another table-prefix", url);
    assertThat(tables(url)).isEqualTo(before);
  }

  @Test
  void tablesOfANewerVersionInSqlite() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("newer.sqlite");
    fill(url);
    try (Connection connection = DriverManager.getConnection(url)) {
      Dialect.execute(connection, "UPDATE ec_meta SET content = '9' WHERE name = 'version'");
    }
    String before = tables(url);

    assertRefused("the newer version of the library", url);
    assertThat(tables(url)).isEqualTo(before);
  }

  private static String tables(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return Dialect.ask(connection, "SELECT group_concat(sql) FROM sqlite_master");
    }
  }

  @Test
  void aFileOfH2ThatWasCutShort() throws IOException {
    Path file = folder.resolve("city.mv.db");
    String url = "jdbc:h2:file:" + folder.resolve("city");
    fill(url, "user", "sa", "password", SECRET);
    byte[] whole = Files.readAllBytes(file);
    byte[] half = Arrays.copyOf(whole, 5000); // its header, and the beginning of what it holds
    Files.write(file, half);

    assertRefused("restore it from a backup", url, "user", "sa", "password", SECRET);
    assertThat(Files.readAllBytes(file)).isEqualTo(half);
  }

  @Test
  void aFileOfSqliteThatWasCutShort() throws IOException {
    Path file = folder.resolve("city.sqlite");
    fill("jdbc:sqlite:" + file);
    byte[] half = Arrays.copyOf(Files.readAllBytes(file), 6000);
    Files.write(file, half);

    assertRefused("Maybe", "jdbc:sqlite:" + file);
    assertThat(Files.readAllBytes(file)).isEqualTo(half);
  }

  @Test
  void aFolderThatIsNotThere() {
    assertRefused("Maybe", "jdbc:sqlite:" + folder.resolve("nowhere/at/all/city.sqlite"));
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aDatabaseThatIsNotThereIsNotMadeWhereTablesAreOnlyToBeValidated() {
    assertRefused(
        "its address is wrong", "jdbc:h2:file:" + folder.resolve("none"), "tables", "validate");
    assertRefused("Maybe", "jdbc:sqlite:" + folder.resolve("none"), "tables", "validate");
    assertThat(folder).isEmptyDirectory();
  }
}
