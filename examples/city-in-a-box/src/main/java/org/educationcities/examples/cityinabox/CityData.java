package org.educationcities.examples.cityinabox;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.educationcities.profile.Quest;
import org.educationcities.profile.Topic;
import org.educationcities.registry.CityCalendar;
import org.educationcities.registry.KnownProfile;
import org.educationcities.registry.Roster;
import org.educationcities.registry.WishList;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Term;

/**
 * Everything that a folder of files tells.
 *
 * @param roster cities, schools, classes, people, resources
 * @param topics the taxonomy's
 * @param terms the terms
 * @param calendars the cities' holidays
 * @param profiles strengths and growth areas
 * @param quests what learners set out to learn
 * @param wishes what they wish for
 * @param opportunities what is offered
 */
public record CityData(
    Roster roster,
    List<Topic> topics,
    List<Term> terms,
    List<CityCalendar> calendars,
    List<KnownProfile> profiles,
    List<Quest> quests,
    List<WishList> wishes,
    List<Opportunity> opportunities) {
  /** Data with lists that nobody changes. */
  public CityData {
    topics = ImmutableList.copyOf(topics);
    terms = ImmutableList.copyOf(terms);
    calendars = ImmutableList.copyOf(calendars);
    profiles = ImmutableList.copyOf(profiles);
    quests = ImmutableList.copyOf(quests);
    wishes = ImmutableList.copyOf(wishes);
    opportunities = ImmutableList.copyOf(opportunities);
  }
}
