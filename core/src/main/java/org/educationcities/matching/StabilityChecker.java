package org.educationcities.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.matching.StableProblem.SeatBlocks;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a {@link StableResult} from the problem and the lottery alone: that it keeps every
 * place, slot and fixed placement, that each place would choose those it holds, and that no learner
 * and place would both choose each other given what they hold. Shares no code with what finds
 * matchings.
 */
public final class StabilityChecker {
  private static final int MOST_FAULTS = 100;

  private final StableProblem problem;
  private final StableResult result;
  private final List<String> faults = new ArrayList<>();
  private final long[] learnerNumber;
  private final long[] opportunityNumber;

  /** The choices held, by learner; fixed ones are not among them. */
  private final List<List<Integer>> held = new ArrayList<>();

  /** The pairs held at each opportunity, or at each provider, by {@link #place}. */
  private final Map<Integer, List<Ask>> atPlace = new HashMap<>();

  /** The learners of fixed placements, ascending, at each opportunity and at each provider. */
  private final Map<Integer, List<Integer>> fixedLearners = new HashMap<>();

  /** Someone who asks at a place. */
  private record Ask(int learner, int opportunity, int priority, long number) {}

  private StabilityChecker(StableProblem problem, StableResult result) {
    this.problem = problem;
    this.result = result;
    learnerNumber = result.lottery().hashes("learner", problem.learnerIds);
    opportunityNumber = result.lottery().hashes("opportunity", problem.opportunityIds);
  }

  /**
   * What is wrong with a result, in words with ids, at most {@value #MOST_FAULTS}; empty if nothing
   * is. Time: each choice that a learner would rather have, times who holds a place there.
   */
  public static List<String> faults(StableProblem problem, StableResult result) {
    StabilityChecker checker = new StabilityChecker(problem, result);
    checker.read();
    checker.readFixed();
    if (checker.faults.isEmpty()) {
      checker.checkLearners();
      checker.checkPlaces();
    }
    if (checker.faults.isEmpty()) {
      checker.findBlockingPairs();
    }
    return List.copyOf(checker.faults);
  }

