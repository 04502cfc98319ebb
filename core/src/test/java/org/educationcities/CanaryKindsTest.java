package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.educationcities.journey.Medium;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Storage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A token in every text of every kind of thing that is kept, by reflection: a kind or a component
 * that comes later has one too. Nothing is sealed here: what is gone is gone, not only unreadable.
 */
class CanaryKindsTest {
  private static final Actor ADMINISTRATOR = new Actor("administrator", Role.ADMINISTRATOR);

  /**
   * What may be left when everybody whom a thing tells of is erased: what it says of places, of
   * groups and of what happened to things, by their ids; and concerns, which are kept for those who
   * answer for safety.
   */
  private static final Pattern MAY_BE_LEFT =
      Pattern.compile(
          "canary-(class-(id|schoolId|title|grade)"
              + "|round-part-(round|placements-opportunity|prices-opportunity)"
              + "|places-opportunity"
              + "|collaboration-(id|origin|opportunity|attributes.*|clearance-anchors-.*)"
              + "|collaboration-(goals-topic|participants-(city|school|classroom))"
              + "|collaboration-(goals-other-topic|participants-other-(city|school|classroom))"
              + "|outbox-(event|mailbox)-.*"
              + "|concern-.*)-9");

  private static final List<CanaryDocument<?>> ALL =
      AllKinds.kinds().stream()
          .<CanaryDocument<?>>map(CanaryDocument::of)
          .collect(Collectors.toUnmodifiableList());

  private static final List<CanaryDocument<?>> PERSONAL =
      ALL.stream().filter(each -> each.kind().isPersonal()).toList();

  @TempDir Path scratch;

  @Test
  void everyTextOfEveryKindIsKept() {
    for (CanaryDocument<?> each : ALL) {
      assertThat(tokensIn(plainText(each)))
          .as(each.kind().type().name())
          .containsAll(each.tokens());
    }
  }

  private static <T> String plainText(CanaryDocument<T> each) {
    return new String(each.kind().plainBytes(each.value()), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsPersonalPrintsNoMoreThanOneId() {
    for (CanaryDocument<?> each : PERSONAL) {
      assertThat(tokensIn(each.value().toString()))
          .as(each.kind().type().name())
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "H2", "SQLITE", "POSTGRESQL"})
  void nothingOfAnybodyIsInTheRawBytesAfterTheyAreErased(Medium medium) throws Exception {
    Settings settings = medium.fresh(scratch);
    Set<String> expected = new TreeSet<>();
    PERSONAL.forEach(each -> expected.addAll(each.tokens()));
    try (Storage storage = medium.open(settings)) {
      Store store = new Store(storage, Space.DEFAULT);
      PERSONAL.forEach(each -> insert(store, each));
    }
    assertThat(tokensIn(rawBytes(medium, settings))).containsAll(expected);

    try (Storage storage = medium.open(settings);
        EducationCities cities = EducationCities.builder().storage(storage).unsealed().build()) {
      for (Person each : everybody()) {
        cities.privacy().erasure().erase(ADMINISTRATOR, each);
      }
    }
    compact(medium, settings);
    Set<String> left = tokensIn(rawBytes(medium, settings));
    left.removeIf(each -> MAY_BE_LEFT.matcher(each).matches());
    assertThat(left).isEmpty();
  }

  private static <T> void insert(Store store, CanaryDocument<T> each) {
    store.run(unit -> unit.insert(each.kind(), each.value()));
  }

  private static Set<Person> everybody() {
    Set<Person> people = new LinkedHashSet<>();
    PERSONAL.forEach(each -> people.addAll(peopleOf(each)));
    return people;
  }

  private static <T> Set<Person> peopleOf(CanaryDocument<T> each) {
    return each.kind().personal().people(each.value());
  }

  private static Set<String> tokensIn(String text) {
    return CanaryDocument.TOKEN
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Everything that the medium holds, as it lies there. */
  private String rawBytes(Medium medium, Settings settings) throws IOException, SQLException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        append(all, Files.readAllBytes(each));
      }
    }
    if (medium == Medium.H2 || medium == Medium.POSTGRESQL) {
      try (Connection connection = connect(medium, settings);
          Statement statement = connection.createStatement()) {
        if (medium == Medium.POSTGRESQL) {
          appendFiles(all, statement, settings);
        }
        appendRows(all, statement, medium, settings);
      }
    }
    return all.toString();
  }

  private static void append(StringBuilder all, byte @Nullable [] bytes) {
    all.append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
  }

  /** Files that the server keeps elsewhere, read by itself. */
  private static void appendFiles(StringBuilder all, Statement statement, Settings settings)
      throws SQLException {
    statement.execute("CHECKPOINT");
    for (String each : relations(statement, settings)) {
      try (ResultSet bytes =
          statement.executeQuery(
              "SELECT pg_read_binary_file(pg_relation_filepath(" + each + "))")) {
        bytes.next();
        append(all, bytes.getBytes(1));
      }
    }
  }

  /** These two pack what is long, so the rows are read too, for the search to see it. */
  private static void appendRows(
      StringBuilder all, Statement statement, Medium medium, Settings settings)
      throws SQLException {
    for (String each : tables(statement, medium, settings)) {
      try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + each + '"')) {
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            Object value = rows.getObject(i);
            if (value instanceof byte[] bytes) {
              append(all, bytes);
            } else {
              all.append(value).append('\n');
            }
          }
        }
      }
    }
  }

  /** The tables of this medium, their indexes, and where long values of both lie. */
  private static List<String> relations(Statement statement, Settings settings)
      throws SQLException {
    List<String> relations = new ArrayList<>();
    String own = "relname LIKE '" + settings.require("table-prefix").replace("_", "\\_") + "%'";
    try (ResultSet found =
        statement.executeQuery(
            "SELECT oid FROM pg_class WHERE relkind IN ('r', 'i', 't') AND ("
                + own
                + " OR oid IN (SELECT reltoastrelid FROM pg_class WHERE "
                + own
                + "))")) {
      while (found.next()) {
        relations.add(found.getString(1));
      }
    }
    return relations;
  }

  /** What README and the receipt tell a host to do after an erasure. */
  private void compact(Medium medium, Settings settings) throws SQLException {
    if (medium == Medium.JSON) {
      return;
    }
    try (Connection connection = connect(medium, settings);
        Statement statement = connection.createStatement()) {
      switch (medium) {
        case H2 -> statement.execute("SHUTDOWN COMPACT");
        case SQLITE -> {
          statement.execute("VACUUM");
          statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        default -> {
          for (String each : tables(statement, medium, settings)) {
            statement.execute("VACUUM (FULL) \"" + each + '"');
          }
        }
      }
    }
  }

  private static List<String> tables(Statement statement, Medium medium, Settings settings)
      throws SQLException {
    String prefix = settings.get("table-prefix").orElse("");
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        statement
            .getConnection()
            .getMetaData()
            .getTables(
                null,
                medium == Medium.H2 ? "PUBLIC" : "public",
                null,
                new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        if (found.getString("TABLE_NAME").startsWith(prefix)) {
          tables.add(found.getString("TABLE_NAME"));
        }
      }
    }
    return tables;
  }

  private static Connection connect(Medium medium, Settings settings) throws SQLException {
    String url = settings.require("url");
    return switch (medium) {
      case H2 -> DriverManager.getConnection(url + ";USER=sa");
      case POSTGRESQL -> DriverManager.getConnection(url, settings.require("user"), "");
      default -> DriverManager.getConnection(url);
    };
  }
}
