package org.example.sis;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.HostChanges;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;
import org.educationcities.round.Recommendation;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Permission;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;
import org.h2.jdbcx.JdbcDataSource;

/** A year of a school information system with the library in it, told as it happens. */
public final class SisHost {
  static final Actor OFFICE = Embedded.ADMINISTRATOR;

  private final PrintStream out;
  private final JdbcDataSource dataSource = new JdbcDataSource();
  private final SisTransactions transactions = new SisTransactions(dataSource);
  private final SisOffice office = new SisOffice(transactions);
  private final SisClock clock = new SisClock("2026-08-20T06:00:00Z");

  private SisHost(PrintStream out) {
    this.out = out;
    dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** Tells the year. */
  public static void main(String[] args) throws SQLException, IOException {
    run(System.out);
  }

  /** Tells the year to somebody. */
  public static void run(PrintStream out) throws SQLException, IOException {
    new SisHost(out).run();
  }

  private void run() throws SQLException, IOException {
    office.install("schema.sql");
    office.install("data.sql");
    out.println("The system's own tables: " + tables());
    office.install(Embedded.tables());
    out.println("With the library's beside them: " + tables());
    try (Embedded embedded = Embedded.open(dataSource, transactions, clock)) {
      embedded.prepare(3);
      EducationCities cities = embedded.cities();
      CollaborationId noa = place(cities, new LearnerId("p1"), "p11");
      CollaborationId dan = place(cities, new LearnerId("p4"), "p14");
      CollaborationId doubled = place(cities, new LearnerId("p3"), "p11");

      office.leaves(4, LocalDate.of(2026, 8, 31));
      tell("p4 leaves", cities, Set.of("p4"), dan);

      office.merge(3, 1);
      tell("p3 turns out to be p1", cities, Set.of("p3"), doubled);
      say(noa, cities);

      clock.to("2026-11-02T06:00:00Z");
      office.moves(1, 2, LocalDate.of(2026, 11, 1));
      tell("p1 changes to school i102", cities, Set.of("p1"), noa);

      clock.to("2027-07-15T06:00:00Z");
      office.rollOver(2027, 2028);
      HostChanges.Report report = cities.hostChanges().sweep(OFFICE);
      out.println("The year rolls over; of those who took part, gone are " + report.left());
      for (LearnerRecord each : cities.sources().learners().read(Selection.first()).records()) {
        if (each.mergedInto().isEmpty()) {
          out.println("  " + each.id() + " goes into grade " + each.grade().orElse("?"));
        }
      }
    }
  }

  /** From what a child wants to learn to a confirmed place. */
  private CollaborationId place(EducationCities cities, LearnerId learner, String guardian)
      throws SQLException {
    Profile wants = Profile.builder().growthArea(new TopicId("theatre"), new Importance(4)).build();
    cities.profiles().put(OFFICE, Party.of(learner), wants);
    Recommendation best =
        cities.recommendations().forLearner(OFFICE, learner, Embedded.TERM.id(), 3).best().get(0);
    out.println(
        learner.value()
            + ": "
            + best.opportunity().id().value()
            + " suits best, affinity "
            + best.affinity().points());
    Collaboration proposed =
        cities.placements().propose(OFFICE, new Proposal(learner, Embedded.STAGE, "office"));
    cities.collaborations().accept(new Actor(learner.value(), Role.LEARNER), proposed.id());
    cities
        .safeguarding()
        .permit(
            new Actor(guardian, Role.GUARDIAN),
            learner,
            new Permission(
                Embedded.STAGE.value(), guardian, Embedded.TERM.first(), Embedded.TERM.last()));
    ClearanceDecision decision = cities.confirmations().clear(OFFICE, proposed.id());
    if (decision instanceof ClearanceDecision.Granted granted) {
      // One transaction of the system's own: its timetable and the library's confirmation.
      transactions.run(
          connection -> {
            cities.confirmations().confirm(OFFICE, proposed.id(), granted.clearance());
            SisOffice.change(
                connection,
                "INSERT INTO PUPIL_AWAY (PERSON_NO, REASON) VALUES (?, ?)",
                SisId.PERSON.key(learner.value()).orElseThrow(),
                Embedded.STAGE.value());
          });
    }
    say(proposed.id(), cities);
    return proposed.id();
  }

  private void tell(
      String what, EducationCities cities, Set<String> changed, CollaborationId placement) {
    HostChanges.Report report =
        cities
            .hostChanges()
            .follow(OFFICE, Set.copyOf(changed.stream().map(LearnerId::new).toList()));
    out.println(
        "%s: %d suspended, %d left, %d merged, %d at home elsewhere, %d to permit again"
            .formatted(
                what,
                report.suspended(),
                report.left().size(),
                report.merged().size(),
                report.rehomed().size(),
                report.toPermitAgain().size()));
    say(placement, cities);
  }

  private void say(CollaborationId id, EducationCities cities) {
    Collaboration placement = cities.collaborations().find(id).orElseThrow();
    out.println(
        "  the place of "
            + placement.learners().get(0).value()
            + " is "
            + placement.state()
            + (placement.isInForce(clock.instant()) ? ", in force" : ", not in force"));
  }

  private List<String> tables() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"
                    + " ORDER BY TABLE_NAME")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
