package org.educationcities.examples.cityinabox.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.educationcities.city.City;
import org.educationcities.city.School;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.Quest;
import org.educationcities.report.ImportNote;
import org.educationcities.report.SourceNote;
import org.educationcities.resource.Resource;
import org.educationcities.round.Eligibility;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.Placement;
import org.educationcities.round.Round;
import org.educationcities.round.Snapshot;

/**
 * Everything that a finished job knows and the pictures are made of.
 *
 * @param locale the language of the pages
 * @param made the day they are made
 * @param cities in the order shown
 * @param schools of all cities
 * @param resources of all cities
 * @param generatedCities the ids of cities whose schools were generated
 * @param snapshot what the round decided from
 * @param eligibility the hard rules it went by
 * @param affinityRule the weights it went by
 * @param round its head
 * @param placements its placements
 * @param prices its prices
 * @param quests of all learners
 * @param collaborations of all kinds
 * @param imports what was read, and what was not taken
 * @param sources where facts come from
 */
public record Outcome(
    Locale locale,
    LocalDate made,
    List<City> cities,
    List<School> schools,
    List<Resource> resources,
    Set<String> generatedCities,
    Snapshot snapshot,
    Eligibility eligibility,
    AffinityRule affinityRule,
    Round round,
    List<Placement> placements,
    List<PlacePrice> prices,
    List<Quest> quests,
    List<Collaboration> collaborations,
    List<ImportNote> imports,
    List<SourceNote> sources) {
  /** An outcome, its lists copied. */
  public Outcome {
    cities = ImmutableList.copyOf(cities);
    schools = ImmutableList.copyOf(schools);
    resources = ImmutableList.copyOf(resources);
    generatedCities = ImmutableSet.copyOf(generatedCities);
    placements = ImmutableList.copyOf(placements);
    prices = ImmutableList.copyOf(prices);
    quests = ImmutableList.copyOf(quests);
    collaborations = ImmutableList.copyOf(collaborations);
    imports = ImmutableList.copyOf(imports);
    sources = ImmutableList.copyOf(sources);
  }
}
