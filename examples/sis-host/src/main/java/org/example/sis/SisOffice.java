package org.example.sis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What the people of the school office do in the system, as they did long before the library. */
public final class SisOffice {
  private final SisTransactions transactions;

  /** The office of a system. */
  public SisOffice(SisTransactions transactions) {
    this.transactions = transactions;
  }

  /** Runs a file of SQL that comes with the system. */
  public void install(String file) throws SQLException, IOException {
    String sql;
    try (InputStream in =
        Objects.requireNonNull(SisOffice.class.getResourceAsStream("/sis/" + file), file)) {
      sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    install(List.of(sql.replaceAll("(?m)^--.*$", "").split(";\\s*\n")));
  }

  /** Runs statements that somebody printed and the keeper of the database has read. */
  public void install(List<String> statements) throws SQLException {
    transactions.run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
              if (!each.isBlank()) {
                statement.execute(each);
              }
            }
          }
        });
  }

  /** A pupil leaves: nobody is deleted here. */
  public void leaves(int person, LocalDate lastDay) throws SQLException {
    transactions.run(
        connection -> {
          change(connection, "UPDATE PERSON SET STATUS = 'D' WHERE PERSON_NO = ?", person);
          endEnrolments(connection, person, lastDay);
        });
  }

  /** Two persons turn out to be one: kin goes over, what was merged before is merged further. */
  public void merge(int person, int survivor) throws SQLException {
    transactions.run(
        connection -> {
          change(
              connection,
              "UPDATE PERSON SET STATUS = 'M', SAME_AS = ? WHERE PERSON_NO = ? OR SAME_AS = ?",
              survivor,
              person,
              person);
          change(
              connection,
              "UPDATE KIN SET CHILD_NO = ? WHERE CHILD_NO = ? AND ADULT_NO NOT IN"
                  + " (SELECT ADULT_NO FROM KIN WHERE CHILD_NO = ?)",
              survivor,
              person,
              survivor);
        });
  }

  /** A pupil changes to another class, from a day on. */
  public void moves(int person, int classGroup, LocalDate from) throws SQLException {
    transactions.run(
        connection -> {
          endEnrolments(connection, person, from.minusDays(1));
          change(
              connection,
              "INSERT INTO ENROLMENT (PERSON_NO, CG_NO, DATE_FROM) VALUES (?, ?, ?)",
              person,
              classGroup,
              Date.valueOf(from));
        });
  }

  /** A year ends: every enrolment with it, and every class goes on a grade higher. */
  public void rollOver(int year, int next) throws SQLException {
    transactions.run(
        connection -> {
          change(
              connection,
              """
              INSERT INTO CLASS_GROUP (INST_NO, YEAR_NO, GRADE, LABEL)
                SELECT G.INST_NO, ?, G.GRADE + 1, G.LABEL FROM CLASS_GROUP G
                JOIN INSTITUTION I ON I.INST_NO = G.INST_NO
                WHERE G.YEAR_NO = ? AND G.GRADE < I.GRADE_TO""",
              next,
              year);
          change(
              connection,
              """
              INSERT INTO ENROLMENT (PERSON_NO, CG_NO, DATE_FROM)
                SELECT E.PERSON_NO, N.CG_NO, Y.FIRST_DAY FROM ENROLMENT E
                JOIN CLASS_GROUP G ON G.CG_NO = E.CG_NO AND G.YEAR_NO = ?
                JOIN CLASS_GROUP N ON N.INST_NO = G.INST_NO AND N.LABEL = G.LABEL
                  AND N.GRADE = G.GRADE + 1 AND N.YEAR_NO = ?
                JOIN SCHOOL_YEAR Y ON Y.YEAR_NO = N.YEAR_NO
                WHERE E.DATE_TO IS NULL""",
              year,
              next);
          change(
              connection,
              """
              UPDATE ENROLMENT SET DATE_TO = (SELECT LAST_DAY FROM SCHOOL_YEAR WHERE YEAR_NO = ?)
                WHERE DATE_TO IS NULL
                  AND CG_NO IN (SELECT CG_NO FROM CLASS_GROUP WHERE YEAR_NO = ?)""",
              year,
              year);
        });
  }

  private static void endEnrolments(Connection connection, int person, LocalDate lastDay)
      throws SQLException {
    change(
        connection,
        "UPDATE ENROLMENT SET DATE_TO = ? WHERE PERSON_NO = ? AND DATE_TO IS NULL",
        Date.valueOf(lastDay),
        person);
  }

  /** Runs a change with its values. */
  static void change(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
