package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.matching.StableProblem.Parts;
import org.educationcities.matching.StableProblem.SeatBlocks;
import org.jspecify.annotations.Nullable;

/** Gathers a {@link StableProblem}; not thread-safe. */
public final class StableProblemBuilder {
  /** So many groups fit the bits of a long, with one to spare. */
  private static final int MOST_GROUPS = 63;

  private record Offer(int places, @Nullable String slot) {}

  private record Shared(int places, Set<String> opportunities) {}

  private record Fixed(String learner, String opportunity) {}

  private final Map<String, Offer> opportunities = new LinkedHashMap<>();
  private final Map<String, StableLearner> learners = new LinkedHashMap<>();
  private final Map<String, ReservedSeats> reserved = new LinkedHashMap<>();
  private final Map<String, Shared> providers = new LinkedHashMap<>();
  private final Set<Fixed> fixed = new HashSet<>();

  StableProblemBuilder() {}

  /** Adds an opportunity that clashes with no other. */
  public StableProblemBuilder opportunity(String id, int places) {
    return add(id, new Offer(places, null));
  }

  /** Adds an opportunity in a slot: a learner has at most one placement in each. */
  public StableProblemBuilder opportunity(String id, int places, String slot) {
    return add(id, new Offer(places, slot));
  }

  private StableProblemBuilder add(String id, Offer offer) {
    if (opportunities.putIfAbsent(id, offer) != null) {
      throw twice("Opportunity", id);
    }
    return this;
  }

  /** Adds a learner. */
  public StableProblemBuilder learner(StableLearner learner) {
    if (learners.putIfAbsent(learner.id(), learner) != null) {
      throw twice("Learner", learner.id());
    }
    return this;
  }

  /** Reserves seats of an opportunity for groups. */
  public StableProblemBuilder reserve(ReservedSeats seats) {
    if (reserved.putIfAbsent(seats.opportunity(), seats) != null) {
      throw twice("Reserve of", seats.opportunity());
    }
    return this;
  }

  /**
   * Gives a provider places for several opportunities together, each with its own places besides.
   * It chooses over all of them by one order, so priorities must be comparable among them.
   */
  public StableProblemBuilder provider(String id, int places, Collection<String> offered) {
    if (providers.putIfAbsent(id, new Shared(places, Set.copyOf(offered))) != null) {
      throw twice("Provider", id);
    }
    return this;
  }

  /** Fixes a placement beforehand. It need not be among the learner's choices. */
  public StableProblemBuilder fix(String learner, String opportunity) {
    fixed.add(new Fixed(learner, opportunity));
    return this;
  }

  /**
   * The problem.
   *
   * @throws IllegalArgumentException if something names an id that is not there, a learner chooses
   *     an opportunity twice, places are negative, the blocks of reserved seats do not add up to an
   *     opportunity's places, seats are reserved where a provider shares its places, an opportunity
   *     shares the places of two providers, or fixed placements exceed places, clash in a slot or
   *     are more than a learner may have
   */
  public StableProblem build() {
    Parts parts = new Parts();
    Map<String, Integer> opportunityIndex = new LinkedHashMap<>();
    Map<String, Integer> slotIndex = new LinkedHashMap<>();
    parts.opportunityIds = opportunities.keySet().toArray(String[]::new);
    parts.places = new int[opportunities.size()];
    parts.slot = new int[opportunities.size()];
    opportunities.forEach(
        (id, offer) -> {
          int o = opportunityIndex.size();
          opportunityIndex.put(id, o);
          parts.places[o] = offer.places;
          parts.slot[o] =
              offer.slot == null
                  ? -1
                  : slotIndex.computeIfAbsent(offer.slot, s -> slotIndex.size());
        });
    addLearners(parts, opportunityIndex);
    addReserves(parts, opportunityIndex);
    addProviders(parts, opportunityIndex);
    addFixed(parts, opportunityIndex);
    StableProblem problem = StableProblem.checked(parts);
    FixedSeats.of(problem);
    return problem;
  }

  private void addLearners(Parts parts, Map<String, Integer> opportunityIndex) {
    int n = learners.size();
    int pairs = learners.values().stream().mapToInt(l -> l.choices().size()).sum();
    parts.learnerIds = learners.keySet().toArray(String[]::new);
    parts.most = new int[n];
    parts.first = new int[n + 1];
    parts.opportunity = new int[pairs];
    int[] priority = new int[pairs];
    int i = 0;
    int p = 0;
    for (StableLearner learner : learners.values()) {
      parts.most[i++] = learner.most();
      for (StableLearner.Choice choice : learner.choices()) {
        parts.opportunity[p] =
            index(opportunityIndex, choice.opportunity(), "Learner " + learner.id());
        priority[p++] = choice.priority();
      }
      parts.first[i] = p;
    }
    parts.priority = priority;
  }

