package org.educationcities.examples.cityinabox.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.educationcities.city.City;
import org.educationcities.city.Locality;
import org.educationcities.city.School;
import org.educationcities.insight.PersonTable;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafePublication;
import org.educationcities.insight.SafeTable;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.TopicId;
import org.educationcities.report.CityPage;
import org.educationcities.report.MapLocality;
import org.educationcities.report.MapPlace;
import org.educationcities.report.Measure;
import org.educationcities.report.PlacePrice;
import org.educationcities.report.Provenance;
import org.educationcities.report.PublicReport;
import org.educationcities.report.Subject;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Resource;
import org.educationcities.round.Placement;
import org.educationcities.round.TermLearner;
import org.educationcities.round.TermOpportunity;

/** The public report of a finished job: safe figures about people, facts about places. */
public final class PublicPicture {
  private static final int PRICES_SHOWN = 12;
  private static final String PLACED = "placed";
  private static final String UNPLACED = "unplaced";

  private final Outcome outcome;
  private final Lookup lookup;
  private final CircleFigures circles;
  private final TopicFigures topics;
  private final Map<String, List<TermLearner>> learners;
  private final Map<String, List<TermOpportunity>> offers;
  private final Map<LearnerId, Placement> placed = new HashMap<>();
  private final SafeTable places;

  private PublicPicture(Outcome outcome) {
    this.outcome = outcome;
    this.lookup = new Lookup(outcome);
    this.circles = new CircleFigures(outcome, lookup);
    this.topics = new TopicFigures(outcome, lookup);
    this.learners =
        outcome.snapshot().learners().stream()
            .collect(Collectors.groupingBy(each -> each.learner().cityId().value()));
    this.offers =
        outcome.snapshot().opportunities().stream()
            .collect(Collectors.groupingBy(each -> each.opportunity().cityId().value()));
    outcome.placements().forEach(each -> placed.put(each.learner(), each));
    this.places = safePlaces();
  }

  /** Learners with and without a place by city: they add up, so they are made safe together. */
  private SafeTable safePlaces() {
    PersonTable.Builder table =
        PersonTable.builder(
            outcome.cities().stream().map(each -> each.id().value()).toList(),
            List.of(PLACED, UNPLACED));
    for (TermLearner each : outcome.snapshot().learners()) {
      table.person(
          each.learner().cityId().value(),
          placed.containsKey(each.learner().id()) ? PLACED : UNPLACED);
    }
    return SafePublication.of(table.build(), Figures.RULE);
  }

  /**
   * The report of an outcome.
   *
   * @param title its title, in the page's language
   */
  public static PublicReport of(Outcome outcome, String title) {
    return new PublicPicture(outcome).report(title);
  }

  private PublicReport report(String title) {
    PublicReport.Builder report =
        PublicReport.builder(
            title,
            TermName.of(outcome.snapshot().term(), outcome.locale()),
            outcome.made(),
            Figures.RULE);
    Map<Measure, SafeFigure> inAll = figures(outcome.cities());
    inAll.forEach(report::figure);
    outcome.cities().forEach(city -> report.city(page(city)));
    circles.inAll().forEach(report::circle);
    FairnessFigures fairness = new FairnessFigures(outcome, lookup);
    report.fairness(fairness.fairness());
    if (outcome.snapshot().taxonomy().topics().stream()
            .filter(each -> !each.broader().isEmpty())
            .count()
        >= 3) {
      report.affinityExample(fairness.example());
    }
    outcome.imports().forEach(report::importNote);
    outcome.sources().forEach(report::source);
    return report.build();
  }

  private CityPage page(City city) {
    String id = city.id().value();
    CityPage.Builder page = CityPage.builder(city.names().in(outcome.locale()));
    otherName(city).ifPresent(page::otherName);
    page.country(
        new Locale.Builder().setRegion(city.country()).build().getDisplayCountry(outcome.locale()));
    figures(List.of(city)).forEach(page::figure);
    for (Locality locality : city.localities()) {
      locality
          .position()
          .ifPresent(
              at ->
                  page.locality(
                      new MapLocality(
                          locality.names().in(outcome.locale()),
                          at.latitude(),
                          at.longitude(),
                          locality.population())));
    }
    places(id).forEach(page::place);
    circles.of(id).forEach(page::circle);
    topics.balances(id).forEach(page::balance);
    topics.unmet(id).forEach(page::unmet);
    topics.invitations(id).forEach(page::invitation);
    prices(id).forEach(page::price);
    boolean generatedSchools = outcome.generatedCities().contains(id);
    page.provenance(Subject.LOCALITIES, Provenance.REAL, "");
    page.provenance(Subject.SCHOOLS, generatedSchools ? Provenance.GENERATED : Provenance.REAL, "");
    page.provenance(Subject.GROUND, groundOf(id), "");
    page.provenance(Subject.OPPORTUNITIES, Provenance.GENERATED, "");
    page.provenance(Subject.LEARNERS, Provenance.GENERATED, "");
    page.provenance(Subject.COLLABORATIONS, Provenance.COMPUTED, "");
    return page.build();
  }

  private Provenance groundOf(String city) {
    List<Resource> own =
        outcome.resources().stream().filter(each -> each.cityId().value().equals(city)).toList();
    long generated = own.stream().filter(Resource::isGenerated).count();
    if (generated == 0) {
      return Provenance.REAL;
    }
    return generated == own.size() ? Provenance.GENERATED : Provenance.MIXED;
  }

