package org.educationcities.examples.cityinabox.circles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.circle.CityProfile;
import org.educationcities.circle.Occasion;
import org.educationcities.circle.ProfiledParty;
import org.educationcities.city.CityId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Home;
import org.educationcities.examples.cityinabox.CityData;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Party;
import org.educationcities.profile.Taxonomy;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Term;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;

/** All five circles' collaborations, as proposals: the placements of the round aside. */
public final class FiveCircles {
  /** Of a city, so many classes begin with Education Teams this term. */
  private static final int CLASSES_OF_A_CITY = 6;

  private final CityData data;
  private final Parties parties;
  private final Taxonomy taxonomy;
  private final Term term;
  private final Occasion occasion;
  private final long seed;

  /**
   * Circles over data.
   *
   * @param origin what every proposal names as its origin
   * @param at when they are made
   * @param seed of what is searched rather than solved
   */
  public FiveCircles(
      CityData data, Taxonomy taxonomy, Term term, String origin, Instant at, long seed) {
    this.data = data;
    this.parties = new Parties(data);
    this.taxonomy = taxonomy;
    this.term = term;
    this.occasion = new Occasion(origin, at, null);
    this.seed = seed;
  }

  /** What classes make. */
  public List<Collaboration> classrooms() {
    Map<String, Integer> begun = new HashMap<>();
    List<ClassRecord> classes = new ArrayList<>();
    for (ClassRecord each : data.roster().classes()) {
      String city = parties.school(each.schoolId()).cityId();
      if (begun.merge(city, 1, Integer::sum) <= CLASSES_OF_A_CITY) {
        classes.add(each);
      }
    }
    return InClassroom.make(parties, classes, occasion, seed);
  }

  /** What schools make. */
  public List<Collaboration> schools() {
    return InSchool.make(parties, occasion, seed);
  }

  /** What cities make within themselves, given the placements. */
  public List<Collaboration> cities(List<Collaboration> placements) {
    List<Collaboration> confirmed =
        placements.stream()
            .filter(
                each ->
                    each.state() == CollaborationState.CONFIRMED
                        || each.state() == CollaborationState.RUNNING)
            .toList();
    InCity inCity = new InCity(parties, taxonomy, term, occasion);
    List<Collaboration> made = new ArrayList<>();
    asParties().forEach((city, party) -> made.addAll(inCity.make(city, party, confirmed)));
    return made;
  }

  /** What cities and classes make with each other, given the placements. */
  public List<Collaboration> between(List<Collaboration> placements) {
    Map<OpportunityId, Integer> taken = new HashMap<>();
    for (Collaboration each : placements) {
      if (each.state().holdsPlace()) {
        taken.merge(each.opportunity().orElseThrow(), 1, Integer::sum);
      }
    }
    return new BetweenCities(parties, taxonomy, term, occasion).make(asParties(), taken);
  }

  /** The cities with the strengths and growth areas that their learners and places add up to. */
  private Map<CityRecord, ProfiledParty> asParties() {
    Map<CityRecord, ProfiledParty> cities = new LinkedHashMap<>();
    for (CityRecord city : data.roster().cities()) {
      CityProfile.Builder profile = CityProfile.builder(taxonomy, AffinityRule.STANDARD);
      data.roster().learners().stream()
          .filter(each -> each.cityId().equals(city.id()))
          .forEach(each -> profile.learner(parties.learner(each.id()).profile()));
      data.opportunities().stream()
          .filter(each -> each.cityId().value().equals(city.id()))
          .forEach(profile::opportunity);
      Party party = new Party(Party.Kind.CITY, city.id());
      for (GrowthArea need : parties.profileOf(party).growthAreas()) {
        profile.need(need);
      }
      cities.put(
          city,
          new ProfiledParty(
              party, Home.in(city.country(), new CityId(city.id())), profile.build().profile()));
    }
    return cities;
  }
}
