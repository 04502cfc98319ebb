package org.educationcities.examples.cityinabox.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.examples.cityinabox.facts.PlaceKind;
import org.educationcities.examples.cityinabox.facts.RealCities;
import org.educationcities.examples.cityinabox.facts.RealLocality;
import org.educationcities.profile.Strength;
import org.educationcities.resource.Cost;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.ResourceRecord;

/**
 * Providers of areas that publish no list: in kind and number as a place of that size might have
 * them, named by kind and locality alone.
 */
final class Providers {
  /** Places for this many of a hundred learners: a city that has too few, as cities do. */
  private static final int PLACES_PER_HUNDRED = 93;

  private static final List<DayOfWeek> ISRAELI_WEEK =
      List.of(
          DayOfWeek.SUNDAY,
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY);
  private static final List<String> ARRANGEMENTS =
      List.of("wheelchair", "hearing-loop", "quiet-space", "large-print");

  private final CityDraft draft;
  private final List<PlaceKind> kinds;
  private int number = 0;

  private Providers(CityDraft draft, List<PlaceKind> kinds) {
    this.draft = draft;
    boolean town = draft.city.localities().size() == 1;
    this.kinds =
        kinds.stream()
            .filter(
                each ->
                    each.setting().equals("any") || each.setting().equals(town ? "town" : "rural"))
            .collect(ImmutableList.toImmutableList());
  }

  static void into(CityDraft draft, List<PlaceKind> kinds) {
    new Providers(draft, kinds).fill();
  }

  private void fill() {
    long wanted = Math.max(40, (long) draft.learnerCount * PLACES_PER_HUNDRED / 100);
    long places = 0;
    while (places < wanted || number < 16) {
      places += provider(drawKind(), drawLocality());
    }
  }

  private PlaceKind drawKind() {
    double left = draft.random.nextDouble() * kinds.stream().mapToDouble(PlaceKind::weight).sum();
    for (PlaceKind kind : kinds) {
      left -= kind.weight();
      if (left < 0) {
        return kind;
      }
    }
    return kinds.get(kinds.size() - 1);
  }

  private RealLocality drawLocality() {
    List<RealLocality> towns = draft.city.localities();
    long left =
        draft.random.nextLong(towns.stream().mapToLong(each -> each.population() + 50L).sum());
    for (RealLocality town : towns) {
      left -= town.population() + 50L;
      if (left < 0) {
        return town;
      }
    }
    return towns.get(0);
  }

  /** Adds a provider with its resource and, unless it is untapped, an offer; tells the places. */
  private int provider(PlaceKind kind, RealLocality locality) {
    number++;
    boolean untapped = draft.percent(kind.untappedPercent());
    String providerId = "provider-" + draft.city.id() + "-" + number;
    String resourceId = "resource-" + draft.city.id() + "-" + number;
    List<String> languages = languages(locality);
    Map<String, String> names = names(kind, locality);
    var position =
        draft.city.localities().size() == 1 && !draft.schools.isEmpty()
            ? Positions.near(draft, Schools.positionOf(draft.oneOf(draft.schools), draft), 0.8)
            : Positions.near(draft, locality.position(), 1.2);
    Set<String> arrangements = arrangements();
    draft.resources.add(
        ResourceRecord.builder(resourceId, draft.city.id(), providerId)
            .organizationNames(names)
            .sector(kind.sector())
            .names(names)
            .kind(kind.code())
            .position(position)
            .localityId(locality.id())
            .topicIds(
                kind.profile().strengths().stream()
                    .map(Strength::topic)
                    .map(Object::toString)
                    .collect(ImmutableSet.toImmutableSet()))
            .untapped(untapped)
            .minimumAge(kind.ages().minimum())
            .maximumAge(kind.ages().maximum())
            .languages(languages)
            .arrangements(arrangements)
            .generated(true)
            .build());
    if (untapped) {
      return 0;
    }
    int offers = draft.percent(35) ? 2 : 1;
    int places = 0;
    for (int nth = 1; nth <= offers; nth++) {
      Opportunity offer =
          offer(kind, nth, names, languages)
              .resourceId(new ResourceId(resourceId))
              .providerId(new ProviderId(providerId))
              .position(position)
              .arrangements(arrangements)
              .build();
      draft.opportunities.add(offer);
      places += offer.places();
    }
    mentors(draft, providerId, languages);
    return places;
  }

  static void mentors(CityDraft draft, String providerId, List<String> languages) {
    for (int i = 0; i < 2; i++) {
      draft.adults.add(
          AdultRecord.builder(draft.ids.next("mentor"))
              .organizationId(providerId)
              .languages(languages)
              .build());
    }
  }

  private Opportunity.Builder offer(
      PlaceKind kind, int nth, Map<String, String> names, List<String> languages) {
    DayOfWeek day = draft.oneOf(ISRAELI_WEEK);
    int hour = draft.between(kind.firstHour(), kind.lastHour());
    Opportunity.Builder offer =
        Opportunity.builder(
                new OpportunityId("offer-" + draft.city.id() + "-" + number + "-" + nth))
            .cityId(new CityId(draft.city.id()))
            .termId(Generator.TERM.id())
            .names(new Names(names))
            .schedule(weekly(draft, day, LocalTime.of(hour, 0), Duration.ofMinutes(kind.minutes())))
            .profile(kind.profile())
            .places(Math.min(28, draft.between(kind.fewestPlaces(), kind.mostPlaces())))
            .ages(kind.ages())
            .languages(languages)
            .inferred(true)
            .generated(true)
            .openTo(draft.percent(8) ? Circle.COUNTRY : Circle.CITY);
    if (draft.percent(20)) {
      offer.cost(new Cost(new BigDecimal(draft.between(1, 8) * 50), Currency.getInstance("ILS")));
    }
    return offer;
  }

  static Schedule weekly(CityDraft draft, DayOfWeek day, LocalTime time, Duration length) {
    LocalDateTime first =
        Generator.TERM.first().with(TemporalAdjusters.nextOrSame(day)).atTime(time);
    String code = day.name().substring(0, 2).toUpperCase(Locale.ROOT);
    return new Schedule(first, length, "FREQ=WEEKLY;BYDAY=" + code, draft.city.zone());
  }

  private Set<String> arrangements() {
    return ARRANGEMENTS.stream()
        .filter(code -> draft.percent(code.equals("wheelchair") ? 60 : 25))
        .collect(ImmutableSet.toImmutableSet());
  }

  private List<String> languages(RealLocality locality) {
    if (RealCities.isNamedInArabic(locality)) {
      return draft.percent(60) ? List.of("ar") : List.of("ar", "he");
    }
    boolean shared = draft.city.schools().stream().anyMatch(each -> each.language().equals("ar"));
    if (!shared) {
      return draft.percent(6) ? List.of("he", "en") : List.of("he");
    }
    int draw = draft.random.nextInt(100);
    return draw < 58 ? List.of("he") : draw < 80 ? List.of("ar") : List.of("he", "ar");
  }

  private static Map<String, String> names(PlaceKind kind, RealLocality locality) {
    String hebrew = locality.names().getOrDefault("he", "");
    return ImmutableMap.of(
        "en",
        kind.names().get("en") + ", generated, " + locality.names().get("en"),
        "he",
        kind.names().get("he") + ", לדוגמה, " + hebrew,
        "ar",
        kind.names().get("ar") + "، مثال، " + hebrew);
  }
}
