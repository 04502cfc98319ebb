package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Storage over JDBC. Thread-safe; each transaction has a connection to itself, of the host's data
 * source or, where only an address is known, opened for it, of which one is kept for the next. A
 * pool is the host's: {@link #over} takes a data source that is one.
 *
 * <p>On H2 it holds one more connection as long as it is open, which keeps a second opener out.
 */
public final class JdbcStorage implements Storage {
  private final StorageContext context;
  private final Connections connections;
  private final Tables tables;
  private final Versions versions;
  private final @Nullable Turn turn;
  private final @Nullable HostTransaction host;
  private final @Nullable Connection claim;
  private final Set<StorageCapability> capabilities;
  private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
  private volatile boolean closed;

  private JdbcStorage(
      StorageContext context,
      Connections connections,
      Tables tables,
      @Nullable Turn turn,
      @Nullable HostTransaction host,
      @Nullable Connection claim,
      Set<StorageCapability> capabilities) {
    this.context = context;
    this.connections = connections;
    this.tables = tables;
    this.versions = new Versions(tables.dialect(), tables.prefix());
    this.turn = turn;
    this.host = host;
    this.claim = claim;
    this.capabilities = Set.copyOf(capabilities);
  }

  /** Starts a storage over a host's data source, which stays the host's. */
  public static Builder over(DataSource dataSource, Set<EntityType> types) {
    return new Builder(dataSource, types);
  }

  @SuppressWarnings("resource") // the claim is closed with the storage
  static JdbcStorage open(
      StorageContext context,
      Connections connections,
      String prefix,
      boolean create,
      boolean ownMedium,
      @Nullable HostTransaction host) {
    Connection first = null;
    @Nullable Database database = null;
    try {
      first = connections.take();
      database =
          Database.of(first)
              .orElseThrow(
                  () ->
                      new StorageUnavailableException(
                          "This database is none of H2, PostgreSQL and SQLite.\n"
                              + "Maybe the data source is of another part of the host."));
      Dialect dialect = database.dialect();
      if (ownMedium) {
        dialect.prepareMedium(first);
      }
      dialect.prepare(first);
      JdbcSchema schema = JdbcSchema.of(database, prefix);
      if (create) {
        schema.create(first);
      } else {
        schema.validate(first);
      }
      Set<StorageCapability> capabilities = EnumSet.noneOf(StorageCapability.class);
      capabilities.addAll(dialect.capabilities(first));
      if (host != null) {
        capabilities.add(StorageCapability.JOINS_HOST_TRANSACTION);
      }
      Tables tables = new Tables(dialect, prefix);
      Turn turn = dialect.turn(first, connections);
      Connection claim = null;
      if (!dialect.claim(prefix).isEmpty()) {
        claim(first, dialect.claim(prefix));
        claim = first;
      } else {
        connections.give(first, false);
      }
      return new JdbcStorage(context, connections, tables, turn, host, claim, capabilities);
    } catch (SQLException | RuntimeException failed) {
      giveUp(connections, first, failed);
      if (failed instanceof SQLException error) {
        throw new StorageUnavailableException(
            String.valueOf(
                Failures.of(database == null ? Database.H2 : database, error).getMessage()),
            error);
      }
      throw (RuntimeException) failed;
    }
  }

  private static void claim(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
    } catch (SQLException held) {
      throw new StorageUnavailableException(
          "The storage is open already, and on this database only one may have it.\n"
              + "Maybe close the other, or use PostgreSQL.",
          held);
    }
  }

  private static void giveUp(
      Connections connections, @Nullable Connection first, Exception failed) {
    try {
      if (first != null) {
        connections.give(first, true);
      }
      connections.close();
    } catch (SQLException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(
      Space space, Function<? super Transaction, ? extends T> work) {
    Objects.requireNonNull(space, "space");
    if (closed) {
      throw new IllegalStateException("This storage is closed.");
    }
    if (busy.get() != null) {
      throw new IllegalStateException(
          "Transactions do not nest, and this thread is within one.\n"
              + "Maybe pass the transaction on instead of opening another.");
    }
    busy.set(true);
    try {
      return run(link(), space, work);
    } finally {
      busy.remove();
    }
  }

  private Link link() {
    try {
      Connection theirs = host == null ? null : host.connection();
      return theirs == null
          ? Link.own(tables.dialect(), connections, turn)
          : Link.joining(tables.dialect(), theirs);
    } catch (SQLException error) {
      throw Failures.of(tables.dialect().database(), error);
    }
  }

  private <T extends @Nullable Object> T run(
      Link link, Space space, Function<? super Transaction, ? extends T> work) {
    JdbcTransaction transaction = new JdbcTransaction(context, tables, versions, link, space);
    boolean broken = true;
    try {
      T result;
      try {
        result = work.apply(transaction);
        transaction.finish();
      } catch (Throwable failed) {
        broken = !undo(link, failed);
        throw failed;
      }
      commit(link);
      broken = false;
      return result;
    } finally {
      transaction.end();
      giveBack(link, broken);
    }
  }

  private static boolean undo(Link link, Throwable failed) {
    try {
      link.rollback();
      return true;
    } catch (SQLException error) {
      failed.addSuppressed(error);
      return false;
    }
  }

  private void commit(Link link) {
    try {
      link.commit();
    } catch (SQLException error) {
      RuntimeException meaning = Failures.ofCommit(tables.dialect().database(), error);
      undo(link, meaning);
      throw meaning;
    }
  }

  /**
   * What is committed is committed: a connection that cannot be given back is no error of it. After
   * a failure, which is told already, there is nothing new in it.
   */
  private static void giveBack(Link link, boolean broken) {
    try {
      link.giveBack(broken);
    } catch (SQLException error) {
      System.getLogger("org.educationcities.storage.jdbc")
          .log(
              broken ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
              "A connection could not be given back.",
              error);
    }
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return capabilities;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (claim != null) {
        claim.rollback();
        connections.give(claim, false);
      }
      connections.close();
    } catch (SQLException error) {
      throw Failures.of(tables.dialect().database(), error);
    }
  }

  /** Collects what a storage over a data source needs. Not thread-safe. */
  public static final class Builder {
    private final DataSource dataSource;
    private final Set<EntityType> types;
    private String prefix = JdbcSchema.DEFAULT_PREFIX;
    private boolean create = true;
    private @Nullable HostTransaction host;

    private Builder(DataSource dataSource, Set<EntityType> types) {
      this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
      this.types = Set.copyOf(types);
    }

    /** The prefix of its tables; {@value JdbcSchema#DEFAULT_PREFIX} where none is given. */
    public Builder tablePrefix(String newPrefix) {
      prefix = Objects.requireNonNull(newPrefix, "prefix");
      return this;
    }

    /** Never creates a table: they must be there, and the right to create is not needed. */
    public Builder withoutCreating() {
      create = false;
      return this;
    }

    /** Takes part in the host's transaction where there is one on the calling thread. */
    public Builder joining(HostTransaction newHost) {
      host = Objects.requireNonNull(newHost, "host");
      return this;
    }

    /**
     * Opens the storage.
     *
     * @throws StorageUnavailableException if the database cannot be used
     */
    public JdbcStorage open() {
      return JdbcStorage.open(
          StorageContext.of(Settings.none(), types),
          new Connections.OfDataSource(dataSource),
          prefix,
          create,
          false,
          host);
    }
  }
}
