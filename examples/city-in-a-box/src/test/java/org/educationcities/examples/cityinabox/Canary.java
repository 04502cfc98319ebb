package org.educationcities.examples.cityinabox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.AdultId;
import org.educationcities.people.AgeRange;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.profile.Wish;
import org.educationcities.registry.Roster;
import org.educationcities.registry.WishList;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.SchoolRecord;

/** A child with a token in every field, who has a quest, a wish and a confirmed place. */
final class Canary {
  static final Actor ADMINISTRATOR = new Actor("administrator", Role.ADMINISTRATOR);
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-20T06:00:00Z"), ZoneOffset.UTC);

  static final String LEARNER = "canary-learner-7f3a";
  private static final String WORDS = "canary-words-91c2";
  private static final String ARRANGEMENT = "canary-arrangement-55d0";
  private static final String BIRTH_DATE = "2013-11-17";
  private static final String GROWTH = "canary-topic-3b8e";

  /** What must be nowhere, the open id first. */
  static final List<String> TOKENS = List.of(LEARNER, WORDS, ARRANGEMENT, BIRTH_DATE);

  private static final Actor LEAD = new Actor("lead", Role.SAFEGUARDING_LEAD);
  private static final Actor GUARDIAN = new Actor("guardian-of-the-child", Role.GUARDIAN);
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final OpportunityId STAGE = new OpportunityId("stage");

  private Canary() {}

  static void settle(EducationCities cities) {
    Term term =
        new Term(new TermId("2026-1"), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31));
    cities.registry().take(ADMINISTRATOR, roster());
    cities
        .offers()
        .putTopics(
            ADMINISTRATOR,
            List.of(new Topic(new TopicId(GROWTH), Names.of("en", "Theatre"), Set.of())));
    cities.offers().putTerm(ADMINISTRATOR, term);
    cities.offers().put(ADMINISTRATOR, List.of(stage(term)));
    LearnerId child = new LearnerId(LEARNER);
    cities
        .profiles()
        .put(
            ADMINISTRATOR,
            Party.of(child),
            Profile.builder().growthArea(new TopicId(GROWTH), new Importance(4)).build());
    cities
        .quests()
        .put(
            ADMINISTRATOR,
            List.of(new Quest(new QuestId("q1"), child, WORDS, Set.of(new TopicId(GROWTH)))));
    cities
        .quests()
        .wish(
            ADMINISTRATOR,
            List.of(new WishList(child, List.of(new Wish(child, 1, STAGE.value())))));
    place(cities, term, child);
  }

  private static void place(EducationCities cities, Term term, LearnerId child) {
    cities
        .safeguarding()
        .install(LEAD, SafeguardingPolicy.sample(Instant.parse("2026-01-01T00:00:00Z")));
    cities
        .safeguarding()
        .vet(
            LEAD,
            List.of(
                new Vetting(
                    "mentor",
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
                    "theatre", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31))));
    cities
        .safeguarding()
        .permit(
            GUARDIAN,
            child,
            new Permission(STAGE.value(), GUARDIAN.id(), term.first(), term.last()));
    cities.placements().open(ADMINISTRATOR, Map.of(STAGE, Set.of(new AdultId("mentor"))));
    var proposed = cities.placements().propose(ADMINISTRATOR, new Proposal(child, STAGE, "r1"));
    cities.collaborations().accept(new Actor(LEARNER, Role.LEARNER), proposed.id());
    var report = cities.confirmations().confirmAll(ADMINISTRATOR, List.of(proposed.id()));
    if (report.confirmed().size() != 1) {
      throw new IllegalStateException("The child has no place: " + report.refused());
    }
  }

  static void erase(EducationCities cities) {
    cities.privacy().erasure().erase(ADMINISTRATOR, Person.learner(LEARNER));
  }

  private static Roster roster() {
    return Roster.builder()
        .cities(
            List.of(
                CityRecord.builder("hadera", "IL", ZONE)
                    .names(Map.of("en", "Hadera"))
                    .languages(List.of("he"))
                    .build()))
        .schools(
            List.of(SchoolRecord.builder("school", "hadera").names(Map.of("en", "School")).build()))
        .classes(
            List.of(
                ClassRecord.builder("class", "school")
                    .title("7a")
                    .learnerIds(Set.of(LEARNER, "another"))
                    .build()))
        .learners(
            List.of(
                LearnerRecord.builder(LEARNER, "hadera")
                    .schoolId("school")
                    .birthDate(LocalDate.parse(BIRTH_DATE))
                    .languages(List.of("he"))
                    .arrangements(Set.of(ARRANGEMENT))
                    .build(),
                LearnerRecord.builder("another", "hadera").schoolId("school").build()))
        .guardians(
            List.of(
                GuardianRecord.builder(GUARDIAN.id())
                    .relations(List.of(new Relation(LEARNER, true, null, null)))
                    .build()))
        .adults(List.of(AdultRecord.builder("mentor").organizationId("theatre").build()))
        .build();
  }

  private static Opportunity stage(Term term) {
    return Opportunity.builder(STAGE)
        .resourceId(new ResourceId("house"))
        .providerId(new ProviderId("theatre"))
        .cityId(new CityId("hadera"))
        .termId(term.id())
        .names(Names.of("en", "Stage"))
        .schedule(
            new Schedule(
                LocalDateTime.of(2026, 9, 1, 16, 0),
                Duration.ofMinutes(90),
                "FREQ=WEEKLY;BYDAY=TU",
                ZONE))
        .profile(Profile.builder().strength(new TopicId(GROWTH), Proficiency.COULD_TEACH).build())
        .places(3)
        .ages(new AgeRange(10, 14))
        .languages(List.of("he"))
        .build();
  }
}
