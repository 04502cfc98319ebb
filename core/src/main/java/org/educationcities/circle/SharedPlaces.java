package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.educationcities.city.Circle;
import org.educationcities.city.City;
import org.educationcities.city.CityId;
import org.educationcities.city.Distance;
import org.educationcities.city.Locality;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Part;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.Party;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;

/**
 * The country circle: places that one region opens to its neighbours. That an opportunity is open
 * to the country makes none yet: it takes a free place, and a neighbour near enough whose growth
 * areas it serves. Stateless and thread-safe; deterministic.
 */
public final class SharedPlaces {
  private SharedPlaces() {}

  /**
   * A city among neighbours.
   *
   * @param city the place
   * @param party the same as a party, with its profile
   */
  public record Neighbour(City city, ProfiledParty party) {
    /** A city that is the party's. */
    public Neighbour {
      if (!party.party().equals(Party.of(city.id()))) {
        throw new IllegalArgumentException(
            "Party '" + party.id() + "' is not city '" + city.id() + "'.");
      }
    }
  }

  /**
   * A place that is opened to a neighbour.
   *
   * @param opportunity of what
   * @param from the city it lies in
   * @param to the neighbour
   * @param distance from the neighbour's nearest locality
   * @param affinity what it gives the neighbour, with its explanation
   * @param proposal the collaboration that is proposed
   */
  public record SharedPlace(
      OpportunityId opportunity,
      CityId from,
      CityId to,
      Distance distance,
      Affinity affinity,
      Collaboration proposal) {}

  /**
   * What is shared.
   *
   * @param places by neighbour, the most fitting first
   * @param left cities to which nothing is opened
   */
  public record Result(List<SharedPlace> places, List<CityId> left) {
    /** A result; lists are copied. */
    public Result {
      places = List.copyOf(places);
      left = List.copyOf(left);
    }

    /** What is proposed: a collaboration for each place and neighbour. */
    public List<Collaboration> proposals() {
      return places.stream().map(SharedPlace::proposal).toList();
    }
  }

  /**
   * Opens free places to neighbours. Cities × open opportunities.
   *
   * @param free how many places of each opportunity are free; of one that is absent, none
   * @param reach how far from a neighbour's nearest locality a place may lie
   * @param mostACity how many opportunities are opened to a city at most
   */
  public static Result compose(
      Collection<Neighbour> cities,
      Collection<Opportunity> opportunities,
      Map<OpportunityId, Integer> free,
      Distance reach,
      int mostACity,
      AffinityFormula formula,
      Occasion occasion) {
    TreeMap<String, Neighbour> byId = new TreeMap<>();
    cities.forEach(each -> byId.put(each.city().id().value(), each));
    List<Opportunity> open =
        opportunities.stream()
            .filter(each -> each.openTo().holds(Circle.COUNTRY))
            .filter(each -> free.getOrDefault(each.id(), 0) > 0)
            .filter(each -> byId.containsKey(each.cityId().value()))
            .sorted(Comparator.comparing(each -> each.id().value()))
            .toList();
    List<SharedPlace> places = new ArrayList<>();
    List<CityId> left = new ArrayList<>();
    for (Neighbour neighbour : byId.values()) {
      List<SharedPlace> own = new ArrayList<>();
      Map<OpportunityId, SharedPlace> found = new HashMap<>();
      for (Opportunity opportunity : open) {
        Neighbour from = byId.get(opportunity.cityId().value());
        if (from != null && isNeighbour(from, neighbour)) {
          consider(opportunity, from, neighbour, reach, formula, occasion, found);
        }
      }
      own.addAll(found.values());
      own.sort(
          Comparator.<SharedPlace>comparingInt(each -> -each.affinity().points())
              .thenComparing(SharedPlace::distance)
              .thenComparing(each -> each.opportunity().value()));
      places.addAll(own.subList(0, Math.min(mostACity, own.size())));
      if (own.isEmpty()) {
        left.add(neighbour.city().id());
      }
    }
    return new Result(places, left);
  }

  private static boolean isNeighbour(Neighbour from, Neighbour to) {
    return !from.city().id().equals(to.city().id())
        && from.city().country().equals(to.city().country());
  }

  private static void consider(
      Opportunity opportunity,
      Neighbour from,
      Neighbour to,
      Distance reach,
      AffinityFormula formula,
      Occasion occasion,
      Map<OpportunityId, SharedPlace> found) {
    opportunity
        .position()
        .flatMap(
            place ->
                to.city().localities().stream()
                    .map(Locality::position)
                    .flatMap(Optional::stream)
                    .map(centre -> Distance.between(centre, place))
                    .min(Comparator.naturalOrder()))
        .filter(distance -> distance.isWithin(reach))
        .ifPresent(
            distance -> {
              Affinity affinity = formula.between(to.party().profile(), opportunity.profile());
              if (affinity.points() > 0) {
                found.put(
                    opportunity.id(),
                    new SharedPlace(
                        opportunity.id(),
                        from.city().id(),
                        to.city().id(),
                        distance,
                        affinity,
                        propose(opportunity, from, to, occasion)));
              }
            });
  }

  private static Collaboration propose(
      Opportunity opportunity, Neighbour from, Neighbour to, Occasion occasion) {
    return occasion
        .propose(
            CollaborationKind.SHARED_PLACE,
            List.of(
                from.party().as(Part.HOSTS),
                to.party().as(Part.VISITS),
                new ProfiledParty(
                        new Party(Party.Kind.PROVIDER, opportunity.providerId().value()),
                        from.party().home(),
                        opportunity.profile())
                    .as(Part.PROVIDES)),
            opportunity.id().value())
        .opportunity(opportunity.id())
        .build();
  }
}
