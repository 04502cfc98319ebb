package org.educationcities.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.city.Names;
import org.junit.jupiter.api.Test;

class TaxonomyTest {

  @Test
  void countsBroaderAndNarrowerMoves() {
    Taxonomy taxonomy =
        Taxonomy.of(
            List.of(
                topic("arts"),
                topic("music", "arts"),
                topic("theatre", "arts"),
                topic("oud", "music")));

    assertThat(taxonomy.within(id("music"), 2))
        .isEqualTo(Map.of(id("music"), 0, id("arts"), 1, id("oud"), 1, id("theatre"), 2));
  }

  @Test
  void aTopicItLacksReachesOnlyItself() {
    assertThat(Taxonomy.of(List.of()).within(id("chess"), 2)).isEqualTo(Map.of(id("chess"), 0));
  }

  @Test
  void refusesCircles() {
    assertThatThrownBy(
            () -> Taxonomy.of(List.of(topic("a", "b"), topic("b", "c"), topic("c", "a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("circle");
  }

  @Test
  void refusesWhatIsMissingAndWhatComesTwice() {
    assertThatThrownBy(() -> Taxonomy.of(List.of(topic("a", "gone"))))
        .hasMessageContaining("'gone'");
    assertThatThrownBy(() -> Taxonomy.of(List.of(topic("a"), topic("a"))))
        .hasMessageContaining("twice");
  }

  private static Topic topic(String id, String... broader) {
    return new Topic(
        id(id), Names.of("en", id), Set.copyOf(Stream.of(broader).map(TopicId::new).toList()));
  }

  private static TopicId id(String id) {
    return new TopicId(id);
  }
}
