package org.educationcities.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.MemoryKeys;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.AdultId;
import org.educationcities.people.LearnerId;
import org.educationcities.registry.Roster;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.storage.Storage;
import org.educationcities.storage.memory.MemoryStorage;

/**
 * The small city with a theatre that offers a stage: one mentor, learners with a guardian each, and
 * as much of what a clearance needs as a test asks for.
 */
public final class Stage {
  /** What is offered. */
  public static final OpportunityId STAGE = new OpportunityId("stage");

  /** Whose it is. */
  public static final Actor THEATRE = new Actor("provider-stage", Role.PROVIDER);

  /** Who is with the learners. */
  public static final Actor MENTOR = new Actor("mentor-1", Role.MENTOR);

  /** Who answers for safety. */
  public static final Actor LEAD = new Actor("lead-1", Role.SAFEGUARDING_LEAD);

  private final EducationCities cities;

  private Stage(EducationCities cities) {
    this.cities = cities;
  }

  /** A stage with some places, on a clock, in memory. */
  public static Stage open(Clock clock, int places) {
    return open(clock, places, MemoryStorage.of(EducationCities.entityTypes()));
  }

  /** The stage that another process has opened unsealed in a storage. */
  static Stage over(Clock clock, Storage storage) {
    return new Stage(EducationCities.builder().storage(storage).unsealed().clock(clock).build());
  }

  /** A stage with some places, on a clock, in a storage that several processes open unsealed. */
  static Stage openUnsealed(Clock clock, int places, Storage storage) {
    return open(places, EducationCities.builder().storage(storage).unsealed().clock(clock).build());
  }

  /** A stage with some places, on a clock, in a storage. */
  public static Stage open(Clock clock, int places, Storage storage) {
    return open(clock, places, storage, new MemoryKeys());
  }

  /** A stage with some places, on a clock, in a storage that is sealed by keys. */
  public static Stage open(Clock clock, int places, Storage storage, KeySource keys) {
    return open(places, EducationCities.builder().storage(storage).keys(keys).clock(clock).build());
  }

  private static Stage open(int places, EducationCities cities) {
    cities.registry().take(SmallCity.ADMINISTRATOR, SmallCity.roster(List.of()));
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .adults(
                    List.of(AdultRecord.builder(MENTOR.id()).organizationId(THEATRE.id()).build()))
                .build());
    cities.offers().putTopics(SmallCity.ADMINISTRATOR, SmallCity.topics());
    cities.offers().putTerm(SmallCity.ADMINISTRATOR, SmallCity.TERM);
    cities
        .offers()
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(SmallCity.opportunity(STAGE.value(), "theatre", places).build()));
    cities.placements().open(SmallCity.PLANNER, Map.of(STAGE, Set.of(new AdultId(MENTOR.id()))));
    return new Stage(cities);
  }

  /** The city. */
  public EducationCities cities() {
    return cities;
  }

  /** Adds learners, each with a guardian. */
  public List<LearnerId> learners(String... ids) {
    List<LearnerRecord> learners = new ArrayList<>();
    List<GuardianRecord> guardians = new ArrayList<>();
    for (String id : ids) {
      learners.add(SmallCity.learner(id));
      guardians.add(
          GuardianRecord.builder(guardianOf(new LearnerId(id)).id())
              .relations(List.of(new Relation(id, true, null, null)))
              .languages(List.of("he"))
              .build());
    }
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder().learners(learners).guardians(guardians).build());
    return learners.stream().map(each -> new LearnerId(each.id())).toList();
  }

  /** The learner, asking for themselves. */
  public static Actor self(LearnerId learner) {
    return new Actor(learner.value(), Role.LEARNER);
  }

  /** The learner's guardian. */
  public static Actor guardianOf(LearnerId learner) {
    return new Actor("guardian-of-" + learner.value(), Role.GUARDIAN);
  }

  /** The sample policy, a vetted mentor, an agreement of the theatre. */
  public Stage safe() {
    cities
        .safeguarding()
        .install(LEAD, SafeguardingPolicy.sample(java.time.Instant.parse("2026-01-01T00:00:00Z")));
    vet(Vetting.Decision.CLEARED);
    agreeUntil("2027-12-31");
    return this;
  }

  /** Records until when the theatre's agreement holds. */
  public void agreeUntil(String last) {
    cities
        .safeguarding()
        .agree(
            LEAD,
            List.of(
                new ProviderAgreement(
                    THEATRE.id(), LocalDate.of(2026, 1, 1), LocalDate.parse(last))));
  }

  /** Records what the vetting of the mentor decided. */
  public void vet(Vetting.Decision decision) {
    cities
        .safeguarding()
        .vet(
            LEAD,
            List.of(
                new Vetting(
                    MENTOR.id(), "cleared", decision, LocalDate.of(2026, 2, 1), LEAD.id())));
  }

  /** The guardian permits the stage for the term. */
  public void permit(LearnerId learner) {
    cities.safeguarding().permit(guardianOf(learner), learner, permission(learner));
  }

  /** Guardians permit the stage for the term. */
  public void permitAll(List<LearnerId> learners) {
    Map<LearnerId, Permission> all = new LinkedHashMap<>();
    learners.forEach(each -> all.put(each, permission(each)));
    cities.safeguarding().permitAll(SmallCity.ADMINISTRATOR, all);
  }

  private static Permission permission(LearnerId learner) {
    return new Permission(
        STAGE.value(), guardianOf(learner).id(), SmallCity.TERM.first(), SmallCity.TERM.last());
  }

  /** A placement that is proposed and accepted. */
  public CollaborationId accepted(LearnerId learner) {
    Collaboration proposed =
        cities.placements().propose(SmallCity.PLANNER, new Proposal(learner, STAGE, "round-1"));
    return cities.collaborations().accept(self(learner), proposed.id()).id();
  }

  /** Where a placement stands. */
  public Collaboration now(CollaborationId id) {
    return cities.collaborations().find(id).orElseThrow();
  }
}
