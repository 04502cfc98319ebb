package org.educationcities.examples.cityinabox.seattle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.examples.cityinabox.facts.OwnLists;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.TopicId;
import org.educationcities.spi.source.ResourceRecord;
import org.junit.jupiter.api.Test;

final class SeattleReaderTest {
  private final SeattleGround ground = SeattleReader.read();

  @Test
  void every_item_of_every_list_becomes_a_resource_under_an_id_of_its_own() {
    assertThat(ground.resources()).hasSize(29 + 68 + 168 + 86);
    assertThat(ground.resources().stream().map(ResourceRecord::id)).doesNotHaveDuplicates();
    assertThat(ground.resources()).noneMatch(ResourceRecord::generated);
  }

  @Test
  void a_resource_is_untapped_exactly_if_it_has_no_usable_offer() {
    Set<String> offering =
        ground.offers().stream().map(SeattleOffer::resourceId).collect(Collectors.toSet());
    assertThat(ground.resources())
        .allMatch(each -> each.untapped() != offering.contains(each.id()));
    assertThat(offering).hasSizeGreaterThan(30);
  }

  @Test
  void every_untapped_item_was_told_with_a_reason() {
    long untapped = ground.resources().stream().filter(ResourceRecord::untapped).count();
    long told =
        ground.dirt().stream()
            .filter(
                each -> each.reason().contains("untapped") || each.reason().contains("left out"))
            .map(each -> each.file() + each.item())
            .distinct()
            .count();
    assertThat(told).isGreaterThanOrEqualTo(untapped);
  }

  @Test
  void the_dirt_that_is_known_to_be_there_is_found() {
    Set<String> reasons = new HashSet<>();
    ground.dirt().forEach(each -> reasons.add(each.reason()));
    assertThat(reasons)
        .anyMatch(each -> each.contains("0, 0"))
        .anyMatch(each -> each.contains("comes twice"))
        .anyMatch(each -> each.contains("ages vary"))
        .anyMatch(each -> each.contains("days vary"))
        .anyMatch(each -> each.contains("dates in words"))
        .anyMatch(each -> each.contains("without a dash"))
        .anyMatch(each -> each.contains("moment of typing"))
        .anyMatch(each -> each.contains("hours of the night"))
        .anyMatch(each -> each.contains("inactive"))
        .anyMatch(each -> each.contains("temporarily closed"));
  }

  @Test
  void what_is_inferred_from_words_is_in_the_taxonomy() {
    Taxonomy taxonomy = Taxonomy.of(OwnLists.topics());
    assertThat(ground.resources().stream().flatMap(each -> each.topicIds().stream()))
        .allMatch(each -> taxonomy.find(new TopicId(each)).isPresent());
  }

  @Test
  void hours_are_read_in_all_their_forms() {
    assertThat(TimeRange.in("10am-5pm")).contains(range(10, 0, 17, 0, false));
    assertThat(TimeRange.in("2-9pm")).contains(range(14, 0, 21, 0, false));
    assertThat(TimeRange.in("715am-645pm")).contains(range(7, 15, 18, 45, false));
    assertThat(TimeRange.in("8:30 AM 7:00 PM")).contains(range(8, 30, 19, 0, true));
    assertThat(TimeRange.in("Thursday 11 am - 12:30 pm 7/10"))
        .contains(range(11, 0, 12, 30, false));
    assertThat(TimeRange.in("11 - 1 pm")).contains(range(11, 0, 13, 0, false));
    assertThat(TimeRange.in("Every Tuesday from 6-7:30pm")).contains(range(18, 0, 19, 30, false));
    assertThat(TimeRange.in("9pm-8am")).isEmpty();
    assertThat(TimeRange.in("Varies")).isEmpty();
  }

  @Test
  void days_are_read_in_all_their_forms() {
    assertThat(WeekDays.in("M - F 9:00 am - 5:00 pm")).hasSize(5);
    assertThat(WeekDays.in("Monday - Thursday")).hasSize(4).doesNotContain(DayOfWeek.FRIDAY);
    assertThat(WeekDays.in("Mon, Sat"))
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    assertThat(WeekDays.in("12/14/2024")).isEmpty();
  }

  @Test
  void ages_are_read_in_all_their_forms() {
    assertThat(Ages.in("16-22 years")).contains(new AgeRange(16, 22));
    assertThat(Ages.in("18 and younger")).contains(new AgeRange(0, 18));
    assertThat(Ages.in("18 yrs +")).contains(new AgeRange(18, 150));
    assertThat(Ages.in("Age at least 10 yrs but less than 12 yrs")).contains(new AgeRange(10, 11));
    assertThat(Ages.in("Grades 9-12")).contains(new AgeRange(14, 18));
    assertThat(Ages.in("Varies")).isEmpty();
    assertThat(Ages.in("22-16")).isEmpty();
  }

  private static TimeRange range(
      int fromHour, int fromMinute, int toHour, int toMinute, boolean sloppy) {
    return new TimeRange(
        LocalTime.of(fromHour, fromMinute), LocalTime.of(toHour, toMinute), sloppy);
  }
}
