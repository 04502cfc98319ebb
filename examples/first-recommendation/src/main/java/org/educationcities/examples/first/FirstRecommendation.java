package org.educationcities.examples.first;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
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
import org.educationcities.round.Recommendation;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.LearnerRecord;

/** From nothing to a first recommendation. */
public final class FirstRecommendation {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final TopicId THEATRE = new TopicId("theatre");
  private static final Term TERM =
      new Term(new TermId("autumn"), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));

  private FirstRecommendation() {}

  /** Prints what is recommended to one learner. */
  public static void main(String[] args) {
    recommend().forEach(System.out::println);
  }

  static List<Recommendation> recommend() {
    Actor admin = new Actor("admin-1", Role.ADMINISTRATOR);
    // README: begin
    try (EducationCities cities = EducationCities.builder().storage("memory").build()) {
      CityRecord hadera =
          CityRecord.builder("hadera", "IL", ZONE).names(Map.of("en", "Hadera")).build();
      LearnerRecord learner = LearnerRecord.builder("learner-1", "hadera").build();
      cities
          .registry()
          .take(admin, Roster.builder().cities(List.of(hadera)).learners(List.of(learner)).build());
      cities.profiles().put(admin, Party.of(new LearnerId("learner-1")), wantsToLearn(THEATRE));
      cities.offers().putTopics(admin, List.of(Topic.of(THEATRE, Names.of("en", "Theatre"))));
      cities.offers().putTerm(admin, TERM);
      cities.offers().put(admin, List.of(tuesdaysOnStage()));
      return cities
          .recommendations()
          .forLearner(admin, new LearnerId("learner-1"), TERM.id(), 5)
          .best();
    }
    // README: end
  }

  private static Profile wantsToLearn(TopicId topic) {
    return Profile.builder().growthArea(topic, Importance.GREATEST).build();
  }

  private static Opportunity tuesdaysOnStage() {
    return Opportunity.builder(new OpportunityId("stage"))
        .resourceId(new ResourceId("theatre-hall"))
        .providerId(new ProviderId("city-theatre"))
        .cityId(new CityId("hadera"))
        .termId(TERM.id())
        .names(Names.of("en", "Tuesdays on stage"))
        .schedule(
            new Schedule(
                LocalDateTime.of(2026, 9, 1, 16, 0),
                Duration.ofMinutes(90),
                "FREQ=WEEKLY;BYDAY=TU",
                ZONE))
        .profile(Profile.builder().strength(THEATRE, Proficiency.STRONG).build())
        .places(12)
        .build();
  }
}
