package org.example.sis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.example.sis.Embedded.LEAD;
import static org.example.sis.Embedded.STAGE;
import static org.example.sis.SisHost.OFFICE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.HostChanges;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;
import org.educationcities.safeguarding.Clearance;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Permission;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library inside a school information system, from its tables to a confirmed place and on. */
class SisHostTest {
  private static final LearnerId NOA = new LearnerId("p1");
  private static final LearnerId NOA_AGAIN = new LearnerId("p3");
  private static final LearnerId DAN = new LearnerId("p4");

  private final JdbcDataSource dataSource = new JdbcDataSource();
  private final SisTransactions transactions = new SisTransactions(dataSource);
  private final SisOffice office = new SisOffice(transactions);
  private final SisClock clock = new SisClock("2026-08-20T06:00:00Z");
  private Embedded embedded;
  private EducationCities cities;

  @BeforeEach
  void open() throws SQLException, IOException {
    dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    office.install("schema.sql");
    office.install("data.sql");
    office.install(Embedded.tables());
    embedded = Embedded.open(dataSource, transactions, clock);
    embedded.prepare(3);
    cities = embedded.cities();
  }

  @AfterEach
  void close() {
    embedded.close();
  }

  private CollaborationId accepted(LearnerId learner) {
    Collaboration proposed =
        cities.placements().propose(OFFICE, new Proposal(learner, STAGE, "office"));
    return cities
        .collaborations()
        .accept(new Actor(learner.value(), Role.LEARNER), proposed.id())
        .id();
  }

  private void permit(LearnerId learner, String guardian) {
    cities
        .safeguarding()
        .permit(
            new Actor(guardian, Role.GUARDIAN),
            learner,
            new Permission(STAGE.value(), guardian, Embedded.TERM.first(), Embedded.TERM.last()));
  }

  private CollaborationId confirmed(LearnerId learner, String guardian) {
    permit(learner, guardian);
    CollaborationId id = accepted(learner);
    assertThat(cities.confirmations().confirmAll(OFFICE, List.of(id)).confirmed())
        .containsExactly(id);
    return id;
  }

  private Collaboration now(CollaborationId id) {
    return cities.collaborations().find(id).orElseThrow();
  }

  private LearnerRecord learner(LearnerId id) {
    return cities.sources().learners().read(Selection.byIds(Set.of(id.value()))).records().get(0);
  }

