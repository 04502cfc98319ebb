package org.educationcities.examples.cityinabox.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.city.Distance;
import org.educationcities.people.AgeRange;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.profile.Wish;
import org.educationcities.registry.WishList;
import org.educationcities.resource.Opportunity;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.SchoolRecord;

/** Quests and wishes: some learners have a quest, many wish for something that they could reach. */
final class Wants {
  private static final Distance NEAR = Distance.ofKilometres(8);

  private final CityDraft draft;
  private final Interests interests;
  private final Map<String, GeoPoint> schools = new HashMap<>();

  private Wants(CityDraft draft, Interests interests) {
    this.draft = draft;
    this.interests = interests;
    for (SchoolRecord school : draft.schools) {
      schools.put(school.id(), Schools.positionOf(school, draft));
    }
  }

  static void into(CityDraft draft, Interests interests) {
    Wants wants = new Wants(draft, interests);
    draft.learners.forEach(wants::of);
  }

  private void of(LearnerRecord learner) {
    LearnerId id = new LearnerId(learner.id());
    if (draft.percent(15)) {
      Set<TopicId> topics = new LinkedHashSet<>();
      topics.add(interests.quest(draft.random));
      if (draft.percent(40)) {
        topics.add(interests.quest(draft.random));
      }
      draft.quests.add(new Quest(new QuestId(draft.ids.next("quest")), id, "", topics));
    }
    if (draft.opportunities.isEmpty() || draft.percent(40)) {
      return;
    }
    List<Wish> wishes = new ArrayList<>();
    Set<String> wished = new LinkedHashSet<>();
    for (int draw = 0; draw < 8 && wishes.size() < 3; draw++) {
      Opportunity offer = draft.oneOf(draft.opportunities);
      if (suits(learner, offer) && wished.add(offer.id().value())) {
        wishes.add(new Wish(id, wishes.size() + 1, offer.id().value()));
      }
    }
    if (!wishes.isEmpty()) {
      draft.wishes.add(new WishList(id, wishes));
    }
  }

  private boolean suits(LearnerRecord learner, Opportunity offer) {
    LocalDate birth = learner.birthDate().orElseThrow();
    if (!offer.ages().contains(AgeRange.ageOn(birth, Generator.TERM.first()))) {
      return false;
    }
    if (!offer.languages().isEmpty()
        && learner.languages().stream().noneMatch(offer.languages()::contains)) {
      return false;
    }
    GeoPoint from = schools.get(learner.schoolId().orElse(""));
    return from == null
        || offer.position().map(to -> Distance.between(from, to).isWithin(NEAR)).orElse(true);
  }
}
