package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

  /** An address: keeps a few connections, since opening one costs more than most transactions. */
  static final class OfUrl extends Connections {
    private static final int MOST_IDLE = 8;

    private final String url;
    private final Properties properties;
    private final H2Tidying.Pace pace;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final AtomicInteger open = new AtomicInteger();
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
      synchronized (idle) {
        Connection connection = idle.poll();
        if (connection != null) {
          return connection;
        }
      }
      Connection connection = DriverManager.getConnection(url, properties);
      open.incrementAndGet();
      return connection;
    }

    @Override
    void give(Connection connection, boolean broken) throws SQLException {
      synchronized (idle) {
        if (!broken && !closed && idle.size() < MOST_IDLE) {
          idle.push(connection);
          return;
        }
      }
      connection.close();
      open.decrementAndGet();
    }

    @Override
    @Nullable H2Tidying tidying(Connection connection) throws SQLException {
      return H2Tidying.of(connection, open::get, pace);
    }

    @Override
    void close() throws SQLException {
      List<Connection> left;
      synchronized (idle) {
        closed = true;
        left = new ArrayList<>(idle);
        idle.clear();
      }
      for (Connection connection : left) {
        connection.close();
        open.decrementAndGet();
      }
    }
  }
}
