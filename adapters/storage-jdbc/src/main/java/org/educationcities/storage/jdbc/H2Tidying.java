package org.educationcities.storage.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the file of an H2 database from growing without end.
 *
 * <p>H2 never overwrites a page in place: each commit appends what it changed, and a thread of H2's
 * own gathers what is left of old pieces and gives their space back. That thread runs only with a
 * WRITE_DELAY above 0, and then a commit is acknowledged before it is in the file, so that a kill
 * loses it (seen in 10 of 10 kills; CHECKPOINT is no remedy, since it does not wait for a writing
 * that the thread has begun). So the delay is 0 whenever anybody writes, and is raised for a moment
 * between two turns of writing, while nobody does: setting it back to 0 waits until that thread has
 * ended and everything is in the file. Where a session is not one of ours, somebody else may write,
 * and nothing is tidied.
 *
 * <p>Not thread-safe: for whoever has the {@link Turn}.
 */
final class H2Tidying {
  private static final System.Logger LOG = System.getLogger("org.educationcities.storage.jdbc");

  /** What share of the pieces that H2 may rewrite (in percent) is still in use. */
  private static final String IN_USE = "info.CHUNKS_FILL_RATE_RW";

  private static final int WORTH_TIDYING = 50;
  private static final int TIDY = 70;
  private static final int DELAY_MILLIS = 10;
  private static final Duration SLICE = Duration.ofMillis(20);

  /**
   * How much is tidied.
   *
   * @param growth how many bytes the file grows, at the least, between two tidyings
   * @param shortest a tidying's time at the least
   * @param longest a tidying's time at the most; below that, a quarter of the time since the last
   */
  record Pace(long growth, Duration shortest, Duration longest) {
    static final Pace USUAL = new Pace(32L << 20, Duration.ofMillis(100), Duration.ofSeconds(2));
  }

  private final Path file;
  private final IntSupplier ours;
  private final Pace pace;
  private long beyond;
  private long ended = System.nanoTime();
  private boolean delays;

  private H2Tidying(Path file, IntSupplier ours, Pace pace) {
    this.file = file;
    this.ours = ours;
    this.pace = pace;
    this.beyond = next(size());
  }

  /**
   * A tidying of the database's file; null where there is none to tidy, where the host chose that
   * commits are delayed, or where the user is no administrator, who alone may set the delay.
   */
  static @Nullable H2Tidying of(Connection connection, IntSupplier ours, Pace pace)
      throws SQLException {
    String path = Dialect.ask(connection, "SELECT DATABASE_PATH()");
    if (path.isEmpty() || !setting(connection, "WRITE_DELAY").equals("0")) {
      return null;
    }
    String mayTidy =
        Dialect.ask(
            connection,
            "SELECT IS_ADMIN FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER");
    try {
      Path file = Path.of(path + ".mv.db");
      return mayTidy.equals("TRUE") && Files.isWritable(file)
          ? new H2Tidying(file, ours, pace)
          : null;
    } catch (InvalidPathException notOnThisDisk) {
      return null;
    }
  }

  /** Makes sure that a commit is in the file when it is acknowledged. */
  void beforeWriting(Connection connection) throws SQLException {
    if (delays) {
      commitAtOnce(connection);
    }
  }

  /** Tidies if the file has grown enough and it is worth it; what was committed stays so. */
  void afterCommit(Connection connection) {
    if (size() < beyond || Thread.currentThread().isInterrupted()) {
      return; // an interrupted thread could not wait until all is written
    }
    try {
      if (inUse(connection) < WORTH_TIDYING && nobodyElseIsThere(connection)) {
        tidy(connection);
      }
    } catch (SQLException failed) {
      LOG.log(System.Logger.Level.WARNING, "H2's file could not be tidied; it grows on.", failed);
    }
    beyond = next(size());
  }

  private void tidy(Connection connection) throws SQLException {
    long begun = System.nanoTime();
    long most =
        Math.min(
            pace.longest().toNanos(), Math.max(pace.shortest().toNanos(), (begun - ended) / 4));
    delays = true;
    Dialect.execute(connection, "SET WRITE_DELAY " + DELAY_MILLIS);
    try {
      connection.commit();
      do {
        LockSupport.parkNanos(SLICE.toNanos());
      } while (System.nanoTime() - begun < most
          && !Thread.currentThread().isInterrupted()
          && inUse(connection) < TIDY
          && nobodyElseIsThere(connection));
    } finally {
      commitAtOnce(connection);
    }
    ended = System.nanoTime();
  }

  private void commitAtOnce(Connection connection) throws SQLException {
    Dialect.execute(connection, "SET WRITE_DELAY 0");
    connection.commit();
    delays = false;
  }

  /** Whoever comes by an address like ours sets the delay to 0 in coming. */
  private boolean nobodyElseIsThere(Connection connection) throws SQLException {
    int before = ours.getAsInt();
    long sessions =
        Dialect.askNumber(connection, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS");
    return sessions == before && before == ours.getAsInt();
  }

  private static int inUse(Connection connection) throws SQLException {
    String percent = setting(connection, IN_USE);
    return percent.isEmpty() ? 100 : Integer.parseInt(percent);
  }

  static String setting(Connection connection, String name) throws SQLException {
    return Dialect.ask(
        connection,
        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = '"
            + name
            + "'");
  }

  private long next(long size) {
    return size + Math.max(pace.growth(), size / 8);
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0; // whoever writes next is told by H2
    }
  }
}
