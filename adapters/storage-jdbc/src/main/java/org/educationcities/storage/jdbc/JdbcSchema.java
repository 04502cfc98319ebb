package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.educationcities.spi.storage.StorageUnavailableException;

/**
 * The tables of the storage: plain SQL of our own, for whoever keeps the database. What {@link
 * #print()} returns is exactly what {@link #create} runs. Immutable, thread-safe.
 */
public final class JdbcSchema {
  /** The version of the tables that this library makes and understands. */
  public static final int VERSION = 1;

  /** What tables are prefixed with where nothing else is asked for. */
  public static final String DEFAULT_PREFIX = "ec_";

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,30}");
  private static final String PRODUCT = "education-cities";

  /** Each may run again over what a killed creation left; the last line says that all is there. */
  private static final List<String> STATEMENTS =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS {p}meta (
            name NAME_TEXT NOT NULL PRIMARY KEY,
            content NAME_TEXT NOT NULL
          )""",
          """
          INSERT INTO {p}meta (name, content)
            SELECT 'product', 'education-cities'
            WHERE NOT EXISTS (SELECT 1 FROM {p}meta WHERE name = 'product')""",
          "VERSION_SOURCE",
          """
          CREATE TABLE IF NOT EXISTS {p}entity (
            space NAME_TEXT NOT NULL,
            type NAME_TEXT NOT NULL,
            id KEY_TEXT NOT NULL,
            version BIGINT NOT NULL,
            format INTEGER NOT NULL,
            payload PAYLOAD NOT NULL,
            indexed BYTES NOT NULL,
            PRIMARY KEY (space, type, id)
          )""",
          """
          CREATE TABLE IF NOT EXISTS {p}text_index (
            space NAME_TEXT NOT NULL,
            type NAME_TEXT NOT NULL,
            name NAME_TEXT NOT NULL,
            content KEY_TEXT NOT NULL,
            id KEY_TEXT NOT NULL,
            PRIMARY KEY (space, type, name, content, id)
          )TABLE_END""",
          """
          CREATE TABLE IF NOT EXISTS {p}number_index (
            space NAME_TEXT NOT NULL,
            type NAME_TEXT NOT NULL,
            name NAME_TEXT NOT NULL,
            content BIGINT NOT NULL,
            id KEY_TEXT NOT NULL,
            PRIMARY KEY (space, type, name, content, id)
          )TABLE_END""",
          """
          INSERT INTO {p}meta (name, content)
            SELECT 'version', '1'
            WHERE NOT EXISTS (SELECT 1 FROM {p}meta WHERE name = 'version')""");

  private static final Map<String, String> COLUMNS =
      Map.of(
          "meta", "name, content",
          "entity", "space, type, id, version, format, payload, indexed",
          "text_index", "space, type, name, content, id",
          "number_index", "space, type, name, content, id");

  private final Dialect dialect;
  private final String prefix;

  private JdbcSchema(Dialect dialect, String prefix) {
    this.dialect = dialect;
    this.prefix = prefix;
  }

  /**
   * The tables on a database under a prefix.
   *
   * @param prefix a-z, 0-9 and underscore, a letter first, at most 31 characters
   * @throws IllegalArgumentException if the prefix is not of that form
   */
  public static JdbcSchema of(Database database, String prefix) {
    Objects.requireNonNull(database, "database");
    if (!isPrefix(prefix)) {
      throw new IllegalArgumentException(
          "A table prefix is 1 to 31 of a-z, 0-9 and underscore, a letter first.");
    }
    return new JdbcSchema(database.dialect(), prefix);
  }

  static boolean isPrefix(String prefix) {
    return PREFIX.matcher(prefix).matches();
  }

  /** The SQL that makes the tables, one statement an element, without semicolons. */
  public List<String> print() {
    List<String> printed = new ArrayList<>();
    for (String statement : STATEMENTS) {
      String sql = statement.equals("VERSION_SOURCE") ? dialect.versionSource() : statement;
      sql = sql.replace("{p}", prefix);
      for (Map.Entry<String, String> word : dialect.words().entrySet()) {
        sql = sql.replace(word.getKey(), word.getValue());
      }
      printed.add(sql);
    }
    return List.copyOf(printed);
  }

  /**
   * Makes the tables, or goes on where an earlier creation was cut off; does nothing where they are
   * there. Commits on this connection.
   *
   * @throws StorageUnavailableException if there are tables of these names that are not ours, or of
   *     a newer version; they stay as they were
   */
  public void create(Connection connection) throws SQLException {
    create(connection, sql -> {});
  }

  void create(Connection connection, Consumer<String> executed) throws SQLException {
    if (look(connection)) {
      return;
    }
    dialect.begin(connection);
    dialect.beforeWriting(connection);
    try {
      Dialect.forEach(connection, print(), executed);
      dialect.commit(connection);
    } catch (SQLException failed) {
      dialect.rollback(connection);
      connection.setAutoCommit(true);
      // Another process may have made them at this very moment.
      if (!look(connection)) {
        throw failed;
      }
    }
    connection.setAutoCommit(true);
  }

  /**
   * Checks that the tables are there, ours and of this version; changes nothing.
   *
   * @throws StorageUnavailableException if not
   */
  public void validate(Connection connection) throws SQLException {
    if (!look(connection)) {
      throw new StorageUnavailableException(
          "The tables with prefix '"
              + prefix
              + "' are not there, or not all.\nMaybe create them: JdbcSchema.print() tells how.");
    }
  }

  /** Whether all tables are there; false if none is, or a creation was cut off. */
  private boolean look(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    Set<String> present = present(connection);
    if (present.isEmpty()) {
      return false;
    }
    if (!present.contains("meta")) {
      throw foreign("there is no '" + prefix + "meta' that says whose they are");
    }
    check(connection, "meta");
    String product = meta(connection, "product");
    String version = meta(connection, "version");
    if (version.isEmpty() && (product.isEmpty() || product.equals(PRODUCT))) {
      return false;
    }
    if (!product.equals(PRODUCT) || !version.matches("[0-9]{1,9}")) {
      throw foreign("'" + prefix + "meta' does not say that they are");
    }
    if (Integer.parseInt(version) > VERSION) {
      throw new StorageUnavailableException(
          "The tables with prefix '"
              + prefix
              + "' are of version "
              + version
              + "; this library knows "
              + VERSION
              + ".\nMaybe use the newer version of the library that made them.");
    }
    for (String table : COLUMNS.keySet()) {
      check(connection, table);
    }
    return true;
  }

  private Set<String> present(Connection connection) throws SQLException {
    Set<String> present = new HashSet<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (name.startsWith(prefix) && COLUMNS.containsKey(name.substring(prefix.length()))) {
          present.add(name.substring(prefix.length()));
        }
      }
    }
    return present;
  }

  private void check(Connection connection, String table) {
    String sql = "SELECT " + COLUMNS.get(table) + " FROM " + prefix + table + " WHERE 1 = 0";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet none = statement.executeQuery()) {
      none.next();
    } catch (SQLException wrong) {
      throw foreign("'" + prefix + table + "' has other columns", wrong);
    }
  }

  private String meta(Connection connection, String name) throws SQLException {
    return Dialect.ask(
        connection, "SELECT content FROM " + prefix + "meta WHERE name = '" + name + "'");
  }

  private StorageUnavailableException foreign(String why) {
    return foreign(why, null);
  }

  private StorageUnavailableException foreign(
      String why, @org.jspecify.annotations.Nullable Throwable cause) {
    return new StorageUnavailableException(
        "The tables with prefix '"
            + prefix
            + "' are not this library's: "
            + why
            + ".\nMaybe choose another table-prefix.",
        cause);
  }
}
