package org.educationcities.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may be where, and what each pairing gives: what a fair allocation needs, as plain ids and
 * numbers. Immutable; holds its offers in primitive arrays.
 *
 * <p>A learner has at most so many placements and at most one in a slot; an opportunity has places,
 * and a provider may have places for several opportunities together. These bounds are two nested
 * families, so that every goal of a {@link FairNotion} is an exact flow.
 */
public final class FairProblem {

  final String[] learnerIds;
  final int[] most;
  final int[] leastServedBonus;
  final String[] opportunityIds;
  final int[] places;

  /** The slot of each opportunity, -1 for none. */
  final int[] slot;

  /** The provider of each opportunity that shares its places, -1 for none. */
  final int[] provider;

  final int[] providerPlaces;

  /** The offers of learner i are those from {@code first[i]} to before the next. */
  final int[] first;

  final int[] opportunity;

  /** What each offer counts, the bond bonus included. */
  final int[] affinity;

  final int[] wish;

  private final int bondBonus;

  private FairProblem(Builder builder) {
    int n = builder.learners.size();
    int m = builder.opportunities.size();
    bondBonus = builder.bondBonus;
    opportunityIds = builder.opportunities.keySet().toArray(String[]::new);
    places = new int[m];
    slot = new int[m];
    provider = new int[m];
    Arrays.fill(provider, -1);
    Map<String, Integer> opportunityIndex = new HashMap<>();
    Map<String, Integer> slotIndex = new HashMap<>();
    for (int o = 0; o < m; o++) {
      Builder.Place place = builder.place(opportunityIds[o]);
      opportunityIndex.put(opportunityIds[o], o);
      places[o] = place.places;
      slot[o] =
          place.slot == null ? -1 : slotIndex.computeIfAbsent(place.slot, s -> slotIndex.size());
    }
    providerPlaces = new int[builder.providers.size()];
    int s = 0;
    for (Map.Entry<String, Builder.Shared> entry : builder.providers.entrySet()) {
      providerPlaces[s] = entry.getValue().places;
      for (String offered : entry.getValue().opportunities) {
        int o = index(opportunityIndex, offered, "Provider " + entry.getKey());
        if (provider[o] >= 0) {
          throw new IllegalArgumentException(
              "Opportunity " + offered + " has two providers.\nMaybe give each its own.");
        }
        provider[o] = s;
      }
      s++;
    }
    learnerIds = builder.learners.keySet().toArray(String[]::new);
    most = new int[n];
    leastServedBonus = new int[n];
    first = new int[n + 1];
    int offers = builder.learners.values().stream().mapToInt(l -> l.offers().size()).sum();
    opportunity = new int[offers];
    affinity = new int[offers];
    wish = new int[offers];
    int[] seenBy = new int[m];
    Arrays.fill(seenBy, -1);
    int i = 0;
    int p = 0;
    for (FairLearner learner : builder.learners.values()) {
      most[i] = learner.most();
      leastServedBonus[i] = learner.leastServedBonus();
      for (FairLearner.Offer offer : learner.offers()) {
        int o = index(opportunityIndex, offer.opportunity(), "Learner " + learner.id());
        if (seenBy[o] == i) {
          throw new IllegalArgumentException(
              "Learner "
                  + learner.id()
                  + " is offered "
                  + offer.opportunity()
                  + " twice.\nMaybe keep the better offer.");
        }
        seenBy[o] = i;
        opportunity[p] = o;
        affinity[p] =
            Math.min(
                FairLearner.GREATEST_AFFINITY,
                offer.affinity() + (offer.continues() ? bondBonus : 0));
        wish[p++] = offer.wish();
      }
      first[++i] = p;
    }
  }

