package org.educationcities.collaboration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.city.SchoolId;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.Opportunity;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;

/** Where parties are at home, as the host tells it. Asks the host, so never in a transaction. */
final class Homes {
  private final HostSources sources;

  Homes(HostSources sources) {
    this.sources = Objects.requireNonNull(sources, "sources");
  }

  /** The homes of those learners that the host knows, who are not merged into another. */
  Map<LearnerId, Home> of(Set<LearnerId> learners) {
    Map<String, LearnerRecord> records = new HashMap<>();
    for (List<LearnerId> some : Iterables.partition(learners, Selection.MAX_SIZE)) {
      Set<String> ids = new HashSet<>();
      some.forEach(each -> ids.add(each.value()));
      sources.learners().read(Selection.byIds(ids)).records().stream()
          .filter(each -> each.mergedInto().isEmpty())
          .forEach(each -> records.put(each.id(), each));
    }
    Set<String> cities = new HashSet<>();
    records.values().forEach(each -> cities.add(each.cityId()));
    Map<String, String> countries = countries(cities);
    ImmutableMap.Builder<LearnerId, Home> homes = ImmutableMap.builder();
    for (LearnerRecord each : records.values()) {
      String country = countries.get(each.cityId());
      if (country != null) {
        CityId city = new CityId(each.cityId());
        homes.put(
            new LearnerId(each.id()),
            each.schoolId()
                .map(school -> Home.in(country, city, new SchoolId(school)))
                .orElseGet(() -> Home.in(country, city)));
      }
    }
    return homes.buildOrThrow();
  }

  /** The countries of those cities that the host knows, by city. */
  Map<String, String> countries(Set<String> cities) {
    Map<String, String> countries = new HashMap<>();
    for (List<String> some : Iterables.partition(cities, Selection.MAX_SIZE)) {
      for (CityRecord each : sources.cities().read(Selection.byIds(Set.copyOf(some))).records()) {
        countries.put(each.id(), each.country());
      }
    }
    return countries;
  }

  /** The home of a provider seen from a learner: a school that offers is at home in itself. */
  static Home ofProvider(Opportunity opportunity, String country, Home learner) {
    boolean ownSchool =
        learner
            .school()
            .map(school -> school.value().equals(opportunity.providerId().value()))
            .orElse(false);
    return ownSchool
        ? Home.in(country, opportunity.cityId(), new SchoolId(opportunity.providerId().value()))
        : Home.in(country, opportunity.cityId());
  }
}
