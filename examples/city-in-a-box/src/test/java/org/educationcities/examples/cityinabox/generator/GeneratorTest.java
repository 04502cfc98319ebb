package org.educationcities.examples.cityinabox.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.educationcities.examples.cityinabox.CityData;
import org.educationcities.examples.cityinabox.seattle.SeattleGround;
import org.educationcities.examples.cityinabox.seattle.SeattleReader;
import org.educationcities.resource.Opportunity;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.junit.jupiter.api.Test;

final class GeneratorTest {
  private final SeattleGround ground = SeattleReader.read();
  private final CityData data = new Generator(2027, 600).generate(ground);

  @Test
  void the_same_seed_gives_the_same_data_and_another_seed_other_data() {
    assertThat(new Generator(2027, 600).generate(ground).roster().learners())
        .isEqualTo(data.roster().learners());
    assertThat(new Generator(2027, 600).generate(ground).opportunities())
        .isEqualTo(data.opportunities());
    assertThat(new Generator(2028, 600).generate(ground).roster().learners())
        .isNotEqualTo(data.roster().learners());
  }

  @Test
  void as_many_learners_as_asked_for_each_in_one_class_of_their_school() {
    assertThat(data.roster().learners()).hasSize(600);
    Map<String, LearnerRecord> learners =
        data.roster().learners().stream()
            .collect(Collectors.toMap(LearnerRecord::id, Function.identity()));
    Set<String> seen = new HashSet<>();
    for (ClassRecord each : data.roster().classes()) {
      for (String learner : each.learnerIds()) {
        assertThat(seen.add(learner)).isTrue();
        LearnerRecord record = Objects.requireNonNull(learners.get(learner));
        assertThat(record.schoolId()).contains(each.schoolId());
        assertThat(record.grade()).isEqualTo(each.grade());
      }
      assertThat(each.educatorIds()).hasSize(2);
    }
    assertThat(seen).hasSize(600);
  }

  @Test
  void every_city_has_two_classes_of_a_school_and_offers_and_untapped_ground() {
    Map<String, String> cityOfSchool =
        data.roster().schools().stream()
            .collect(Collectors.toMap(SchoolRecord::id, SchoolRecord::cityId));
    assertThat(data.roster().cities())
        .hasSize(12)
        .allSatisfy(
            city -> {
              assertThat(
                      data.roster().classes().stream()
                          .map(ClassRecord::schoolId)
                          .filter(school -> city.id().equals(cityOfSchool.get(school)))
                          .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                          .values())
                  .anyMatch(count -> count >= 2);
              assertThat(data.opportunities())
                  .filteredOn(each -> each.cityId().value().equals(city.id()))
                  .hasSizeGreaterThan(4);
              assertThat(data.roster().resources())
                  .filteredOn(each -> each.cityId().equals(city.id()))
                  .anyMatch(ResourceRecord::untapped);
            });
  }

  @Test
  void what_is_made_up_says_so() {
    assertThat(data.opportunities()).allMatch(Opportunity::isGenerated);
    assertThat(data.roster().resources())
        .filteredOn(each -> !each.cityId().equals("seattle"))
        .allMatch(ResourceRecord::generated)
        .allMatch(each -> each.names().getOrDefault("en", "").contains("generated"));
    List<SchoolRecord> seattle =
        data.roster().schools().stream().filter(each -> each.cityId().equals("seattle")).toList();
    assertThat(seattle)
        .isNotEmpty()
        .allMatch(each -> each.names().getOrDefault("en", "").contains("generated"));
  }

  @Test
  void too_few_learners_are_refused() {
    assertThatThrownBy(() -> new Generator(1, 10)).isInstanceOf(IllegalArgumentException.class);
  }
}
