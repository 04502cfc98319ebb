package org.educationcities.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcOnH2Test {
  private static final EntityType PLACE =
      new EntityType("place", Map.of("kind", IndexType.TEXT, "seats", IndexType.NUMBER));

  @TempDir Path folder;

  private static Entity place(String id, String kind, long seats) {
    return Entity.unstored(
        "place",
        id,
        1,
        new byte[] {1, 2, 3},
        Map.of("kind", IndexValue.of(kind), "seats", IndexValue.of(seats)));
  }

  private Storage open(String... settings) {
    Map<String, String> values =
        settings.length == 0
            ? Map.of("url", "jdbc:h2:file:" + folder.resolve("city"))
            : Map.of("url", settings[0]);
    return factory().open(StorageContext.of(Settings.of(values), Set.of(PLACE)));
  }

  private static StorageFactory factory() {
    return ServiceLoader.load(Plugin.class).stream()
        .flatMap(plugin -> plugin.get().storages().stream())
        .filter(f -> f.name().equals("jdbc"))
        .findAny()
        .orElseThrow();
  }

  @Test
  void keepsWhatWasCommittedOverAReopening() {
    Entity written;
    try (Storage storage = open()) {
      assertThat(storage.capabilities()).containsExactly(StorageCapability.DURABLE);
      written = storage.inTransaction(Space.DEFAULT, t -> t.insert(place("p", "lab", 3)));
    }
    try (Storage storage = open()) {
      Map<String, Entity> found =
          storage.inTransaction(Space.DEFAULT, t -> t.find("place", Set.of("p", "q")));
      assertThat(found).isEqualTo(Map.of("p", written));
    }
  }

  @Test
  void batchesManyInsertsAndPagesThroughThem() {
    try (Storage storage = open()) {
      storage.inTransaction(
          Space.DEFAULT,
          t -> {
            for (int i = 0; i < 12_000; i++) {
              t.insert(place("p" + i, i % 3 == 0 ? "lab" : "farm", i));
            }
            return null;
          });
      List<String> ids = new ArrayList<>();
      Query query =
          Query.over("place").where("kind", "lab").descendingBy("seats").limit(999).build();
      storage.inTransaction(
          Space.DEFAULT,
          t -> {
            Query page = query;
            while (true) {
              var answer = t.query(page);
              answer.entities().forEach(e -> ids.add(e.id()));
              if (answer.next().isEmpty()) {
                return null;
              }
              page = page.next(answer.next().get());
            }
          });
      assertThat(ids).hasSize(4000).doesNotHaveDuplicates().startsWith("p11997", "p11994");
    }
  }

  @Test
  void refusesASecondOpenerOfOneFile() {
    try (Storage first = open()) {
      assertThatExceptionOfType(StorageUnavailableException.class)
          .isThrownBy(this::open)
          .withMessageContaining("open already");
      first.inTransaction(Space.DEFAULT, t -> t.insert(place("p", "lab", 3)));
    }
    open().close();
  }

  @Test
  void refusesASecondOpenerOfOneMemory() {
    try (Storage first = open("jdbc:h2:mem:city")) {
      assertThat(first.capabilities()).isEmpty();
      assertThatExceptionOfType(StorageUnavailableException.class)
          .isThrownBy(() -> open("jdbc:h2:mem:city"));
    }
  }

  @Test
  void printsExactlyWhatItExecutes() throws SQLException {
    List<String> executed = new ArrayList<>();
    JdbcSchema schema = JdbcSchema.of(Database.H2, "own_");
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:printed")) {
      schema.create(connection, executed::add);
      assertThat(executed).isEqualTo(schema.print());
      schema.validate(connection);
      schema.create(connection, executed::add);
      assertThat(executed).isEqualTo(schema.print());
    }
  }

  @Test
  void leavesForeignTablesAsTheyAre() throws SQLException {
    String url = "jdbc:h2:mem:foreign";
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      Dialect.execute(connection, "CREATE TABLE ec_entity (mine INT)");
      assertThatExceptionOfType(StorageUnavailableException.class)
          .isThrownBy(() -> open(url))
          .withMessageContaining("not this library's");
      assertThat(
              Dialect.askNumber(
                  connection,
                  "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"))
          .isEqualTo(1);
    }
  }

  @Test
  void refusesTablesOfANewerVersion() throws SQLException {
    String url = "jdbc:h2:mem:newer";
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      open(url).close();
      Dialect.execute(connection, "UPDATE ec_meta SET content = '2' WHERE name = 'version'");
      assertThatExceptionOfType(StorageUnavailableException.class)
          .isThrownBy(() -> open(url))
          .withMessageContaining("version 2");
    }
  }

  @Test
  void goesOnWhereACreationWasCutOff() throws SQLException {
    String url = "jdbc:h2:mem:cut";
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      for (String sql : JdbcSchema.of(Database.H2, "ec_").print().subList(0, 4)) {
        Dialect.execute(connection, sql);
      }
      try (Storage storage = open(url)) {
        storage.inTransaction(Space.DEFAULT, t -> t.insert(place("p", "lab", 3)));
      }
    }
  }

  @Test
  void tellsAllWrongSettingsAtOnce() {
    Settings settings =
        Settings.of(Map.of("url", "jdbc:oracle:x", "table-prefix", "E C", "tabels", "x"));
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> factory().open(StorageContext.of(settings, Set.of(PLACE))))
        .satisfies(e -> assertThat(e.problems()).hasSize(3));
  }

  @Test
  void refusesAStaleVersionOnce() {
    try (Storage storage = open()) {
      Entity first = storage.inTransaction(Space.DEFAULT, t -> t.insert(place("p", "lab", 1)));
      storage.inTransaction(Space.DEFAULT, t -> t.update(first));

      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> storage.inTransaction(Space.DEFAULT, t -> t.update(first)));
    }
  }
}
