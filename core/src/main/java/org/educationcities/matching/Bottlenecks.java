package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why not everyone can have a place: the groups of learners that together have fewer places than
 * they are, and placements of as many as can be, which show that there is no other reason. Over the
 * pairs of a problem; affinity plays no part. Immutable.
 */
public final class Bottlenecks {
  private static final Comparator<Bottleneck> GREATEST_FIRST =
      Comparator.comparingLong(Bottleneck::missing)
          .reversed()
          .thenComparing(each -> each.learners().get(0));

  private final AllocationProblem problem;
  private final List<Bottleneck> groups;
  private final int[] placeOf;

  /**
   * Bottlenecks from their parts, which are copied; whether they are right is for {@link
   * BottleneckChecker} to say.
   *
   * @param placeOf by learner an opportunity's number, or {@link Allocation#UNPLACED}: placements
   *     of as many as can be
   */
  public Bottlenecks(AllocationProblem problem, List<Bottleneck> groups, int[] placeOf) {
    this.problem = Objects.requireNonNull(problem, "problem");
    this.groups = List.copyOf(groups);
    this.placeOf = placeOf.clone();
  }

  /**
   * Finds them all, by blocking flows, in phases of time linear in the pairs.
   *
   * @throws IllegalStateException if the result does not pass the checker: a defect
   */
  public static Bottlenecks of(AllocationProblem problem) {
    int[] placeOf = new MostPlaced(problem).solve();
    Bottlenecks found = new Bottlenecks(problem, groups(problem, placeOf), placeOf);
    Optional<String> flaw = BottleneckChecker.flaw(found);
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The bottlenecks are not proven: " + flaw.get() + "\nThis is a defect of the search.");
    }
    return found;
  }

  /** Where places were looked for. */
  public AllocationProblem problem() {
    return problem;
  }

  /** The groups, where most are left out first. They share neither learners nor opportunities. */
  public List<Bottleneck> groups() {
    return groups;
  }

  /**
   * The opportunity of a learner where as many as can be are placed, or {@link
   * Allocation#UNPLACED}.
   */
  public int placeOf(int learner) {
    return placeOf[learner];
  }

  /** How many learners can have a place at once. */
  public long mostPlaced() {
    return problem.learnerCount() - groups.stream().mapToLong(Bottleneck::missing).sum();
  }

  /**
   * From each learner left out along all pairs, and on along whoever is placed where they lead:
   * what is reached has no free place, and no pair leads out of it.
   */
  private static List<Bottleneck> groups(AllocationProblem problem, int[] placeOf) {
    int m = problem.opportunityCount();
    List<List<Integer>> holders = new ArrayList<>();
    for (int j = 0; j < m; j++) {
      holders.add(new ArrayList<>());
    }
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] != Allocation.UNPLACED) {
        holders.get(placeOf[i]).add(i);
      }
    }
    // Two groups that meet in an opportunity are one: groups are joined as they are found.
    int[] groupOf = new int[m];
    Arrays.fill(groupOf, -1);
    DisjointSets joined = new DisjointSets(placeOf.length);
    List<Integer> reached = new ArrayList<>();
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] == Allocation.UNPLACED) {
        reached.add(i);
      }
    }
    for (int head = 0; head < reached.size(); head++) {
      int i = reached.get(head);
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        int j = problem.opportunityOf(e);
        if (groupOf[j] < 0) {
          groupOf[j] = i;
          reached.addAll(holders.get(j));
          holders.get(j).forEach(holder -> joined.join(i, holder));
        } else {
          joined.join(i, groupOf[j]);
        }
      }
    }
    return named(problem, reached, groupOf, joined);
  }

  private static List<Bottleneck> named(
      AllocationProblem problem, List<Integer> reached, int[] groupOf, DisjointSets joined) {
    int n = problem.learnerCount();
    List<List<String>> learners = new ArrayList<>();
    List<List<String>> opportunities = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    int[] number = new int[n];
    Arrays.fill(number, -1);
    int nowhere = -1;
    for (int i : reached.stream().sorted().toList()) {
      boolean isNowhere = problem.start(i) == problem.start(i + 1);
      int root = joined.find(i);
      int group = isNowhere ? nowhere : number[root];
      if (group < 0) {
        group = learners.size();
        learners.add(new ArrayList<>());
        opportunities.add(new ArrayList<>());
        places.add(0L);
      }
      if (isNowhere) {
        nowhere = group;
      } else {
        number[root] = group;
      }
      learners.get(group).add(problem.learners().get(i));
    }
    for (int j = 0; j < groupOf.length; j++) {
      if (groupOf[j] >= 0) {
        int group = number[joined.find(groupOf[j])];
        opportunities.get(group).add(problem.opportunities().get(j));
        places.set(group, places.get(group) + problem.places(j));
      }
    }
    List<Bottleneck> groups = new ArrayList<>();
    for (int k = 0; k < learners.size(); k++) {
      groups.add(new Bottleneck(learners.get(k), opportunities.get(k), places.get(k)));
    }
    groups.sort(GREATEST_FIRST);
    return groups;
  }
}
