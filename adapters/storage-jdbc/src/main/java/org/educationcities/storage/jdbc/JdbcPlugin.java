package org.educationcities.storage.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;

/** Offers the storage {@code jdbc}. */
public final class JdbcPlugin implements Plugin {

  /** A plugin; opens nothing. */
  public JdbcPlugin() {}

  @Override
  public SpiVersion spiVersion() {
    return SpiVersion.V1;
  }

  @Override
  public List<StorageFactory> storages() {
    return List.of(new Factory());
  }

  private static final class Factory implements StorageFactory {
    /** SQLite's flag for opening a file without making it. */
    private static final String SQLITE_READ_AND_WRITE = "2";

    private static final List<Setting> SETTINGS =
        List.of(
            Setting.required(
                "url",
                "A JDBC address: jdbc:h2:file:..., jdbc:h2:mem:name, jdbc:postgresql:... or"
                    + " jdbc:sqlite:file. One connection is kept open; where many threads work at"
                    + " once, give JdbcStorage.over a DataSource that pools."),
            Setting.optional("user", "Who connects; for H2 'sa' where nothing is given."),
            Setting.optional("password", "The user's password.").asSecret(),
            Setting.optional(
                "table-prefix", "1 to 31 of a-z, 0-9 and underscore; ec_ where nothing is given."),
            Setting.optional(
                "tables",
                "'create' makes them, and a file for them, where they are missing (the default),"
                    + " 'validate' never."));

    @Override
    public String name() {
      return "jdbc";
    }

    @Override
    public List<Setting> settings() {
      return SETTINGS;
    }

    /** What it can do hangs on the database: see the opened storage. */
    @Override
    public Set<StorageCapability> capabilities() {
      return Set.of();
    }

    @Override
    public Storage open(StorageContext context) {
      Settings settings = context.settings();
      List<String> problems = new ArrayList<>(settings.problems(SETTINGS));
      String url = settings.get("url").orElse("");
      String prefix = settings.get("table-prefix").orElse(JdbcSchema.DEFAULT_PREFIX);
      String tables = settings.get("tables").orElse("create");
      if (settings.get("url").isPresent()) {
        problems.addAll(urlProblems(url));
      }
      if (!JdbcSchema.isPrefix(prefix)) {
        problems.add(
            "Setting 'table-prefix' must be 1 to 31 of a-z, 0-9 and underscore, a letter first.");
      }
      if (!Set.of("create", "validate").contains(tables)) {
        problems.add("Setting 'tables' is 'create' or 'validate', not '" + tables + "'.");
      }
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      return JdbcStorage.open(
          context,
          new Connections.OfUrl(url, properties(settings, url, tables.equals("create"))),
          prefix,
          tables.equals("create"),
          true,
          null);
    }

    private static List<String> urlProblems(String url) {
      String lower = url.toLowerCase(Locale.ROOT);
      if (Database.ofUrl(url).isEmpty()) {
        return List.of(
            "Setting 'url' must begin with jdbc:h2:, jdbc:postgresql: or jdbc:sqlite:.\n"
                + "Maybe use a DataSource by hand: JdbcStorage.over(dataSource, types).");
      }
      if (lower.matches("jdbc:h2:(tcp|ssl):.*") || lower.contains("auto_server=true")) {
        return List.of(
            "Setting 'url' names an H2 server; only H2 embedded is supported.\n"
                + "Maybe use PostgreSQL where several processes share the storage.");
      }
      if (lower.matches("jdbc:sqlite:(:memory:.*|\\?.*|)") || lower.contains("mode=memory")) {
        return List.of(
            "Setting 'url' names an SQLite database in memory, of which each connection has its"
                + " own.\nMaybe name a file, or use the storage 'memory'.");
      }
      return List.of();
    }

    private static Properties properties(Settings settings, String url, boolean create) {
      Properties properties = new Properties();
      settings.get("user").ifPresent(user -> properties.setProperty("user", user));
      settings.get("password").ifPresent(secret -> properties.setProperty("password", secret));
      Database database = Database.ofUrl(url).orElseThrow();
      if (database == Database.H2) {
        if (settings.get("user").isEmpty()) {
          properties.setProperty("user", "sa");
        }
        // With a delay, commits that were acknowledged are lost when the process is killed.
        setUnlessGiven(properties, url, "WRITE_DELAY", "0");
        // What H2 2.3.232 gathers while it closes is not committed any more (its issue 4247), so
        // that a file closed so could not be opened again. H2Tidying gathers while it is open.
        setUnlessGiven(properties, url, "MAX_COMPACT_TIME", "0");
        setUnlessGiven(properties, url, "LOCK_TIMEOUT", "20000");
        setUnlessGiven(properties, url, "DB_CLOSE_ON_EXIT", "FALSE");
        setUnlessGiven(properties, url, "TRACE_LEVEL_FILE", "0");
        if (!create && !url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:mem:")) {
          setUnlessGiven(properties, url, "IFEXISTS", "TRUE");
        }
      } else if (database == Database.POSTGRESQL) {
        setUnlessGiven(properties, url, "reWriteBatchedInserts", "true");
        setUnlessGiven(properties, url, "connectTimeout", "10");
      } else if (!create) {
        setUnlessGiven(properties, url, "open_mode", SQLITE_READ_AND_WRITE);
      }
      return properties;
    }

    private static void setUnlessGiven(
        Properties properties, String url, String name, String value) {
      if (!url.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT) + "=")) {
        properties.setProperty(name, value);
      }
    }
  }
}
