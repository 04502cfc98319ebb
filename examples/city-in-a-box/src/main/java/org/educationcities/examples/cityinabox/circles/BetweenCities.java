package org.educationcities.examples.cityinabox.circles;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.circle.CityVisits;
import org.educationcities.circle.Occasion;
import org.educationcities.circle.ProfiledParty;
import org.educationcities.circle.Recipe;
import org.educationcities.circle.RecipeExchange;
import org.educationcities.circle.RecipeId;
import org.educationcities.circle.SharedPlaces;
import org.educationcities.circle.TwinClasses;
import org.educationcities.circle.TwinWindow;
import org.educationcities.city.City;
import org.educationcities.city.Distance;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.people.Grade;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.Party;
import org.educationcities.profile.Taxonomy;
import org.educationcities.registry.CityCalendar;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.Term;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.LearnerRecord;

/** What cities of one country, and cities and classes of different countries, do together. */
final class BetweenCities {
  private static final Distance NEIGHBOURLY = Distance.ofKilometres(25);
  private static final int VISITS = 2;
  private static final int SHARED = 3;
  private static final int RECIPES = 1;
  private static final int GRADE_OF_TWINS = 5;
  private static final Duration LEAST_TOGETHER = Duration.ofMinutes(45);
  private static final Set<DayOfWeek> COMMON_DAYS =
      Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);

  private final Parties parties;
  private final Taxonomy taxonomy;
  private final Term term;
  private final AffinityFormula formula;
  private final Occasion occasion;

  BetweenCities(Parties parties, Taxonomy taxonomy, Term term, Occasion occasion) {
    this.parties = parties;
    this.taxonomy = taxonomy;
    this.term = term;
    this.occasion = occasion;
    this.formula = new AffinityFormula(taxonomy, AffinityRule.STANDARD);
  }

  List<Collaboration> make(
      Map<CityRecord, ProfiledParty> cities, Map<OpportunityId, Integer> taken) {
    List<Collaboration> made = new ArrayList<>();
    Map<String, Map<CityRecord, ProfiledParty>> byCountry = new TreeMap<>();
    cities.forEach(
        (city, party) ->
            byCountry
                .computeIfAbsent(city.country(), country -> new LinkedHashMap<>())
                .put(city, party));
    for (Map<CityRecord, ProfiledParty> country : byCountry.values()) {
      if (country.size() > 1) {
        made.addAll(CityVisits.compose(country.values(), formula, VISITS, occasion).proposals());
        made.addAll(shared(country, taken));
      }
    }
    if (byCountry.size() > 1) {
      made.addAll(
          RecipeExchange.acrossCountries(
                  recipes(cities, taken), cities.values(), formula, RECIPES, occasion)
              .proposals());
      made.addAll(
          new TwinClasses(
                  taxonomy, AffinityRule.STANDARD, term.first(), term.last(), LEAST_TOGETHER)
              .compose(twinCandidates(), occasion)
              .proposals());
    }
    return made;
  }

  private List<Collaboration> shared(
      Map<CityRecord, ProfiledParty> country, Map<OpportunityId, Integer> taken) {
    List<SharedPlaces.Neighbour> neighbours = new ArrayList<>();
    country.forEach(
        (city, party) -> neighbours.add(new SharedPlaces.Neighbour(City.of(city), party)));
    Set<String> ids = new HashSet<>();
    country.keySet().forEach(each -> ids.add(each.id()));
    List<Opportunity> offers =
        parties.data.opportunities().stream()
            .filter(each -> ids.contains(each.cityId().value()))
            .toList();
    Map<OpportunityId, Integer> free = new HashMap<>();
    offers.forEach(
        each -> free.put(each.id(), Math.max(0, each.places() - taken.getOrDefault(each.id(), 0))));
    return SharedPlaces.compose(neighbours, offers, free, NEIGHBOURLY, SHARED, formula, occasion)
        .proposals();
  }

  /** Of each city the opportunity that most learners found their place in, without its people. */
  private List<Recipe> recipes(
      Map<CityRecord, ProfiledParty> cities, Map<OpportunityId, Integer> taken) {
    List<Recipe> recipes = new ArrayList<>();
    for (CityRecord city : cities.keySet()) {
      parties.data.opportunities().stream()
          .filter(each -> each.cityId().value().equals(city.id()))
          .max(
              Comparator.comparingInt((Opportunity each) -> taken.getOrDefault(each.id(), 0))
                  .thenComparing(each -> each.id().value()))
          .ifPresent(
              each ->
                  recipes.add(
                      Recipe.of(
                          new RecipeId("recipe-" + each.id().value()),
                          each,
                          Math.max(1, each.schedule().sessionsIn(term, calendarOf(city)).size()))));
    }
    return recipes;
  }

  private SchoolCalendar calendarOf(CityRecord city) {
    return parties.data.calendars().stream()
        .filter(each -> each.city().value().equals(city.id()))
        .map(CityCalendar::calendar)
        .findFirst()
        .orElse(SchoolCalendar.NONE);
  }

  private List<TwinClasses.Candidate> twinCandidates() {
    Map<String, CityRecord> cities = new HashMap<>();
    parties.data.roster().cities().forEach(each -> cities.put(each.id(), each));
    List<TwinClasses.Candidate> candidates = new ArrayList<>();
    for (ClassRecord each : parties.data.roster().classes()) {
      int level = each.grade().flatMap(Grade::parse).map(Grade::level).orElse(0);
      CityRecord city = cities.get(parties.school(each.schoolId()).cityId());
      List<String> languages = languages(each);
      if (city == null || level < GRADE_OF_TWINS || languages.isEmpty()) {
        continue;
      }
      Party party = new Party(Party.Kind.CLASSROOM, each.id());
      candidates.add(
          new TwinClasses.Candidate(
              new ProfiledParty(party, parties.home(each), parties.profileOf(party)),
              languages,
              window(city.zone())));
    }
    return candidates;
  }

  /** Those that at least half of a class speaks. */
  private List<String> languages(ClassRecord classroom) {
    Map<String, Integer> speakers = new TreeMap<>();
    for (String id : classroom.learnerIds()) {
      LearnerRecord learner = parties.learners.get(id);
      if (learner != null) {
        learner.languages().forEach(each -> speakers.merge(each, 1, Integer::sum));
      }
    }
    return speakers.entrySet().stream()
        .filter(each -> 2 * each.getValue() >= classroom.learnerIds().size())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * When a class can meet another over the sea: in the west in the morning, in the east in the
   * afternoon, when the school stays open for it.
   */
  private static TwinWindow window(ZoneId zone) {
    boolean west = zone.getId().startsWith("America/");
    return west
        ? new TwinWindow(zone, COMMON_DAYS, LocalTime.of(7, 30), LocalTime.of(15, 0))
        : new TwinWindow(zone, COMMON_DAYS, LocalTime.of(8, 0), LocalTime.of(19, 0));
  }
}
