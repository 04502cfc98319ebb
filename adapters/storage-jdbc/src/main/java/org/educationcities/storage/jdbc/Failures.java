package org.educationcities.storage.jdbc;

import java.sql.SQLException;
import org.educationcities.spi.SpiException;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.OutcomeUnknownException;
import org.educationcities.spi.storage.StorageUnavailableException;

/**
 * What a database's errors mean to the library. Messages name states and codes, not the driver's
 * text, which may hold values; that is the cause.
 */
final class Failures {
  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;
  private static final int SQLITE_CONSTRAINT = 19;

  private Failures() {}

  /** What an error before the commit means: nothing was written. */
  static SpiException of(Database database, SQLException error) {
    if (isConflict(database, error)) {
      return new ConflictException(
          "Another transaction was faster (" + code(error) + ").\nMaybe read again and retry.",
          error);
    }
    return new StorageUnavailableException(
        "The database refused or could not be reached (" + code(error) + ").\n" + advice(error),
        error);
  }

  /** What an error from the commit itself means. */
  static SpiException ofCommit(Database database, SQLException error) {
    String state = state(error);
    boolean surelyNot =
        (isConflict(database, error) && !state.equals("40003"))
            || state.startsWith("53")
            || state.startsWith("23");
    if (surelyNot) {
      return of(database, error);
    }
    return new OutcomeUnknownException(
        "The database did not say whether it committed ("
            + code(error)
            + ").\nMaybe its disk is full or it went away; read what was written before trying again.",
        error);
  }

  private static boolean isConflict(Database database, SQLException error) {
    if (database == Database.SQLITE) {
      int primary = error.getErrorCode() & 0xff;
      return primary == SQLITE_BUSY || primary == SQLITE_LOCKED || primary == SQLITE_CONSTRAINT;
    }
    String state = state(error);
    return state.startsWith("40")
        || state.equals("23505")
        || state.equals("55P03")
        || state.equals("HYT00");
  }

  private static String advice(SQLException error) {
    String state = state(error);
    if (state.startsWith("28")) {
      return "Maybe user or password is wrong.";
    }
    if (state.startsWith("08")) {
      return "Maybe the server is down, or its address is wrong.";
    }
    if (state.equals("90020")) {
      return "Maybe another process has the file open: end it first.";
    }
    if (state.equals("90146")) {
      return "There is no such database, and it is not to be made here.\nMaybe its address is wrong.";
    }
    if (state.equals("90030") || state.equals("90048")) {
      return "Maybe the file is damaged or of another version: restore it from a backup.";
    }
    if (state.equals("90028") || state.equals("90031")) {
      return "Maybe the file was cut short or damaged: restore it from a backup; or the disk is"
          + " full, read-only or gone.";
    }
    if (state.startsWith("53")) {
      return "Maybe the disk is full, or there are too many connections.";
    }
    return "Maybe the disk is full, read-only or damaged, or a right is missing; see the cause.";
  }

  private static String state(SQLException error) {
    return error.getSQLState() == null ? "" : error.getSQLState();
  }

  private static String code(SQLException error) {
    return "state '" + state(error) + "', code " + error.getErrorCode();
  }
}