  /** Every row of the system's own tables, by table. */
  private Map<String, List<String>> ownRows() throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table :
        ask(
            "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE TABLE_SCHEMA = 'PUBLIC'")) {
      if (!table.toLowerCase(Locale.ROOT).startsWith(Embedded.TABLE_PREFIX)) {
        rows.put(table, ask("SELECT * FROM " + table + " ORDER BY 1, 2"));
      }
    }
    return rows;
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Test
  void theYearIsToldToItsEnd() throws SQLException, IOException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    SisHost.run(new PrintStream(told, true, UTF_8));

    assertThat(told.toString(UTF_8))
        .contains("EC_ENTITY", "PUPIL_AWAY")
        .contains("p1: on-stage suits best")
        .contains("the place of p1 is CONFIRMED, in force")
        .contains("p4 leaves: 1 suspended, 1 left")
        .contains("p3 turns out to be p1: 1 suspended, 0 left, 1 merged")
        .contains("p1 changes to school i102: 0 suspended, 0 left, 0 merged, 1 at home elsewhere")
        .contains("p1 goes into grade 08");
  }

  @Test
  void aChildOfTheSystemsTablesIsToldWhatSuitsThem() {
    cities
        .profiles()
        .put(
            OFFICE,
            Party.of(NOA),
            Profile.builder().growthArea(new TopicId("theatre"), new Importance(4)).build());

    assertThat(cities.recommendations().forLearner(OFFICE, NOA, Embedded.TERM.id(), 3).best())
        .singleElement()
        .satisfies(each -> assertThat(each.opportunity().id()).isEqualTo(STAGE));
  }

  @Test
  void whatTheLibraryMakesGoesToItsOwnTables() throws SQLException {
    Map<String, List<String>> before = ownRows();
    confirmed(NOA, "p11");
    cities.hostChanges().sweep(OFFICE);

    assertThat(ownRows()).isEqualTo(before);
    assertThat(ask("SELECT DISTINCT TYPE FROM EC_ENTITY")).contains("collaboration", "places");
    assertThat(ask("SELECT DISTINCT TYPE FROM EC_ENTITY")).doesNotContain("learner", "guardian");
  }

  @Test
  void withoutItsTablesTheLibraryRefusesAndMakesNone() {
    JdbcDataSource bare = new JdbcDataSource();
    bare.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    assertThatThrownBy(() -> Embedded.open(bare, new SisTransactions(bare), clock))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessageContaining("JdbcSchema.print()");
  }

  @Test
  void aConfirmationStandsOrFallsWithTheSystemsOwnTransaction() throws SQLException {
    permit(NOA, "p11");
    CollaborationId id = accepted(NOA);
    Clearance clearance = cleared(id);

    assertThatThrownBy(
            () ->
                transactions.run(
                    connection -> {
                      cities.confirmations().confirm(OFFICE, id, clearance);
                      away(connection);
                      throw new SQLException("the timetable is closed");
                    }))
        .hasMessageContaining("the timetable is closed");
    assertThat(now(id).state()).isEqualTo(CollaborationState.ACCEPTED);
    assertThat(ask("SELECT * FROM PUPIL_AWAY")).isEmpty();

    transactions.run(
        connection -> {
          cities.confirmations().confirm(OFFICE, id, cleared(id));
          away(connection);
        });
    assertThat(now(id).isInForce(clock.instant())).isTrue();
    assertThat(ask("SELECT * FROM PUPIL_AWAY")).hasSize(1);
  }

  private Clearance cleared(CollaborationId id) {
    return ((ClearanceDecision.Granted) cities.confirmations().clear(OFFICE, id)).clearance();
  }

  private static void away(Connection connection) throws SQLException {
    SisOffice.change(
        connection, "INSERT INTO PUPIL_AWAY (PERSON_NO, REASON) VALUES (1, 'on-stage')");
  }

  @Test
  void whoLeavesIsInForceNowhere() throws SQLException {
    CollaborationId id = confirmed(DAN, "p14");
    office.leaves(4, LocalDate.of(2026, 8, 31));

    HostChanges.Report report = cities.hostChanges().follow(OFFICE, Set.of(DAN));

    assertThat(report.left()).containsExactly(DAN);
    assertThat(report.suspended()).isEqualTo(1);
    assertThat(now(id).isInForce(clock.instant())).isFalse();
    assertThat(cities.confirmations().clear(LEAD, id))
        .isInstanceOfSatisfying(
            ClearanceDecision.Refused.class,
            refused -> assertThat(refused.conditions()).contains("learner"));
  }

  @Test
  void aSweepFindsWhoLeftWithoutAWord() throws SQLException {
    CollaborationId id = confirmed(DAN, "p14");
    office.leaves(4, LocalDate.of(2026, 8, 31));

    assertThat(cities.hostChanges().sweep(OFFICE).left()).containsExactly(DAN);
    assertThat(now(id).state()).isEqualTo(CollaborationState.SUSPENDED);
  }

  @Test
  void twoPersonsWhoAreOneHoldOnePlaceByThePermissionGivenForIt() throws SQLException {
    CollaborationId own = confirmed(NOA, "p11");
    CollaborationId doubled = confirmed(NOA_AGAIN, "p11");
    office.merge(3, 1);

    HostChanges.Report report = cities.hostChanges().follow(OFFICE, Set.of(NOA_AGAIN));

    assertThat(report.merged()).isEqualTo(Map.of(NOA_AGAIN, NOA));
    assertThat(now(doubled).state()).isEqualTo(CollaborationState.CANCELLED);
    assertThat(now(own).isInForce(clock.instant())).isTrue();
    assertThat(cities.placements().placesOf(STAGE).orElseThrow().held()).isEqualTo(1);
    assertThat(cities.safeguarding().permissionsOf(LEAD, NOA_AGAIN)).isEmpty();
  }

  @Test
  void aPermissionForTheOtherIdIsAskedForAgain() throws SQLException {
    CollaborationId doubled = confirmed(NOA_AGAIN, "p11");
    office.merge(3, 1);

    HostChanges.Report report = cities.hostChanges().follow(OFFICE, Set.of(NOA_AGAIN));

    assertThat(report.toPermitAgain()).isEqualTo(Map.of(NOA, Set.of(STAGE.value())));
    assertThat(now(doubled).learners()).containsExactly(NOA);
    assertThat(now(doubled).state()).isEqualTo(CollaborationState.SUSPENDED);
    permit(NOA, "p11");
    assertThat(cities.confirmations().confirmAll(OFFICE, List.of(doubled)).confirmed()).hasSize(1);
  }

  @Test
  void whoChangesSchoolGoesOnAndIsAtHomeThere() throws SQLException {
    CollaborationId id = confirmed(NOA, "p11");
    clock.to("2026-08-21T06:00:00Z");
    office.moves(1, 2, LocalDate.of(2026, 8, 20));

    HostChanges.Report report = cities.hostChanges().follow(OFFICE, Set.of(NOA));

    assertThat(learner(NOA).schoolId()).contains("i102");
    assertThat(report.rehomed()).containsExactly(NOA);
    assertThat(now(id).isInForce(clock.instant())).isTrue();
    assertThat(now(id).participants().get(0).home().school().orElseThrow().value())
        .isEqualTo("i102");
  }

  @Test
  void nobodyLeavesByTheSummerAndAYearGoesOnInTheNextClass() throws SQLException {
    clock.to("2027-07-15T06:00:00Z");
    assertThat(learner(NOA).grade()).contains("07");

    office.rollOver(2027, 2028);
    assertThat(learner(NOA).grade()).contains("08");
    assertThat(learner(NOA).schoolId()).contains("i101");
    assertThat(classesWith("p1")).hasSize(1).allMatch(each -> each.grade().orElse("").equals("08"));

    // In another year nobody has written the next classes yet: all are still here, until autumn.
    clock.to("2028-07-15T06:00:00Z");
    transactions.run(
        connection ->
            SisOffice.change(
                connection,
                "UPDATE ENROLMENT SET DATE_TO = DATE '2028-06-30'"
                    + " WHERE DATE_FROM = DATE '2027-09-01'"));
    assertThat(learner(NOA).grade()).contains("08");
    clock.to("2028-10-15T06:00:00Z");
    assertThat(cities.sources().learners().read(Selection.first()).records()).isEmpty();
  }

  private List<ClassRecord> classesWith(String learner) {
    return cities.sources().classes().read(Selection.first()).records().stream()
        .filter(each -> each.learnerIds().contains(learner))
        .toList();
  }
}
