package org.educationcities.examples.cityinabox.seattle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Profile;
import org.educationcities.spi.source.ResourceRecord;

/** The recreation programmes that come to parks and streets. */
final class MobileRecreation {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.US);

  private MobileRecreation() {}

  static SeattleGround read() {
    PublishedList list = new PublishedList("mobile-recreation-programming.json");
    List<ResourceRecord> resources = new ArrayList<>();
    List<SeattleOffer> offers = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      JsonNode item = list.items().get(i);
      String title = PublishedList.field(item, "Program Title");
      String name =
          (title.isEmpty() ? PublishedList.field(item, "Name") : title)
              + ", "
              + PublishedList.field(item, "location");
      list.noteName(i + 1, "Program Title", name);
      String id = "seattle-mobile-" + PublishedList.field(item, "OBJECTID");
      Profile topics = list.topics(name + " " + PublishedList.field(item, "description"));
      Optional<SeattleOffer> offer = offer(list, i + 1, item, id, topics);
      offer.ifPresent(offers::add);
      resources.add(
          SeattleReader.resource(
              id,
              SeattleReader.PARKS,
              SeattleReader.PARKS_NAME,
              "public",
              name,
              "mobile-recreation",
              list.position(i + 1, item),
              topics,
              offer.isEmpty()));
    }
    return new SeattleGround(resources, offers, list.dirt().found());
  }

  private static Optional<SeattleOffer> offer(
      PublishedList list, int number, JsonNode item, String id, Profile topics) {
    DirtLog dirt = list.dirt();
    checkDates(dirt, number, item);
    String status = PublishedList.field(item, "Program Status");
    if (!status.equals("Active")) {
      dirt.add(
          number,
          "Program Status",
          status.toLowerCase(Locale.ROOT) + " rather than active; untapped ground");
      return Optional.empty();
    }
    String when = PublishedList.field(item, "Activity Days");
    if (when.isEmpty()) {
      dirt.add(number, "Activity Days", "active, but without days; untapped ground");
      return Optional.empty();
    }
    Set<DayOfWeek> days = WeekDays.in(when);
    if (days.isEmpty()) {
      dirt.add(
          number, "Activity Days", "single dates rather than days of the week; untapped ground");
      return Optional.empty();
    }
    Optional<TimeRange> hours = TimeRange.in(when);
    if (hours.isEmpty()) {
      dirt.add(number, "Activity Days", "days without hours; untapped ground");
      return Optional.empty();
    }
    Optional<AgeRange> ages = Ages.spokenOf(PublishedList.field(item, "description"));
    if (ages.isEmpty()) {
      dirt.add(number, "description", "no ages are told; taken for ages 6 to 18");
    }
    return Usable.offer(
        dirt, number, id, days, hours.get(), ages.orElse(new AgeRange(6, 18)), topics);
  }

  private static void checkDates(DirtLog dirt, int number, JsonNode item) {
    Optional<LocalDateTime> start = date(dirt, number, item, "Start Date");
    Optional<LocalDateTime> end = date(dirt, number, item, "End Date");
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      dirt.add(number, "End Date", "ends before it begins; carried over to the term");
    } else if (end.isPresent()) {
      dirt.add(number, "End Date", "of an earlier year; carried over to the term if it is usable");
    }
  }

  private static Optional<LocalDateTime> date(
      DirtLog dirt, int number, JsonNode item, String field) {
    String text = PublishedList.field(item, field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDateTime date = LocalDateTime.parse(text, DATE);
      if (date.getSecond() != 0) {
        dirt.add(number, field, "a moment of typing in the place of a date; its day was taken");
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      dirt.add(number, field, "a date that is none; left out");
      return Optional.empty();
    }
  }
}
