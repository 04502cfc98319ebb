package org.educationcities.storage.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.HostTransactions;
import org.educationcities.tck.JoiningKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The storage inside a host whose transactions Spring manages: on each database. */
class SpringConformanceTest {

  /** A host with a data source and Spring's transaction manager on it. */
  private static final class Host implements HostTransactions {
    private final DataSource dataSource;
    private final DataSourceTransactionManager manager;
    private @Nullable TransactionStatus running;

    Host(DataSource dataSource) {
      this.dataSource = dataSource;
      this.manager = new DataSourceTransactionManager(dataSource);
    }

    @Override
    public void begin() throws SQLException {
      try (Connection connection = dataSource.getConnection()) {
        Dialect.execute(connection, "CREATE TABLE IF NOT EXISTS host_row (name VARCHAR(40))");
      }
      running = manager.getTransaction(new DefaultTransactionDefinition());
    }

    @Override
    public void writeOwn(String row) throws SQLException {
      Connection connection = DataSourceUtils.getConnection(dataSource);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO host_row VALUES (?)")) {
        insert.setString(1, row);
        insert.executeUpdate();
      }
    }

    @Override
    public boolean hasOwn(String row) throws SQLException {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement select =
              connection.prepareStatement("SELECT name FROM host_row WHERE name = ?")) {
        select.setString(1, row);
        try (ResultSet rows = select.executeQuery()) {
          return rows.next();
        }
      }
    }

    @Override
    public void commit() {
      manager.commit(java.util.Objects.requireNonNull(running));
    }

    @Override
    public void rollback() {
      manager.rollback(java.util.Objects.requireNonNull(running));
    }
  }

  private static final Map<String, DataSource> SOURCES = new ConcurrentHashMap<>();

  /** One data source for a database: Spring knows a transaction by its data source. */
  private static DataSource dataSource(Settings settings) {
    return SOURCES.computeIfAbsent(
        settings.require("url"),
        url -> new DriverManagerDataSource(url, settings.get("user").orElse(""), ""));
  }

  private static final class ByHand implements StorageFactory {
    @Override
    public String name() {
      return "jdbc-in-spring";
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          Setting.required("url", "The address of the host's database."),
          Setting.optional("user", "Who connects."));
    }

    @Override
    public Set<StorageCapability> capabilities() {
      return Set.of(StorageCapability.JOINS_HOST_TRANSACTION);
    }

    @Override
    public Storage open(StorageContext context) {
      List<String> problems = context.settings().problems(settings());
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      DataSource dataSource = dataSource(context.settings());
      return JdbcStorage.over(dataSource, Set.copyOf(context.types().values()))
          .joining(
              () ->
                  TransactionSynchronizationManager.getResource(dataSource) != null
                          && TransactionSynchronizationManager.isActualTransactionActive()
                      ? DataSourceUtils.getConnection(dataSource)
                      : null)
          .open();
    }
  }

  abstract static class Kit extends JoiningKit {
    @Override
    protected StorageFactory factory() {
      return new ByHand();
    }

    @Override
    protected HostTransactions hostTransactions(Settings mediumOfTest) {
      return new Host(dataSource(mediumOfTest));
    }
  }

  @Nested
  class OnH2 extends Kit {
    @TempDir static Path folder;

    @Override
    protected Settings freshMedium() {
      return Settings.of(
          Map.of("url", "jdbc:h2:file:" + folder.resolve(UUID.randomUUID() + ";WRITE_DELAY=0")));
    }
  }

  @Nested
  class OnPostgres extends Kit {
    @Override
    protected Settings freshMedium() throws Exception {
      PostgresServer server = PostgresServer.shared();
      String name = "spring" + UUID.randomUUID().toString().replace("-", "");
      try (Connection connection = server.connect()) {
        Dialect.execute(connection, "CREATE DATABASE " + name);
      }
      return Settings.of(
          Map.of("url", server.url().replace("/postgres", "/" + name), "user", "postgres"));
    }
  }

  @Nested
  class OnSqlite extends Kit {
    @TempDir static Path folder;

    @Override
    protected Settings freshMedium() throws Exception {
      String url = "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
      Settings settings = Settings.of(Map.of("url", url));
      try (Connection connection = dataSource(settings).getConnection()) {
        Dialect.execute(connection, "PRAGMA journal_mode = WAL");
      }
      return settings;
    }
  }
}
