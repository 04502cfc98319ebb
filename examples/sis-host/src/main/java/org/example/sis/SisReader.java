package org.example.sis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.educationcities.spi.source.SourceUnavailableException;

/**
 * Reads the tables, and only reads. Numbers and the day are all that is ever put into the SQL:
 * nothing of an id's text reaches it.
 *
 * @param dataSource the system's own
 * @param clock by which it is today
 */
record SisReader(DataSource dataSource, InstantSource clock) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

  /** Reading that may fail with the database. */
  @FunctionalInterface
  interface Reading<T> {
    T of(Statements statements, Instant asOf) throws SQLException;
  }

  /** The statements of one reading. */
  record Statements(Connection connection, String today) {
    List<Row> ask(String sql) throws SQLException {
      try (PreparedStatement statement =
              connection.prepareStatement(sql.replace("{today}", today));
          ResultSet result = statement.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(Row.of(result));
        }
        return rows;
      }
    }
  }

  /** Reads in one read-only transaction; the connection goes back as the host's pool wants it. */
  <T> T read(Reading<T> reading) {
    Instant asOf = clock.instant(); // before the first statement: SRC-4
    String today = "DATE '" + LocalDate.ofInstant(asOf, ZONE) + "'";
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try {
        return reading.of(new Statements(connection, today), asOf);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
      }
    } catch (SQLException gone) {
      throw new SourceUnavailableException(
          "The database of the school information system does not answer.\nMaybe try again later.",
          gone);
    }
  }
}
