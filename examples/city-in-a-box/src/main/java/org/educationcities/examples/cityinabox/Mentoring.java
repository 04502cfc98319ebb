package org.educationcities.examples.cityinabox;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.educationcities.people.AdultId;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.spi.source.AdultRecord;

/** Says which adults of a provider are with the learners where: those of a resource stay there. */
final class Mentoring {
  private static final int TOGETHER = 2;

  private Mentoring() {}

  static Map<OpportunityId, Set<AdultId>> of(CityData data) {
    Map<String, Set<String>> adults = new TreeMap<>();
    for (AdultRecord adult : data.roster().adults()) {
      adult
          .organizationId()
          .ifPresent(
              provider -> adults.computeIfAbsent(provider, id -> new TreeSet<>()).add(adult.id()));
    }
    Map<String, Set<String>> resources = new TreeMap<>();
    for (Opportunity offer : data.opportunities()) {
      resources
          .computeIfAbsent(offer.providerId().value(), id -> new TreeSet<>())
          .add(offer.resourceId().value());
    }
    Map<String, Set<AdultId>> byResource = new LinkedHashMap<>();
    resources.forEach(
        (provider, places) -> {
          List<String> known = new ArrayList<>(adults.getOrDefault(provider, Set.of()));
          int next = 0;
          for (String place : places) {
            ImmutableSet.Builder<AdultId> here = ImmutableSet.builder();
            for (int i = 0; i < TOGETHER && next < known.size(); i++) {
              here.add(new AdultId(known.get(next++)));
            }
            byResource.put(place, here.build());
          }
        });
    Map<OpportunityId, Set<AdultId>> mentors = new LinkedHashMap<>();
    for (Opportunity offer : data.opportunities()) {
      mentors.put(offer.id(), byResource.getOrDefault(offer.resourceId().value(), Set.of()));
    }
    return mentors;
  }
}
