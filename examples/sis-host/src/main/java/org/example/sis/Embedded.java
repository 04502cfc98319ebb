package org.example.sis;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.people.AdultId;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.storage.Storage;
import org.educationcities.storage.jdbc.Database;
import org.educationcities.storage.jdbc.JdbcSchema;
import org.educationcities.storage.jdbc.JdbcStorage;

/** The library inside the system: what the system is read from, and where the library writes. */
public final class Embedded implements AutoCloseable {
  /** What the library's own tables begin with, beside the system's. */
  public static final String TABLE_PREFIX = "ec_";

  /** Who set everything up. */
  public static final Actor ADMINISTRATOR = new Actor("office", Role.ADMINISTRATOR);

  /** Who answers for safety. */
  public static final Actor LEAD = new Actor("p21", Role.SAFEGUARDING_LEAD);

  /** The term of the example. */
  public static final Term TERM =
      new Term(new TermId("2026-autumn"), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));

  /** What is offered in it. */
  public static final OpportunityId STAGE = new OpportunityId("on-stage");

  private final Storage storage;
  private final EducationCities cities;

  private Embedded(Storage storage, EducationCities cities) {
    this.storage = storage;
    this.cities = cities;
  }

  /** What the keeper of the database reads, and then runs with rights that we don't have. */
  public static List<String> tables() {
    return JdbcSchema.of(Database.H2, TABLE_PREFIX).print();
  }

  /** Opens the library: it reads through sources, writes to its own tables, and joins. */
  public static Embedded open(DataSource dataSource, SisTransactions transactions, Clock clock) {
    Storage storage =
        JdbcStorage.over(dataSource, EducationCities.entityTypes())
            .tablePrefix(TABLE_PREFIX)
            .withoutCreating()
            .joining(transactions::running)
            .open();
    EducationCities cities =
        EducationCities.builder()
            .storage(storage)
            // The children here are made up. A real system names a key source instead: keys(...).
            .unsealed()
            .hostSources(new SisSources(dataSource, clock))
            .clock(clock)
            .build();
    return new Embedded(storage, cities);
  }

  /** The library. */
  public EducationCities cities() {
    return cities;
  }

  /** A term with one offer of a place that the system knows, and what a clearance rests on. */
  public void prepare(int places) {
    TopicId theatre = new TopicId("theatre");
    ResourceRecord stage =
        cities.sources().resources().read(Selection.byIds(Set.of("v41"))).records().get(0);
    cities.offers().putTopics(ADMINISTRATOR, List.of(Topic.of(theatre, Names.of("en", "Theatre"))));
    cities.offers().putTerm(ADMINISTRATOR, TERM);
    Opportunity.Builder offer =
        Opportunity.builder(STAGE)
            .resourceId(new ResourceId(stage.id()))
            .providerId(new ProviderId(stage.organizationId()))
            .cityId(new CityId(stage.cityId()))
            .termId(TERM.id())
            .names(Names.of("en", "Tuesdays on stage"))
            .schedule(
                new Schedule(
                    LocalDateTime.of(2026, 9, 1, 16, 0),
                    Duration.ofMinutes(90),
                    "FREQ=WEEKLY;BYDAY=TU",
                    ZoneId.of("Asia/Jerusalem")))
            .profile(Profile.builder().strength(theatre, Proficiency.COULD_TEACH).build())
            .places(places)
            .ages(new AgeRange(10, 14));
    stage.position().ifPresent(offer::position);
    cities.offers().put(ADMINISTRATOR, List.of(offer.build()));
    cities.placements().open(ADMINISTRATOR, Map.of(STAGE, Set.of(new AdultId("p22"))));
    cities
        .safeguarding()
        .install(LEAD, SafeguardingPolicy.sample(java.time.Instant.parse("2026-01-01T00:00:00Z")));
    cities
        .safeguarding()
        .vet(
            LEAD,
            List.of(
                new Vetting(
                    "p22",
                    "cleared",
                    Vetting.Decision.CLEARED,
                    LocalDate.of(2026, 2, 1),
                    LEAD.id())));
    cities
        .safeguarding()
        .agree(
            LEAD,
            List.of(
                new ProviderAgreement(
                    "o31", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31))));
  }

  /** Closes the library; the data source stays the system's. */
  @Override
  public void close() {
    cities.close();
    storage.close();
  }
}
