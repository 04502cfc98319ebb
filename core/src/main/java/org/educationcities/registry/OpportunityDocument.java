package org.educationcities.registry;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.people.AgeRange;
import org.educationcities.resource.Cost;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.TermId;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/** The stored form of an opportunity: format 1. */
record OpportunityDocument(
    OpportunityId id,
    ResourceId resource,
    ProviderId provider,
    CityId city,
    TermId term,
    Map<String, String> names,
    Schedule schedule,
    @Nullable GeoPoint position,
    List<ProfileDocument.Level> teaches,
    List<ProfileDocument.Level> needs,
    int minimumPlaces,
    int places,
    AgeRange ages,
    List<String> languages,
    Set<String> arrangements,
    @Nullable Cost cost,
    Circle openTo,
    boolean inferred,
    boolean generated) {

  static OpportunityDocument of(Opportunity opportunity) {
    return new OpportunityDocument(
        opportunity.id(),
        opportunity.resourceId(),
        opportunity.providerId(),
        opportunity.cityId(),
        opportunity.termId(),
        ImmutableSortedMap.copyOf(opportunity.names().byLanguage()),
        opportunity.schedule(),
        opportunity.position().orElse(null),
        ProfileDocument.strengths(opportunity.profile()),
        ProfileDocument.growthAreas(opportunity.profile()),
        opportunity.minimumPlaces(),
        opportunity.places(),
        opportunity.ages(),
        opportunity.languages(),
        ImmutableSortedSet.copyOf(opportunity.arrangements()),
        opportunity.cost().orElse(null),
        opportunity.openTo(),
        opportunity.isInferred(),
        opportunity.isGenerated());
  }

  Opportunity toOpportunity() {
    return Opportunity.builder(id)
        .resourceId(resource)
        .providerId(provider)
        .cityId(city)
        .termId(term)
        .names(new Names(names))
        .schedule(schedule)
        .position(position)
        .profile(ProfileDocument.profile(teaches, needs))
        .minimumPlaces(minimumPlaces)
        .places(places)
        .ages(ages)
        .languages(languages)
        .arrangements(arrangements)
        .cost(cost)
        .openTo(openTo)
        .inferred(inferred)
        .generated(generated)
        .build();
  }
}
