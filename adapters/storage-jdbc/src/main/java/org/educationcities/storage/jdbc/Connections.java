package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where connections of our own come from, and where they go afterwards. */
abstract sealed class Connections {

  abstract Connection take() throws SQLException;

  /** Gives one back; a broken one is closed for good. */
  abstract void give(Connection connection, boolean broken) throws SQLException;

  abstract void close() throws SQLException;

  /** What tidies the file of an H2 database; null where the database is the host's to keep. */
  abstract @Nullable H2Tidying tidying(Connection connection) throws SQLException;

  /** A host's data source: whether it pools is its own affair. */
  static final class OfDataSource extends Connections {
    private final DataSource dataSource;

    OfDataSource(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    @Override
    Connection take() throws SQLException {
      return dataSource.getConnection();
    }

    @Override
    void give(Connection connection, boolean broken) throws SQLException {
      try (connection) {
        if (!broken) {
          connection.setAutoCommit(true);
        }
      }
    }

    @Override
    void close() {}

    @Override
    @Nullable H2Tidying tidying(Connection connection) {
      return null;
    }
  }

  /**
   * An address: keeps one connection for whoever comes next and opens more only while several are
   * at work. It is no pool: a host whose threads are many gives a data source that is one.
   */
  static final class OfUrl extends Connections {
    private final String url;
    private final Properties properties;
    private final H2Tidying.Pace pace;
    private final AtomicInteger open = new AtomicInteger();
    private @Nullable Connection kept;
    private boolean closed;

    OfUrl(String url, Properties properties) {
      this(url, properties, H2Tidying.Pace.USUAL);
    }

    OfUrl(String url, Properties properties, H2Tidying.Pace pace) {
      this.url = url;
      this.properties = properties;
      this.pace = pace;
    }

    @Override
    Connection take() throws SQLException {
      Connection free = takeKept();
      if (free != null) {
        return free;
      }
      Connection connection = DriverManager.getConnection(url, properties);
      open.incrementAndGet();
      return connection;
    }

    @Override
    void give(Connection connection, boolean broken) throws SQLException {
      if (broken || !keep(connection)) {
        end(connection);
      }
    }

    private synchronized @Nullable Connection takeKept() {
      Connection free = kept;
      kept = null;
      return free;
    }

    private synchronized boolean keep(Connection connection) {
      if (closed || kept != null) {
        return false;
      }
      kept = connection;
      return true;
    }

    private void end(Connection connection) throws SQLException {
      open.decrementAndGet();
      connection.close();
    }

    @Override
    @Nullable H2Tidying tidying(Connection connection) throws SQLException {
      return H2Tidying.of(connection, open::get, pace);
    }

    @Override
    void close() throws SQLException {
      synchronized (this) {
        closed = true;
      }
      Connection last = takeKept();
      if (last != null) {
        end(last);
      }
    }
  }
}
