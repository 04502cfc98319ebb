package org.educationcities.examples.cityinabox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.geojson.Place;
import org.educationcities.geojson.PlacesFile;
import org.educationcities.icalendar.CalendarEntry;
import org.educationcities.icalendar.CalendarFile;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.Term;
import org.educationcities.round.Placement;
import org.educationcities.spi.source.CityRecord;

/** A calendar and a map for each city: public places and times, nobody's. */
final class PlaceFiles {
  private static final String DOMAIN = "city-in-a-box.example";

  private final Path output;
  private final Input input;

  PlaceFiles(Path output, Input input) {
    this.output = output;
    this.input = input;
  }

  void write(Instant stamp, List<Placement> placements) {
    Path calendars = Folders.fresh(output, "calendars");
    Path maps = Folders.fresh(output, "maps");
    Set<OpportunityId> taken = new HashSet<>();
    placements.forEach(each -> taken.add(each.opportunity()));
    Map<String, SchoolCalendar> holidays = new HashMap<>();
    input.data().calendars().forEach(each -> holidays.put(each.city().value(), each.calendar()));
    Term term = input.data().terms().get(0);
    for (CityRecord city : input.data().roster().cities()) {
      List<CalendarEntry> entries = new ArrayList<>();
      for (Opportunity each : input.data().opportunities()) {
        if (each.cityId().value().equals(city.id()) && taken.contains(each.id())) {
          entries.add(
              CalendarEntry.of(
                  each,
                  term,
                  holidays.getOrDefault(city.id(), SchoolCalendar.NONE),
                  input.locale()));
        }
      }
      CalendarFile.write(calendars.resolve(city.id() + ".ics"), DOMAIN, stamp, entries);
      PlacesFile.write(maps.resolve(city.id() + ".geojson"), places(city));
    }
  }

  private List<Place> places(CityRecord city) {
    List<Place> places = new ArrayList<>();
    city.localities().forEach(each -> places.add(Place.of(city.id(), each)));
    input.data().roster().schools().stream()
        .filter(each -> each.cityId().equals(city.id()))
        .forEach(each -> places.add(Place.of(each)));
    input.data().roster().resources().stream()
        .filter(each -> each.cityId().equals(city.id()))
        .forEach(each -> places.add(Place.of(each)));
    return places;
  }
}
