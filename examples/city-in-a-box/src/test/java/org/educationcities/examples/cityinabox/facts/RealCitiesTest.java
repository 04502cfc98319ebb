package org.educationcities.examples.cityinabox.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.educationcities.profile.Strength;
import org.educationcities.profile.Taxonomy;
import org.junit.jupiter.api.Test;

final class RealCitiesTest {
  private final List<RealCity> cities = RealCities.all();

  @Test
  void twelve_cities_have_their_149_localities_and_930_schools() {
    List<RealCity> israel = cities.stream().filter(each -> each.country().equals("IL")).toList();
    assertThat(cities).hasSize(12);
    assertThat(israel).hasSize(11);
    assertThat(israel.stream().mapToInt(each -> each.localities().size()).sum()).isEqualTo(149);
    assertThat(israel.stream().mapToInt(each -> each.schools().size()).sum()).isEqualTo(930);
  }

  @Test
  void some_schools_are_taken_to_teach_in_arabic() {
    List<RealSchool> schools = cities.stream().flatMap(each -> each.schools().stream()).toList();
    assertThat(schools).filteredOn(each -> each.language().equals("ar")).hasSizeGreaterThan(30);
    assertThat(schools)
        .filteredOn(each -> each.name().equals("מייסר"))
        .allMatch(each -> each.language().equals("ar"));
    assertThat(schools)
        .filteredOn(each -> each.name().contains("יגאל אלון"))
        .allMatch(each -> each.language().equals("he"));
  }

  @Test
  void topics_make_a_taxonomy_that_holds_what_places_teach() {
    Taxonomy taxonomy = Taxonomy.of(OwnLists.topics());
    assertThat(taxonomy.topics()).hasSizeBetween(60, 90);
    for (PlaceKind kind : OwnLists.kinds()) {
      assertThat(kind.profile().strengths()).as(kind.code()).isNotEmpty();
      assertThat(kind.profile().strengths().stream().map(Strength::topic))
          .as(kind.code())
          .allMatch(topic -> taxonomy.find(topic).isPresent());
      assertThat(kind.profile().growthAreas())
          .as(kind.code())
          .allMatch(each -> taxonomy.find(each.topic()).isPresent());
    }
  }
}
