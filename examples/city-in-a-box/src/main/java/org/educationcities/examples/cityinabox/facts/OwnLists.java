package org.educationcities.examples.cityinabox.facts;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.educationcities.city.Names;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.SchoolCalendar.Holiday;

/** Our own small lists: topics, kinds of place, holidays. */
public final class OwnLists {
  private static final Splitter LIST = Splitter.on(';').omitEmptyStrings().trimResults();

  private OwnLists() {}

  /** The topics, in English, Hebrew and Arabic. */
  public static List<Topic> topics() {
    return ResourceTable.rows("own/topics.csv").stream()
        .map(
            row ->
                new Topic(
                    new TopicId(row.getField("id")),
                    new Names(names(row)),
                    LIST.splitToStream(row.getField("broader"))
                        .map(TopicId::new)
                        .collect(ImmutableSet.toImmutableSet())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The kinds of place. */
  public static List<PlaceKind> kinds() {
    return ResourceTable.rows("own/kinds.csv").stream()
        .map(OwnLists::kind)
        .collect(ImmutableList.toImmutableList());
  }

  /** The school holidays of 2026/27 in a country. */
  public static SchoolCalendar holidays(String country) {
    return new SchoolCalendar(
        ResourceTable.rows("own/holidays.csv").stream()
            .filter(row -> row.getField("country").equals(country))
            .map(
                row ->
                    new Holiday(
                        row.getField("name"),
                        LocalDate.parse(row.getField("first")),
                        LocalDate.parse(row.getField("last"))))
            .toList());
  }

  private static PlaceKind kind(NamedCsvRecord row) {
    Profile.Builder profile = Profile.builder();
    each(row.getField("teaches"), (topic, level) -> profile.strength(topic, Proficiency.of(level)));
    each(row.getField("needs"), (topic, level) -> profile.growthArea(topic, new Importance(level)));
    return new PlaceKind(
        row.getField("kind"),
        row.getField("sector"),
        row.getField("setting"),
        Double.parseDouble(row.getField("per_10000")),
        number(row, "untapped_percent"),
        number(row, "places_min"),
        number(row, "places_max"),
        new AgeRange(number(row, "age_min"), number(row, "age_max")),
        number(row, "hour_first"),
        number(row, "hour_last"),
        number(row, "minutes"),
        profile.build(),
        names(row));
  }

  private interface Levelled {
    void take(TopicId topic, int level);
  }

  private static void each(String list, Levelled taker) {
    for (String item : LIST.split(list)) {
      int colon = item.indexOf(':');
      taker.take(
          new TopicId(item.substring(0, colon)), Integer.parseInt(item.substring(colon + 1)));
    }
  }

  private static Map<String, String> names(NamedCsvRecord row) {
    return ImmutableMap.of(
        "en",
        row.getField("name_en"),
        "he",
        row.getField("name_he"),
        "ar",
        row.getField("name_ar"));
  }

  private static int number(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }
}
