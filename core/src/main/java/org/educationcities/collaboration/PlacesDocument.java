package org.educationcities.collaboration;

import java.util.List;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.city.SchoolId;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.jspecify.annotations.Nullable;

/** The stored form of {@link Places}: format 1. */
record PlacesDocument(
    String opportunity,
    int capacity,
    Set<String> holders,
    Set<String> mentors,
    List<WaitingDocument> waiting) {

  record WaitingDocument(String learner, String country, String city, @Nullable String school) {
    /** Nothing of whom it tells. */
    @Override
    public String toString() {
      return "WaitingDocument[…]";
    }
  }

  static PlacesDocument of(Places places) {
    return new PlacesDocument(
        places.opportunity().value(),
        places.capacity(),
        places.holders(),
        places.mentorIds(),
        places.waitlist().stream()
            .map(
                each ->
                    new WaitingDocument(
                        each.learner().value(),
                        each.home().country(),
                        each.home().city().value(),
                        each.home().school().map(SchoolId::value).orElse(null)))
            .toList());
  }

  Places toPlaces() {
    return Places.of(
        new OpportunityId(opportunity),
        capacity,
        holders,
        mentors,
        waiting.stream().map(PlacesDocument::waiting).toList());
  }

  private static Places.Waiting waiting(WaitingDocument each) {
    CityId city = new CityId(each.city);
    return new Places.Waiting(
        new LearnerId(each.learner),
        each.school == null
            ? Home.in(each.country, city)
            : Home.in(each.country, city, new SchoolId(each.school)));
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "PlacesDocument[" + holders.size() + "/" + capacity + "]";
  }
}