  /**
   * The same learners, opportunities and pairs, one placement each, without wishes and bonuses.
   *
   * @throws IllegalArgumentException if an affinity is above 1000
   */
  public static FairProblem of(AllocationProblem problem) {
    Builder builder = builder();
    for (int o = 0; o < problem.opportunityCount(); o++) {
      builder.opportunity(problem.opportunities().get(o), problem.places(o));
    }
    for (int i = 0; i < problem.learnerCount(); i++) {
      FairLearner.Offer[] offers = new FairLearner.Offer[problem.start(i + 1) - problem.start(i)];
      for (int e = 0; e < offers.length; e++) {
        int pair = problem.start(i) + e;
        offers[e] =
            FairLearner.Offer.of(
                problem.opportunities().get(problem.opportunityOf(pair)), problem.affinityOf(pair));
      }
      builder.learner(FairLearner.of(problem.learners().get(i), offers));
    }
    return builder.build();
  }

  private static int index(Map<String, Integer> indexes, String id, String who) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw new IllegalArgumentException(
          who + " names opportunity " + id + ", which is not there.\nMaybe it was withdrawn.");
    }
    return index;
  }

  /** How many learners there are. */
  public int learners() {
    return learnerIds.length;
  }

  /** How many opportunities there are. */
  public int opportunities() {
    return opportunityIds.length;
  }

  /** How many offers all learners have together. */
  public int offers() {
    return opportunity.length;
  }

  /** Whether any offer was wished for. */
  public boolean hasWishes() {
    return Arrays.stream(wish).anyMatch(each -> each > 0);
  }

  /** How much more an offer counts that goes on with a bond. */
  public int bondBonus() {
    return bondBonus;
  }

  /** A builder without learners and opportunities, and without a bond bonus. */
  public static Builder builder() {
    return new Builder();
  }

  /** Gathers a problem; not thread-safe. */
  public static final class Builder {
    private record Place(int places, @Nullable String slot) {}

    private record Shared(int places, Set<String> opportunities) {}

    private final Map<String, FairLearner> learners = new LinkedHashMap<>();
    private final Map<String, Place> opportunities = new LinkedHashMap<>();
    private final Map<String, Shared> providers = new LinkedHashMap<>();
    private int bondBonus;

    private Builder() {}

    private Place place(String id) {
      Place place = opportunities.get(id);
      if (place == null) {
        throw new IllegalStateException(id);
      }
      return place;
    }

    /** Adds an opportunity that clashes with no other. */
    public Builder opportunity(String id, int places) {
      return add(id, new Place(places, null));
    }

    /** Adds an opportunity in a slot: a learner has at most one placement in each. */
    public Builder opportunity(String id, int places, String slot) {
      return add(id, new Place(places, slot));
    }

    private Builder add(String id, Place place) {
      requirePlaces(id, place.places);
      if (opportunities.putIfAbsent(id, place) != null) {
        throw twice("Opportunity", id);
      }
      return this;
    }

    /** Gives a provider places for several opportunities together. */
    public Builder provider(String id, int places, Collection<String> offered) {
      requirePlaces(id, places);
      if (providers.putIfAbsent(id, new Shared(places, Set.copyOf(offered))) != null) {
        throw twice("Provider", id);
      }
      return this;
    }

    /** Adds a learner. */
    public Builder learner(FairLearner learner) {
      if (learners.putIfAbsent(learner.id(), learner) != null) {
        throw twice("Learner", learner.id());
      }
      return this;
    }

    /** Sets how much more an offer counts that goes on with a bond, 0..1000. */
    public Builder bondBonus(int points) {
      if (points < 0 || points > FairLearner.GREATEST_AFFINITY) {
        throw new IllegalArgumentException(
            "The bond bonus is "
                + points
                + ".\nMaybe 50: it is added to an affinity of 1 to 1000.");
      }
      bondBonus = points;
      return this;
    }

    /**
     * The problem.
     *
     * @throws IllegalArgumentException if something names an opportunity that is not there, an
     *     opportunity has two providers, or a learner is offered one twice
     */
    public FairProblem build() {
      return new FairProblem(this);
    }

    private static void requirePlaces(String id, int places) {
      if (places < 0) {
        throw new IllegalArgumentException(id + " has " + places + " places.\nMaybe 0 was meant.");
      }
    }

    private static IllegalArgumentException twice(String what, String id) {
      return new IllegalArgumentException(
          what + " " + id + " is there twice.\nMaybe two records of one.");
    }
  }
}
