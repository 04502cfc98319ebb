package org.educationcities.citycsv;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.exchange.Row;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Cost;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.TermId;
import org.jspecify.annotations.Nullable;

/** Makes opportunities of the rows of opportunities.csv. */
final class OpportunityRows {
  private static final int MOST_PLACES = 1_000_000;

  private final CityReading reading;
  private final Map<String, ZoneId> zones;

  OpportunityRows(CityReading reading, Map<String, ZoneId> zones) {
    this.reading = reading;
    this.zones = zones;
  }

  Opportunity opportunity(Row row) {
    String city = reading.knownCity(row);
    int places =
        row.whole("places_max", 1, MOST_PLACES)
            .orElseThrow(() -> CityReading.empty(row, "places_max"));
    int least = row.whole("places_min", 0, MOST_PLACES).orElse(0);
    if (least > places) {
      throw row.refuse(
          "places_min",
          "places-out-of-order",
          "There are fewer places than the least number of learners.");
    }
    return Opportunity.builder(new OpportunityId(row.id("id")))
        .resourceId(new ResourceId(row.id("resource")))
        .providerId(new ProviderId(row.id("provider")))
        .cityId(new CityId(city))
        .termId(new TermId(row.id("term")))
        .names(new Names(Cells.names(row)))
        .schedule(schedule(row, city))
        .position(Cells.position(row))
        .profile(profile(row))
        .minimumPlaces(least)
        .places(places)
        .ages(ages(row))
        .languages(Cells.languages(row))
        .arrangements(Cells.arrangements(row))
        .cost(cost(row))
        .openTo(
            row.parsed(
                    "circle",
                    OpportunityRows::toCircle,
                    "circle-unknown",
                    "A circle is classroom, school, city, country or world.")
                .orElse(Circle.CITY))
        .inferred(row.flag("inferred", false))
        .generated(row.flag("generated", false))
        .build();
  }

  private Schedule schedule(Row row, String city) {
    LocalDateTime start =
        row.parsed(
                "start",
                LocalDateTime::parse,
                "start-malformed",
                "A start is written as in 2026-09-06T16:00.")
            .orElseThrow(() -> CityReading.empty(row, "start"));
    Duration duration =
        Duration.ofMinutes(
            row.whole("minutes", 1, 1440).orElseThrow(() -> CityReading.empty(row, "minutes")));
    ZoneId zone =
        CityReading.zone(row)
            .or(() -> Optional.ofNullable(zones.get(city)))
            .orElseThrow(() -> CityReading.empty(row, "zone"));
    String rule = row.text("rule").orElse("");
    try {
      return new Schedule(start, duration, rule, zone);
    } catch (RuntimeException e) {
      // The library that parses rules states no exception of its own for what it does not take.
      throw row.refuse(
          "rule",
          "rule-malformed",
          "This is not a recurrence rule of RFC 5545 by the day or slower.");
    }
  }

  private Profile profile(Row row) {
    Profile.Builder profile = Profile.builder();
    topics(row, "teaches", (topic, level) -> profile.strength(topic, Proficiency.of(level)));
    topics(row, "needs", (topic, level) -> profile.growthArea(topic, new Importance(level)));
    Profile built = profile.build();
    if (built.strengths().isEmpty()) {
      throw CityReading.empty(row, "teaches");
    }
    return built;
  }

  private void topics(Row row, String column, ObjIntConsumer<TopicId> each) {
    for (String part : row.list(column, ';')) {
      int colon = part.lastIndexOf(':');
      String level = part.substring(colon + 1).strip();
      if (colon < 1 || !level.matches("[1-4]")) {
        throw row.refuse(
            column,
            "topic-malformed",
            "Topics are written with a level of 1 to 4, as in music:3;robotics:2.");
      }
      String id = part.substring(0, colon).strip();
      if (id.isEmpty() || id.length() > 255) {
        throw row.refuse(
            column, "id-malformed", "An id has 1 to 255 characters and no control characters.");
      }
      each.accept(reading.knownTopic(row, column, id), Integer.parseInt(level));
    }
  }

  private static AgeRange ages(Row row) {
    int least = row.whole("age_min", 0, 150).orElse(0);
    int most = row.whole("age_max", 0, 150).orElse(150);
    if (most < least) {
      throw row.refuse("age_max", "ages-out-of-order", "The greatest age is below the least.");
    }
    return new AgeRange(least, most);
  }

  private static @Nullable Cost cost(Row row) {
    Optional<BigDecimal> amount =
        row.parsed(
            "cost",
            OpportunityRows::toAmount,
            "cost-malformed",
            "A cost is a number of 0 or more.");
    Optional<Currency> currency =
        row.parsed(
            "currency",
            Currency::getInstance,
            "currency-unknown",
            "A currency is a code of ISO 4217, such as ILS.");
    if (amount.isPresent() != currency.isPresent()) {
      throw row.refuse(
          amount.isPresent() ? "currency" : "cost",
          "cost-incomplete",
          "Cost and currency are given both or neither.");
    }
    return amount.isPresent() ? new Cost(amount.get(), currency.orElseThrow()) : null;
  }

  private static @Nullable BigDecimal toAmount(String text) {
    return text.matches("[0-9]{1,12}([.][0-9]{1,4})?") ? new BigDecimal(text) : null;
  }

  private static @Nullable Circle toCircle(String text) {
    for (Circle circle : Circle.values()) {
      if (circle.name().toLowerCase(Locale.ROOT).equals(text)) {
        return circle;
      }
    }
    return null;
  }
}