  private void fault(String fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  private void read() {
    Map<String, Integer> learners = new HashMap<>();
    for (int i = 0; i < problem.learnerIds.length; i++) {
      learners.put(problem.learnerIds[i], i);
      held.add(new ArrayList<>());
    }
    Map<String, Integer> opportunities = new HashMap<>();
    for (int o = 0; o < problem.opportunityIds.length; o++) {
      opportunities.put(problem.opportunityIds[o], o);
    }
    Set<List<Integer>> seen = new HashSet<>();
    int fixed = 0;
    for (StableResult.Placement placement : result.placements()) {
      Integer learner = learners.get(placement.learner());
      Integer opportunity = opportunities.get(placement.opportunity());
      if (learner == null || opportunity == null || !seen.add(List.of(learner, opportunity))) {
        fault("a placement of " + placement.learner() + " is of nobody, nowhere or told twice");
        continue;
      }
      int choice = -1;
      for (int p = problem.first[learner]; p < problem.first[learner + 1]; p++) {
        choice = problem.opportunity[p] == opportunity ? p : choice;
      }
      int told = choice < 0 ? 0 : choice - problem.first[learner] + 1;
      if (told != placement.choice()) {
        fault("a placement of " + placement.learner() + " is not choice " + placement.choice());
      }
      if (placement.fixed() != isFixed(learner, opportunity)) {
        fault("a placement of " + placement.learner() + " is not as fixed as told");
      } else if (placement.fixed()) {
        fixed++;
      } else if (choice < 0) {
        fault("a placement of " + placement.learner() + " was never wished for");
      } else {
        held.get(learner).add(choice);
        atPlace
            .computeIfAbsent(place(opportunity), key -> new ArrayList<>())
            .add(ask(learner, choice));
      }
    }
    if (fixed != problem.fixed.length) {
      fault(problem.fixed.length - fixed + " fixed placements are missing");
    }
  }

  private void readFixed() {
    for (int i = 0; problem.fixedFirst != null && i < problem.learnerIds.length; i++) {
      for (int f = problem.fixedFirst[i]; f < problem.fixedFirst[i + 1]; f++) {
        int opportunity = problem.fixed[f];
        fixedLearners.computeIfAbsent(opportunity, key -> new ArrayList<>()).add(i);
        if (place(opportunity) != opportunity) {
          fixedLearners.computeIfAbsent(place(opportunity), key -> new ArrayList<>()).add(i);
        }
      }
    }
  }

  private boolean isFixed(int learner, int opportunity) {
    if (problem.fixedFirst != null) {
      for (int f = problem.fixedFirst[learner]; f < problem.fixedFirst[learner + 1]; f++) {
        if (problem.fixed[f] == opportunity) {
          return true;
        }
      }
    }
    return false;
  }

  /** A provider that shares its places is one place, told from opportunities by its sign. */
  private int place(int opportunity) {
    return problem.provider != null && problem.provider[opportunity] >= 0
        ? -1 - problem.provider[opportunity]
        : opportunity;
  }

  private Ask ask(int learner, int choice) {
    int opportunity = problem.opportunity[choice];
    long number = learnerNumber[learner];
    if (result.lottery().kind() == Lottery.Kind.PER_OPPORTUNITY) {
      number = Lottery.mix(number + opportunityNumber[opportunity]);
    }
    int priority = problem.priority == null ? 0 : problem.priority[choice];
    return new Ask(learner, opportunity, priority, number);
  }

  /** Which of these choices a learner would take: in their order, whatever still fits. */
  private List<Integer> learnersChoice(int learner, List<Integer> choices) {
    Set<Integer> slots = new HashSet<>();
    int count = 0;
    if (problem.fixedFirst != null) {
      for (int f = problem.fixedFirst[learner]; f < problem.fixedFirst[learner + 1]; f++) {
        slots.add(problem.slot[problem.fixed[f]]);
        count++;
      }
    }
    List<Integer> taken = new ArrayList<>();
    for (int choice : choices.stream().sorted().toList()) {
      int slot = problem.slot[problem.opportunity[choice]];
      if (count + taken.size() < problem.most[learner]
          && !isFixed(learner, problem.opportunity[choice])
          && (slot < 0 || slots.add(slot))) {
        taken.add(choice);
      }
    }
    return taken;
  }

  private void checkLearners() {
    for (int i = 0; i < held.size(); i++) {
      if (learnersChoice(i, held.get(i)).size() != held.get(i).size()) {
        fault("learner " + problem.learnerIds[i] + " holds too much");
      }
    }
  }

  private void checkPlaces() {
    atPlace.forEach(
        (place, asks) -> {
          if (placesChoice(place, asks).size() != asks.size()) {
            fault(
                "opportunity " + problem.opportunityIds[asks.get(0).opportunity] + " is too full");
          }
        });
  }

  private void findBlockingPairs() {
    for (int i = 0; i < held.size(); i++) {
      for (int choice = problem.first[i]; choice < problem.first[i + 1]; choice++) {
        if (held.get(i).contains(choice)) {
          continue;
        }
        List<Integer> wider = new ArrayList<>(held.get(i));
        wider.add(choice);
        if (!learnersChoice(i, wider).contains(choice)) {
          continue;
        }
        int place = place(problem.opportunity[choice]);
        Ask ask = ask(i, choice);
        List<Ask> asks = new ArrayList<>(atPlace.getOrDefault(place, List.of()));
        asks.add(ask);
        if (placesChoice(place, asks).contains(ask)) {
          fault(
              "learner "
                  + problem.learnerIds[i]
                  + " and opportunity "
                  + problem.opportunityIds[ask.opportunity]
                  + " would both rather have each other");
        }
      }
    }
  }

  private int compare(Ask one, Ask other) {
    if (one.priority != other.priority) {
      return Integer.compare(other.priority, one.priority);
    }
    if (one.number != other.number) {
      return Long.compareUnsigned(other.number, one.number);
    }
    int order = problem.learnerIds[one.learner].compareTo(problem.learnerIds[other.learner]);
    return order != 0
        ? order
        : problem.opportunityIds[one.opportunity].compareTo(
            problem.opportunityIds[other.opportunity]);
  }

  /** Which of these a place would take, by its stated choice function. */
  private Set<Ask> placesChoice(int place, List<Ask> asks) {
    List<Ask> sorted = new ArrayList<>(asks);
    sorted.sort(this::compare);
    Set<Ask> taken = new HashSet<>();
    if (place < 0) {
      int free = problem.providerPlaces[-1 - place] - fixedAt(place, null);
      Map<Integer, Integer> taking = new HashMap<>();
      for (Ask ask : sorted) {
        int places = problem.places[ask.opportunity] - fixedAt(ask.opportunity, null);
        if (taken.size() < free && taking.getOrDefault(ask.opportunity, 0) < places) {
          taken.add(ask);
          taking.merge(ask.opportunity, 1, Integer::sum);
        }
      }
      return taken;
    }
    SeatBlocks blocks = problem.blocks == null ? null : problem.blocks[place];
    if (blocks == null) {
      int free = problem.places[place] - fixedAt(place, null);
      return new HashSet<>(sorted.subList(0, Math.min(free, sorted.size())));
    }
    int[] seats = blocks.seats().clone();
    fixedAt(place, seats);
    int unfilled = 0;
    for (int b = 0; b < seats.length; b++) {
      for (Ask ask : sorted) {
        if (seats[b] > 0 && !taken.contains(ask) && mayHave(blocks, b, ask.learner)) {
          taken.add(ask);
          seats[b]--;
        }
      }
      unfilled += seats[b];
    }
    for (Ask ask : sorted) {
      if (blocks.unfilledGoToAnyone() && unfilled > 0 && taken.add(ask)) {
        unfilled--;
      }
    }
    return taken;
  }

  private boolean mayHave(SeatBlocks blocks, int block, int learner) {
    long groups = problem.groups == null ? 0 : problem.groups[learner];
    return blocks.mask()[block] == 0 || (blocks.mask()[block] & groups) != 0;
  }

  /** How many fixed placements a place has; takes their seats out of blocks if given. */
  private int fixedAt(int place, int @Nullable [] seats) {
    List<Integer> learners = fixedLearners.getOrDefault(place, List.of());
    if (seats != null && problem.blocks != null && problem.blocks[place] != null) {
      for (int learner : learners) {
        takeSeat(problem.blocks[place], seats, learner);
      }
    }
    return learners.size();
  }

  private void takeSeat(SeatBlocks blocks, int[] seats, int learner) {
    int last = -1;
    for (int b = seats.length - 1; b >= 0; b--) {
      last = last < 0 && seats[b] > 0 ? b : last;
    }
    for (int b = 0; b < seats.length; b++) {
      if (seats[b] > 0 && mayHave(blocks, b, learner)) {
        seats[b]--;
        return;
      }
    }
    seats[last]--;
  }
}