  /** The name in a language of the city's own, where that is another than the page's. */
  private Optional<String> otherName(City city) {
    String shown = city.names().in(outcome.locale());
    return city.languages().stream()
        .map(language -> city.names().byLanguage().getOrDefault(language, shown))
        .filter(name -> !name.equals(shown))
        .findFirst();
  }

  private Map<Measure, SafeFigure> figures(List<City> cities) {
    List<String> ids = cities.stream().map(each -> each.id().value()).toList();
    List<TermLearner> people =
        ids.stream().flatMap(id -> learners.getOrDefault(id, List.of()).stream()).toList();
    List<Placement> theirs =
        people.stream()
            .map(each -> placed.get(each.learner().id()))
            .filter(Objects::nonNull)
            .toList();
    List<Opportunity> offered =
        ids.stream()
            .flatMap(id -> offers.getOrDefault(id, List.of()).stream())
            .map(TermOpportunity::opportunity)
            .toList();
    List<Resource> ground =
        outcome.resources().stream().filter(each -> ids.contains(each.cityId().value())).toList();
    long quests =
        outcome.quests().stream()
            .filter(
                quest ->
                    outcome
                        .snapshot()
                        .learner(quest.learner())
                        .map(each -> ids.contains(each.learner().cityId().value()))
                        .orElse(false))
            .count();
    Map<Measure, SafeFigure> figures = new HashMap<>();
    figures.put(
        Measure.POPULATION, Figures.fact(cities.stream().mapToLong(City::population).sum()));
    String row = ids.size() == 1 ? ids.get(0) : SafeTable.ALL;
    figures.put(Measure.LEARNERS, places.count(row, SafeTable.ALL));
    figures.put(Measure.PLACED, places.count(row, PLACED));
    figures.put(Measure.UNPLACED, places.count(row, UNPLACED));
    figures.put(
        Measure.SCHOOLS,
        Figures.fact(
            outcome.schools().stream()
                .filter(each -> ids.contains(each.cityId().value()))
                .count()));
    figures.put(
        Measure.LOCALITIES,
        Figures.fact(cities.stream().mapToLong(each -> each.localities().size()).sum()));
    figures.put(
        Measure.TAPPED, Figures.fact(ground.stream().filter(each -> !each.isUntapped()).count()));
    figures.put(
        Measure.UNTAPPED, Figures.fact(ground.stream().filter(Resource::isUntapped).count()));
    figures.put(Measure.OPPORTUNITIES, Figures.fact(offered.size()));
    figures.put(
        Measure.PLACES, Figures.fact(offered.stream().mapToLong(Opportunity::places).sum()));
    figures.put(
        Measure.CHALLENGES,
        Figures.fact(offered.stream().filter(Opportunity::isChallenge).count()));
    figures.put(Measure.QUESTS, Figures.people(quests));
    long sum = theirs.stream().mapToLong(Placement::affinity).sum();
    figures.put(
        Measure.MEAN_AFFINITY,
        Figures.about(
            theirs.isEmpty() ? 0 : Math.round((double) sum / theirs.size()), theirs.size()));
    return figures;
  }

  private List<MapPlace> places(String city) {
    List<MapPlace> places = new ArrayList<>();
    for (School school : outcome.schools()) {
      if (school.cityId().value().equals(city)) {
        school
            .position()
            .ifPresent(
                at ->
                    places.add(
                        new MapPlace(
                            school.names().in(outcome.locale()),
                            MapPlace.Kind.SCHOOL,
                            "",
                            at.latitude(),
                            at.longitude(),
                            List.of(),
                            outcome.generatedCities().contains(city))));
      }
    }
    for (Resource resource : outcome.resources()) {
      if (resource.cityId().value().equals(city)) {
        resource
            .position()
            .ifPresent(
                at ->
                    places.add(
                        new MapPlace(
                            resource.names().in(outcome.locale()),
                            resource.isUntapped() ? MapPlace.Kind.UNTAPPED : MapPlace.Kind.TAPPED,
                            resource.kind(),
                            at.latitude(),
                            at.longitude(),
                            resource.topics().stream().limit(3).map(lookup::topic).toList(),
                            resource.isGenerated())));
      }
    }
    return places;
  }

  private List<PlacePrice> prices(String city) {
    return offers.getOrDefault(city, List.of()).stream()
        .map(TermOpportunity::opportunity)
        .filter(each -> lookup.priceOf(each.id()).map(price -> price.price() > 0).orElse(false))
        .sorted(
            Comparator.comparingLong(
                    (Opportunity each) ->
                        -lookup.priceOf(each.id()).map(price -> price.price()).orElse(0L))
                .thenComparing(each -> each.id().value()))
        .limit(PRICES_SHOWN)
        .map(this::price)
        .toList();
  }

  private PlacePrice price(Opportunity opportunity) {
    var price = lookup.priceOf(opportunity.id()).orElseThrow();
    String provider =
        lookup
            .resource(opportunity.resourceId().value())
            .map(each -> each.provider().names().in(outcome.locale()))
            .orElse(opportunity.providerId().value());
    String locality =
        lookup.resource(opportunity.resourceId().value()).map(lookup::localityOf).orElse("");
    TopicId topic = opportunity.profile().strengths().get(0).topic();
    return new PlacePrice(
        opportunity.names().in(outcome.locale()),
        provider,
        locality,
        lookup.topic(topic),
        Figures.about(price.price(), price.taken()),
        Figures.fact(opportunity.places()));
  }
}
