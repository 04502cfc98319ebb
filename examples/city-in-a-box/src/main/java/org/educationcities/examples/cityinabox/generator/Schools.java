package org.educationcities.examples.cityinabox.generator;

import java.util.List;
import java.util.Map;
import org.educationcities.examples.cityinabox.facts.RealCities;
import org.educationcities.examples.cityinabox.facts.RealSchool;
import org.educationcities.profile.Party;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.SchoolRecord;

/** The schools: real ones where a list is at hand, generated ones in Seattle. */
final class Schools {
  private Schools() {}

  static void into(CityDraft draft, Interests interests) {
    if (draft.city.id().equals(RealCities.SEATTLE)) {
      generated(draft);
    }
    for (RealSchool school : draft.city.schools()) {
      draft.schools.add(
          SchoolRecord.builder("school-" + school.id(), draft.city.id())
              .names(Map.of("he", school.name()))
              .localityId(school.localityId())
              .position(school.position())
              .languages(List.of(school.language()))
              .grades(SchoolYears.of(school.name(), draft))
              .build());
    }
    draft.schools.forEach(
        each -> draft.know(new Party(Party.Kind.SCHOOL, each.id()), interests.whole(draft.random)));
  }

  /** Made-up schools within Seattle's land, numbered rather than named. */
  private static void generated(CityDraft draft) {
    int count = Math.max(4, draft.learnerCount / 60);
    for (int i = 1; i <= count; i++) {
      boolean younger = i % 2 == 1;
      draft.schools.add(
          SchoolRecord.builder("school-seattle-" + i, draft.city.id())
              .names(
                  Map.of(
                      "en",
                      (younger ? "Elementary" : "Secondary")
                          + " school "
                          + i
                          + ", generated, Seattle"))
              .localityId("seattle-city")
              .position(Positions.inSeattle(draft))
              .languages(List.of("en"))
              .grades(younger ? SchoolYears.grades(1, 6) : SchoolYears.grades(7, 12))
              .build());
    }
  }

  static GeoPoint positionOf(SchoolRecord school, CityDraft draft) {
    return school.position().orElse(draft.city.localities().get(0).position());
  }
}
