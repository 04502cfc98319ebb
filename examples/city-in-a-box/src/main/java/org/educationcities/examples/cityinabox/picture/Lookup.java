package org.educationcities.examples.cityinabox.picture;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.educationcities.city.City;
import org.educationcities.city.School;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Resource;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.Placement;
import org.educationcities.round.TermLearner;

/** Names and things by their ids, in the language of the page. */
final class Lookup {
  private final Locale locale;
  private final Outcome outcome;
  private final Map<String, City> cities;
  private final Map<String, School> schools;
  private final Map<String, Resource> resources;
  private final Map<String, String> providers = new HashMap<>();
  private final Map<LearnerId, Placement> placements = new HashMap<>();
  private final Map<OpportunityId, PlacePrice> prices = new HashMap<>();

  Lookup(Outcome outcome) {
    this.outcome = outcome;
    this.locale = outcome.locale();
    this.cities =
        ImmutableMap.copyOf(Maps.uniqueIndex(outcome.cities(), each -> each.id().value()));
    this.schools =
        ImmutableMap.copyOf(Maps.uniqueIndex(outcome.schools(), each -> each.id().value()));
    this.resources =
        ImmutableMap.copyOf(Maps.uniqueIndex(outcome.resources(), each -> each.id().value()));
    outcome
        .resources()
        .forEach(
            each ->
                providers.putIfAbsent(
                    each.provider().id().value(), each.provider().names().in(locale)));
    outcome.placements().forEach(each -> placements.put(each.learner(), each));
    outcome.prices().forEach(each -> prices.put(each.opportunity(), each));
  }

  String topic(TopicId id) {
    return outcome
        .snapshot()
        .taxonomy()
        .find(id)
        .map(topic -> topic.names().in(locale))
        .orElse(id.value());
  }

  String city(String id) {
    return Optional.ofNullable(cities.get(id)).map(each -> each.names().in(locale)).orElse(id);
  }

  Optional<School> school(String id) {
    return Optional.ofNullable(schools.get(id));
  }

  Optional<Resource> resource(String id) {
    return Optional.ofNullable(resources.get(id));
  }

  /** The public name of a provider; empty where none of its resources is known. */
  String provider(String id) {
    return providers.getOrDefault(id, "");
  }

  Optional<Placement> placementOf(LearnerId learner) {
    return Optional.ofNullable(placements.get(learner));
  }

  Optional<PlacePrice> priceOf(OpportunityId opportunity) {
    return Optional.ofNullable(prices.get(opportunity));
  }

  /**
   * The name of a learner's locality: that of their school; that of the city where it is not known.
   */
  String localityOf(TermLearner learner) {
    City city = cities.get(learner.learner().cityId().value());
    if (city == null) {
      return learner.learner().cityId().value();
    }
    return learner
        .learner()
        .schoolId()
        .flatMap(id -> school(id.value()))
        .flatMap(School::localityId)
        .flatMap(city::locality)
        .map(locality -> locality.names().in(locale))
        .orElseGet(() -> city.names().in(locale));
  }

  /** The name of a resource's locality; empty where it is not known. */
  String localityOf(Resource resource) {
    City city = cities.get(resource.cityId().value());
    return city == null
        ? ""
        : resource
            .localityId()
            .flatMap(city::locality)
            .map(locality -> locality.names().in(locale))
            .orElse("");
  }
}