  private void addReserves(Parts parts, Map<String, Integer> opportunityIndex) {
    if (reserved.isEmpty()) {
      return;
    }
    Map<String, Integer> groupIndex = new LinkedHashMap<>();
    SeatBlocks[] blocks = new SeatBlocks[opportunities.size()];
    for (ReservedSeats seats : reserved.values()) {
      int o = index(opportunityIndex, seats.opportunity(), "A reserve");
      if (seats.seats() != parts.places[o]) {
        throw new IllegalArgumentException(
            "The blocks of opportunity "
                + seats.opportunity()
                + " have "
                + seats.seats()
                + " seats, it has "
                + parts.places[o]
                + " places.\nMaybe a block for everyone is missing.");
      }
      long[] mask = new long[seats.blocks().size()];
      int[] count = new int[mask.length];
      for (int b = 0; b < mask.length; b++) {
        ReservedSeats.Block block = seats.blocks().get(b);
        count[b] = block.seats();
        if (!block.group().equals(ReservedSeats.EVERYONE)) {
          mask[b] = 1L << groupIndex.computeIfAbsent(block.group(), g -> groupIndex.size());
        }
      }
      blocks[o] =
          new SeatBlocks(mask, count, seats.unfilled() == ReservedSeats.Unfilled.GO_TO_ANYONE);
    }
    if (groupIndex.size() > MOST_GROUPS) {
      throw new IllegalArgumentException(
          "Seats are reserved for "
              + groupIndex.size()
              + " groups, more than "
              + MOST_GROUPS
              + ".\nMaybe solve city by city.");
    }
    long[] groups = new long[learners.size()];
    int i = 0;
    for (StableLearner learner : learners.values()) {
      for (String group : learner.groups()) {
        Integer bit = groupIndex.get(group);
        if (bit != null) {
          groups[i] |= 1L << bit;
        }
      }
      i++;
    }
    parts.blocks = blocks;
    parts.groups = groups;
  }

  private void addProviders(Parts parts, Map<String, Integer> opportunityIndex) {
    if (providers.isEmpty()) {
      return;
    }
    int[] provider = new int[opportunities.size()];
    Arrays.fill(provider, -1);
    int[] places = new int[providers.size()];
    int s = 0;
    for (Map.Entry<String, Shared> entry : providers.entrySet()) {
      String id = entry.getKey();
      places[s] = entry.getValue().places;
      if (places[s] < 0) {
        throw new IllegalArgumentException(
            "Provider " + id + " has " + places[s] + " places.\nMaybe 0 was meant.");
      }
      for (String offered : entry.getValue().opportunities) {
        int o = index(opportunityIndex, offered, "Provider " + id);
        if (provider[o] >= 0 || reserved.containsKey(offered)) {
          throw new IllegalArgumentException(
              "Opportunity "
                  + offered
                  + (provider[o] >= 0
                      ? " shares the places of two providers"
                      : " has reserved seats and shares a provider's places")
                  + ": then a stable matching need not exist."
                  + "\nMaybe give each opportunity its part of the places.");
        }
        provider[o] = s;
      }
      s++;
    }
    parts.provider = provider;
    parts.providerPlaces = places;
  }

  private void addFixed(Parts parts, Map<String, Integer> opportunityIndex) {
    if (fixed.isEmpty()) {
      return;
    }
    Map<String, List<Integer>> byLearner = new LinkedHashMap<>();
    for (Fixed placement : fixed) {
      if (!learners.containsKey(placement.learner)) {
        throw missing("learner", placement.learner, "A fixed placement");
      }
      byLearner
          .computeIfAbsent(placement.learner, id -> new ArrayList<>())
          .add(index(opportunityIndex, placement.opportunity, "A fixed placement"));
    }
    int[] fixedFirst = new int[learners.size() + 1];
    int[] all = new int[fixed.size()];
    int i = 0;
    int at = 0;
    for (String id : learners.keySet()) {
      List<Integer> own = new ArrayList<>(byLearner.getOrDefault(id, List.of()));
      own.sort(null);
      for (int o : own) {
        all[at++] = o;
      }
      fixedFirst[++i] = at;
    }
    parts.fixedFirst = fixedFirst;
    parts.fixed = all;
  }

  private static int index(Map<String, Integer> indexes, String id, String who) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw missing("opportunity", id, who);
    }
    return index;
  }

  private static IllegalArgumentException missing(String what, String id, String who) {
    return new IllegalArgumentException(
        who + " names " + what + " " + id + ", which is not there.\nMaybe it was withdrawn.");
  }

  private static IllegalArgumentException twice(String what, String id) {
    return new IllegalArgumentException(
        what + " " + id + " is there twice.\nMaybe two records of one.");
  }
}
