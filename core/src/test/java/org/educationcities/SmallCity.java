package org.educationcities;

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
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.people.AgeRange;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.LocalityRecord;
import org.educationcities.spi.source.SchoolRecord;

/**
 * A small city for tests: one locality, one school, some topics, and whatever learners and
 * opportunities a test adds.
 */
public final class SmallCity {
  /** Who sets everything up. */
  public static final Actor ADMINISTRATOR = new Actor("admin-1", Role.ADMINISTRATOR);

  /** Who plans. */
  public static final Actor PLANNER = new Actor("planner-1", Role.PLANNER);

  /** The term of everything. */
  public static final Term TERM =
      new Term(new TermId("2026-autumn"), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));

  /** The morning on which everything happens. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-08-20T06:00:00Z"), ZoneOffset.UTC);

  /** The city. */
  public static final CityId CITY = new CityId("hadera");

  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final GeoPoint CENTRE = new GeoPoint(32.434, 34.919);

  private SmallCity() {}

  /** The city over the memory storage, with its roster, topics and term. */
  public static EducationCities open() {
    EducationCities cities = EducationCities.builder().storage("memory").clock(CLOCK).build();
    cities.registry().take(ADMINISTRATOR, roster(List.of()));
    cities.offers().putTopics(ADMINISTRATOR, topics());
    cities.offers().putTerm(ADMINISTRATOR, TERM);
    return cities;
  }

  /** The city and its school with some learners. */
  public static Roster roster(List<LearnerRecord> learners) {
    LocalityRecord locality =
        new LocalityRecord("6500", Map.of("en", "Hadera", "he", "חדרה"), CENTRE, 98_000);
    return Roster.builder()
        .cities(
            List.of(
                CityRecord.builder(CITY.value(), "IL", ZONE)
                    .names(Map.of("en", "Hadera", "he", "חדרה"))
                    .languages(List.of("he", "ar"))
                    .localities(List.of(locality))
                    .build()))
        .schools(
            List.of(
                SchoolRecord.builder("school-1", CITY.value())
                    .names(Map.of("en", "The school"))
                    .localityId("6500")
                    .position(CENTRE)
                    .languages(List.of("he"))
                    .build()))
        .learners(learners)
        .build();
  }

  /** A learner of the school, twelve years old when the term begins. */
  public static LearnerRecord learner(String id) {
    return learner(id, 12);
  }

  /** A learner of the school, of an age when the term begins. */
  public static LearnerRecord learner(String id, int age) {
    return LearnerRecord.builder(id, CITY.value())
        .schoolId("school-1")
        .grade("07")
        .birthDate(LocalDate.of(2026 - age, 3, 5))
        .languages(List.of("he"))
        .build();
  }

  /** Adds a learner who wants to grow in some topics, first above all. */
  public static LearnerId add(EducationCities cities, String id, String... topics) {
    cities.registry().take(ADMINISTRATOR, roster(List.of(learner(id))));
    Profile.Builder profile = Profile.builder();
    for (int i = 0; i < topics.length; i++) {
      profile.growthArea(new TopicId(topics[i]), new Importance(Math.max(1, 4 - i)));
    }
    cities.profiles().put(ADMINISTRATOR, new Party(Party.Kind.LEARNER, id), profile.build());
    return new LearnerId(id);
  }

  /** A weekly opportunity near the school that teaches a topic well. */
  public static Opportunity.Builder opportunity(String id, String topic, int places) {
    return Opportunity.builder(new OpportunityId(id))
        .resourceId(new ResourceId("resource-" + id))
        .providerId(new ProviderId("provider-" + id))
        .cityId(CITY)
        .termId(TERM.id())
        .names(Names.of("en", "Opportunity " + id))
        .schedule(
            new Schedule(
                LocalDateTime.of(2026, 9, 1, 16, 0),
                Duration.ofMinutes(90),
                "FREQ=WEEKLY;BYDAY=TU",
                ZONE))
        .position(CENTRE)
        .profile(Profile.builder().strength(new TopicId(topic), Proficiency.COULD_TEACH).build())
        .places(places)
        .ages(new AgeRange(10, 14))
        .languages(List.of("he"));
  }

  /** Arts with theatre and music, sport with football, nature. */
  public static List<Topic> topics() {
    return List.of(
        topic("arts", Set.of()),
        topic("theatre", Set.of(new TopicId("arts"))),
        topic("music", Set.of(new TopicId("arts"))),
        topic("sport", Set.of()),
        topic("football", Set.of(new TopicId("sport"))),
        topic("nature", Set.of()));
  }

  private static Topic topic(String id, Set<TopicId> broader) {
    return new Topic(new TopicId(id), Names.of("en", id), broader);
  }
}
