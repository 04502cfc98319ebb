package org.educationcities.examples.cityinabox.seattle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Profile;
import org.educationcities.spi.source.ResourceRecord;

/** The programmes for young people. */
final class YouthProgrammes {
  private static final Pattern WORD_DATE =
      Pattern.compile("(?i)[a-z]+ \\d{1,2}(st|nd|rd|th)?\\b.*");

  private YouthProgrammes() {}

  static SeattleGround read() {
    PublishedList list = new PublishedList("youth-programs.json");
    List<ResourceRecord> resources = new ArrayList<>();
    List<SeattleOffer> offers = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      JsonNode item = list.items().get(i);
      String organization = PublishedList.field(item, "organizationName");
      String name = PublishedList.field(item, "activityName");
      list.noteName(i + 1, "activityName", name);
      String id = "seattle-youth-" + SeattleReader.slug(PublishedList.field(item, "id"));
      Profile topics = list.topics(name + " " + PublishedList.field(item, "activityDescription"));
      Optional<SeattleOffer> offer = offer(list, i + 1, item, id, topics);
      offer.ifPresent(offers::add);
      list.dirt().add(i + 1, "location", "no position is published; kept without one");
      resources.add(
          SeattleReader.resource(
              id,
              "seattle-" + SeattleReader.slug(organization),
              organization,
              sector(organization),
              name,
              "youth-programme",
              null,
              topics,
              offer.isEmpty()));
    }
    return new SeattleGround(resources, offers, list.dirt().found());
  }

  private static Optional<SeattleOffer> offer(
      PublishedList list, int number, JsonNode item, String id, Profile topics) {
    DirtLog dirt = list.dirt();
    String ages = PublishedList.field(item, "ageRange");
    Optional<AgeRange> range = Ages.in(ages);
    if (range.isEmpty()) {
      dirt.add(
          number,
          "ageRange",
          ages.equals("Varies") ? "ages vary; untapped ground" : "ages in words; untapped ground");
    } else if (ages.contains(",")) {
      dirt.add(number, "ageRange", "two statements of ages; the first was taken");
    }
    String dates = PublishedList.field(item, "dates");
    if (dates.startsWith("Ended") || dates.startsWith("No longer") || dates.startsWith("2021 -")) {
      dirt.add(number, "dates", "over; untapped ground");
      return Optional.empty();
    }
    if (dates.equals("Varies")) {
      dirt.add(number, "dates", "dates vary; taken for the whole term where the rest is usable");
    } else if (WORD_DATE.matcher(dates).matches()) {
      dirt.add(number, "dates", "dates in words, unlike the other lists; carried over to the term");
    } else {
      dirt.add(number, "dates", "dates that are none; taken for the whole term");
    }
    String day = PublishedList.field(item, "day");
    Set<DayOfWeek> days = WeekDays.in(day);
    if (days.isEmpty()) {
      dirt.add(number, "day", "days vary; untapped ground");
    }
    Optional<TimeRange> hours = TimeRange.in(PublishedList.field(item, "times"));
    if (hours.isEmpty()) {
      dirt.add(number, "times", "no usable hours; untapped ground");
    }
    if (range.isEmpty() || days.isEmpty() || hours.isEmpty()) {
      return Optional.empty();
    }
    return Usable.offer(dirt, number, id, days, hours.get(), range.get(), topics);
  }

  private static String sector(String organization) {
    String lower = organization.toLowerCase(Locale.ROOT);
    if (lower.contains("inc.") || lower.contains("consulting") || lower.contains("talkspace")) {
      return "business";
    }
    return lower.contains("seattle p")
            || lower.contains("public library")
            || lower.contains("department")
            || lower.contains("office")
            || lower.contains("county")
            || lower.contains("human services")
            || lower.contains("colleges")
        ? "public"
        : "non-profit";
  }
}
