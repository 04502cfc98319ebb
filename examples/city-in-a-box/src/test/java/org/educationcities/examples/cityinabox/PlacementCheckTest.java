package org.educationcities.examples.cityinabox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.round.Placement;
import org.educationcities.spi.source.GeoPoint;
import org.junit.jupiter.api.Test;

final class PlacementCheckTest {
  private final CityData town = CityFolder.read(Path.of("src/test/resources/beispielstadt")).data();
  private final PlacementCheck check = new PlacementCheck(town, town.terms().get(0));

  @Test
  void what_breaks_no_rule_is_no_problem() {
    assertThat(check.problems(List.of(placed("k01", "o1"), placed("k02", "o2")))).isEmpty();
  }

  @Test
  void a_place_without_what_a_learner_needs_is_found() {
    assertThat(check.problems(List.of(placed("k05", "o2"))))
        .containsExactly("k05 in o2: arrangements");
  }

  @Test
  void one_more_than_there_are_places_is_found() {
    List<Placement> five =
        Stream.of("k01", "k02", "k03", "k04", "k06").map(each -> placed(each, "o1")).toList();
    assertThat(check.problems(five)).containsExactly("o1: overbooked");
  }

  @Test
  void the_same_place_twice_is_found() {
    assertThat(check.problems(List.of(placed("k01", "o1"), placed("k01", "o1"))))
        .containsExactly("k01 in o1: time-clash");
  }

  @Test
  void somebody_unknown_is_found() {
    assertThat(check.problems(List.of(placed("nobody", "o1"))))
        .containsExactly("nobody in o1: unknown");
  }

  @Test
  void a_chord_through_the_globe_gives_the_distance_over_it() {
    double metres = PlacementCheck.metres(new GeoPoint(32.0, 35.0), new GeoPoint(33.0, 35.0));
    assertThat(metres).isBetween(111_194.0, 111_196.0);
  }

  private static Placement placed(String learner, String offer) {
    return new Placement(new LearnerId(learner), new OpportunityId(offer), 500, false);
  }
}
