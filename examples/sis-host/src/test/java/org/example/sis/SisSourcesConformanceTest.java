package org.example.sis;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.educationcities.spi.source.HostSources;
import org.educationcities.tck.PlayedHost;
import org.educationcities.tck.SourceKind;
import org.educationcities.tck.SourceKit;
import org.h2.jdbcx.JdbcDataSource;

/** The sources over tables that the library had no say in pass the kit. */
class SisSourcesConformanceTest extends SourceKit {
  @Override
  protected PlayedHost freshHost(InstantSource clock) throws SQLException, IOException {
    return new PlayedSis(clock);
  }

  private static final class PlayedSis implements PlayedHost {
    private final InstantSource clock;
    private final SisTransactions transactions;
    private final SisOffice office;
    private final WatchedDataSource watched;
    private int lastKey = 5000;

    PlayedSis(InstantSource clock) throws SQLException, IOException {
      this.clock = clock;
      JdbcDataSource dataSource = new JdbcDataSource();
      dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
      watched = new WatchedDataSource(dataSource);
      transactions = new SisTransactions(dataSource);
      office = new SisOffice(transactions);
      office.install("schema.sql");
      office.install("data.sql");
    }

    @Override
    public HostSources open() {
      return new SisSources(watched.watched(), clock);
    }

    @Override
    public List<String> add(SourceKind kind, int count) throws SQLException {
      int first = lastKey + 1;
      lastKey += count;
      int last = lastKey;
      insert(kind, first, last);
      return IntStream.rangeClosed(first, last).mapToObj(table(kind)::of).toList();
    }

    private void insert(SourceKind kind, int first, int last) throws SQLException {
      switch (kind) {
        case CITY -> run("INSERT INTO MUNICIPALITY SELECT X, 'עיר', 'City', 'N' %s", first, last);
        case SCHOOL ->
            run(
                "INSERT INTO INSTITUTION SELECT X, 6500, 1, 'בית', NULL, NULL, NULL, 'HEB', 1, 8,"
                    + " NULL %s",
                first, last);
        case CLASS -> {
          run("INSERT INTO CLASS_GROUP SELECT X, 101, 2027, 7, 'A' %s", first, last);
          int pupil = ++lastKey;
          insert(SourceKind.LEARNER, pupil, pupil);
          run("UPDATE ENROLMENT SET CG_NO = " + first + " WHERE PERSON_NO = " + pupil);
          int teacher = ++lastKey;
          insert(SourceKind.ADULT, teacher, teacher);
          run("INSERT INTO TEACHES SELECT " + teacher + ", X %s", first, last);
        }
        case LEARNER -> {
          person(first, last);
          run(
              "INSERT INTO ENROLMENT (PERSON_NO, CG_NO, DATE_FROM) SELECT X, 1, DATE '2026-09-01'"
                  + " %s",
              first, last);
        }
        case GUARDIAN -> {
          person(first, last);
          int child = ++lastKey;
          insert(SourceKind.LEARNER, child, child);
          run("INSERT INTO KIN SELECT X, " + child + ", 'Y', NULL, NULL %s", first, last);
          run("INSERT INTO KIN SELECT X, 1, 'N', NULL, NULL %s", first, last);
        }
        case ADULT -> {
          person(first, last);
          run(
              "INSERT INTO STAFF_POST (PERSON_NO, INST_NO, ROLE_CD, DATE_FROM)"
                  + " SELECT X, 101, 'TCH', DATE '2020-09-01' %s",
              first, last);
          run("INSERT INTO TEACHES SELECT X, 2 %s", first, last);
        }
        case RESOURCE ->
            run(
                "INSERT INTO VENUE (VENUE_NO, ORG_NO, MUN_NO, SETTL_NO, NAME_HE, KIND_CD)"
                    + " SELECT X, 31, 6500, 1, 'מקום', 'LIBRARY' %s",
                first, last);
      }
    }

    private void person(int first, int last) throws SQLException {
      run(
          "INSERT INTO PERSON (PERSON_NO, FAMILY_NAME, GIVEN_NAME, DOB, MUN_NO, LANG)"
              + " SELECT X, 'F', 'G', DATE '2014-01-01', 6500, 'HEB' %s",
          first, last);
    }

    private void run(String sql, int first, int last) throws SQLException {
      run(sql.formatted("FROM SYSTEM_RANGE(" + first + ", " + last + ")"));
    }

    private void run(String sql) throws SQLException {
      transactions.run(connection -> SisOffice.change(connection, sql));
    }

    @Override
    public boolean remove(SourceKind kind, String id) throws SQLException {
      int key = table(kind).key(id).orElseThrow();
      switch (kind) {
        case CITY -> run("DELETE FROM MUNICIPALITY WHERE MUN_NO = " + key);
        case SCHOOL ->
            run("UPDATE INSTITUTION SET CLOSED_ON = DATE '2026-08-31' WHERE INST_NO = " + key);
        case CLASS -> run("UPDATE CLASS_GROUP SET YEAR_NO = 2025 WHERE CG_NO = " + key);
        case LEARNER, GUARDIAN, ADULT ->
            run("UPDATE PERSON SET STATUS = 'D' WHERE PERSON_NO = " + key);
        case RESOURCE -> run("UPDATE VENUE SET IN_USE = 'N' WHERE VENUE_NO = " + key);
      }
      return true;
    }

    private static SisId table(SourceKind kind) {
      return switch (kind) {
        case CITY -> SisId.MUNICIPALITY;
        case SCHOOL -> SisId.INSTITUTION;
        case CLASS -> SisId.CLASS_GROUP;
        case LEARNER, GUARDIAN, ADULT -> SisId.PERSON;
        case RESOURCE -> SisId.VENUE;
      };
    }

    @Override
    public boolean merge(String learner, String survivor) throws SQLException {
      office.merge(
          SisId.PERSON.key(learner).orElseThrow(), SisId.PERSON.key(survivor).orElseThrow());
      return true;
    }

    @Override
    public boolean failAfter(int more) {
      watched.answers.set(more);
      return true;
    }

    @Override
    public void recover() {
      watched.answers.set(Long.MAX_VALUE);
    }

    @Override
    public OptionalLong statements() {
      return OptionalLong.of(watched.statements.get());
    }

    @Override
    public void close() {
      try {
        run("SHUTDOWN");
      } catch (SQLException gone) {
        // the database closed under the connection, as it was told to
        assert gone.getErrorCode() != 0;
      }
    }
  }
}
