package org.educationcities.examples.cityinabox.circles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.circle.InnovationLabs;
import org.educationcities.circle.Occasion;
import org.educationcities.circle.Partnerships;
import org.educationcities.circle.ProfiledParty;
import org.educationcities.circle.SchoolPlacement;
import org.educationcities.city.CityId;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.people.Grade;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.Taxonomy;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Term;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.LearnerRecord;

/** Bonds of schools and providers, and innovation labs around what a city lacks. */
final class InCity {
  private static final Partnerships.BondRule BOND = new Partnerships.BondRule(3, 1);
  private static final int LABS = 2;
  private static final int LEAST_IN_A_LAB = 4;
  private static final int MOST_IN_A_LAB = 8;
  private static final int GRADE_OF_LABS = 7;

  private final Parties parties;
  private final Term term;
  private final AffinityFormula formula;
  private final InnovationLabs labs;
  private final Occasion occasion;

  InCity(Parties parties, Taxonomy taxonomy, Term term, Occasion occasion) {
    this.parties = parties;
    this.term = term;
    this.occasion = occasion;
    this.formula = new AffinityFormula(taxonomy, AffinityRule.STANDARD);
    this.labs = new InnovationLabs(taxonomy, AffinityRule.STANDARD, LEAST_IN_A_LAB, MOST_IN_A_LAB);
  }

  /** Whatever a city makes, given who was confirmed where. */
  List<Collaboration> make(CityRecord city, ProfiledParty asParty, List<Collaboration> confirmed) {
    List<ProfiledParty> providers = parties.providers(city.id());
    List<Collaboration> made = new ArrayList<>(partnerships(city, providers, confirmed));
    List<ProfiledParty> learners = new ArrayList<>();
    for (LearnerRecord each : parties.data.roster().learners()) {
      int level = each.grade().flatMap(Grade::parse).map(Grade::level).orElse(0);
      if (each.cityId().equals(city.id()) && level >= GRADE_OF_LABS) {
        learners.add(parties.learner(each.id()));
      }
    }
    List<ProfiledParty> mentors = new ArrayList<>();
    for (AdultRecord each : parties.data.roster().adults()) {
      if (each.educator()
          && each.schoolId()
              .map(id -> parties.school(id).cityId().equals(city.id()))
              .orElse(false)) {
        mentors.add(parties.educator(each));
      }
    }
    made.addAll(labs.compose(asParty, learners, providers, mentors, LABS, occasion).proposals());
    return made;
  }

  private List<Collaboration> partnerships(
      CityRecord city, List<ProfiledParty> providers, List<Collaboration> confirmed) {
    Map<String, Opportunity> offers = new HashMap<>();
    parties.data.opportunities().forEach(each -> offers.put(each.id().value(), each));
    List<SchoolPlacement> placements = new ArrayList<>();
    for (Collaboration each : confirmed) {
      Opportunity offer = offers.get(each.opportunity().orElseThrow().value());
      LearnerRecord learner = parties.learners.get(each.learners().get(0).value());
      if (offer != null
          && learner != null
          && learner.schoolId().isPresent()
          && offer.cityId().equals(new CityId(city.id()))) {
        placements.add(
            new SchoolPlacement(
                each.learners().get(0),
                new SchoolId(learner.schoolId().get()),
                offer.providerId(),
                term.id()));
      }
    }
    List<ProfiledParty> schools =
        parties.data.roster().schools().stream()
            .filter(each -> each.cityId().equals(city.id()))
            .map(parties::school)
            .toList();
    return Partnerships.compose(schools, providers, placements, BOND, formula, occasion)
        .proposals();
  }
}
