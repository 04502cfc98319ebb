package org.educationcities.examples.cityinabox.seattle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Profile;
import org.educationcities.spi.source.ResourceRecord;

/** The community centres with their opening hours. */
final class CommunityCentres {
  private CommunityCentres() {}

  static SeattleGround read() {
    PublishedList list = new PublishedList("community-centers.json");
    List<ResourceRecord> resources = new ArrayList<>();
    List<SeattleOffer> offers = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      JsonNode item = list.items().get(i);
      String name = PublishedList.field(item, "name");
      list.noteName(i + 1, "name", name);
      String id = "seattle-centre-" + PublishedList.field(item, "OBJECTID");
      Profile topics = list.topics("community center " + name);
      List<SeattleOffer> open =
          isOpen(list, i + 1, item) ? hours(list, i + 1, item, id) : List.of();
      offers.addAll(open);
      resources.add(
          SeattleReader.resource(
              id,
              SeattleReader.PARKS,
              SeattleReader.PARKS_NAME,
              "public",
              name,
              "community-centre",
              list.position(i + 1, item),
              topics,
              open.isEmpty()));
    }
    return new SeattleGround(resources, offers, list.dirt().found());
  }

  private static boolean isOpen(PublishedList list, int number, JsonNode item) {
    String open = PublishedList.field(item, "Open Status");
    String operational = PublishedList.field(item, "Operational Status");
    if (open.isEmpty()) {
      list.dirt().add(number, "Open Status", "not said whether it is open; untapped ground");
      return false;
    }
    if (open.equals("Closed")) {
      list.dirt().add(number, "Open Status", "closed; untapped ground");
      return false;
    }
    if (operational.equals("Closed")) {
      list.dirt()
          .add(number, "Operational Status", "closed, though open all year; untapped ground");
      return false;
    }
    return true;
  }

  private static List<SeattleOffer> hours(
      PublishedList list, int number, JsonNode item, String id) {
    List<SeattleOffer> offers = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String dayName = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      String said = PublishedList.field(item, "Open on " + dayName);
      String hours = PublishedList.field(item, "Open Hours on " + dayName);
      if (hours.isEmpty()) {
        if (said.equals("Yes")) {
          list.dirt().add(number, "Open Hours on " + dayName, "open, but no hours; day left out");
        }
        continue;
      }
      if (said.equals("No")) {
        list.dirt().add(number, "Open on " + dayName, "not open, but with hours; day left out");
        continue;
      }
      Optional<TimeRange> range = TimeRange.in(hours);
      if (range.isEmpty()) {
        list.dirt().add(number, "Open Hours on " + dayName, "hours not understood; day left out");
        continue;
      }
      if (range.get().isSloppy()) {
        list.dirt()
            .add(number, "Open Hours on " + dayName, "hours without a dash; taken as a range");
      }
      offers.add(
          new SeattleOffer(
              id,
              Set.of(day),
              new TimeOfDay(range.get().from(), range.get().to()),
              new AgeRange(6, 18),
              Profile.empty(),
              true));
    }
    return offers;
  }
}
