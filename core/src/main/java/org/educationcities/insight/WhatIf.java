package org.educationcities.insight;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.educationcities.people.LearnerId;
import org.educationcities.round.Draft;
import org.educationcities.round.Placement;

/**
 * What a change would bring: the difference of two results, one of the city as it is, one of the
 * city with an opportunity added, cancelled, moved, opened wider or given more places. For
 * planners: it names learners. Immutable.
 *
 * <pre>{@code
 * Draft now = cities.rounds().preview(planner, snapshot, allocator);
 * Draft then = cities.rounds().preview(planner, snapshot.without(theatre), allocator);
 * long lost = WhatIf.difference(now, then).total();
 * }</pre>
 */
public final class WhatIf {
  private final long totalBefore;
  private final long totalAfter;
  private final List<Change> changes;

  /**
   * What a learner would have in the place of what they have.
   *
   * @param learner who
   * @param from where they have a place, by id; empty if nowhere
   * @param to where they would have one, by id; empty if nowhere
   * @param affinityBefore of the placement that is; 0 if there is none
   * @param affinityAfter of the placement that would be; 0 if there were none
   */
  public record Change(
      LearnerId learner, String from, String to, int affinityBefore, int affinityAfter) {
    /** A change from one thing to another. */
    public Change {
      Objects.requireNonNull(learner, "learner");
      if (from.equals(to) && affinityBefore == affinityAfter) {
        throw new IllegalArgumentException("A change leads from one thing to another.");
      }
    }

    /** How many points the learner would gain; below 0 what they would lose. */
    public int points() {
      return affinityAfter - affinityBefore;
    }

    /** Points only. */
    @Override
    public String toString() {
      return "Change[" + affinityBefore + " -> " + affinityAfter + "]";
    }
  }

  private WhatIf(long totalBefore, long totalAfter, List<Change> changes) {
    this.totalBefore = totalBefore;
    this.totalAfter = totalAfter;
    this.changes = ImmutableList.copyOf(changes);
  }

  /** The difference of two results for the same learners, or nearly. Linear in placements. */
  public static WhatIf difference(Draft before, Draft after) {
    Map<LearnerId, Placement> had = byLearner(before);
    Map<LearnerId, Placement> have = byLearner(after);
    Map<LearnerId, Boolean> all = new TreeMap<>(Comparator.comparing(LearnerId::value));
    had.keySet().forEach(each -> all.put(each, true));
    have.keySet().forEach(each -> all.put(each, true));
    List<Change> changes = new ArrayList<>();
    for (LearnerId learner : all.keySet()) {
      Placement from = had.get(learner);
      Placement to = have.get(learner);
      String fromId = from == null ? "" : from.opportunity().value();
      String toId = to == null ? "" : to.opportunity().value();
      int pointsBefore = from == null ? 0 : from.affinity();
      int pointsAfter = to == null ? 0 : to.affinity();
      if (!fromId.equals(toId) || pointsBefore != pointsAfter) {
        changes.add(new Change(learner, fromId, toId, pointsBefore, pointsAfter));
      }
    }
    return new WhatIf(total(before), total(after), changes);
  }

  private static Map<LearnerId, Placement> byLearner(Draft draft) {
    Map<LearnerId, Placement> placements = new HashMap<>();
    draft.placements().forEach(each -> placements.put(each.learner(), each));
    return placements;
  }

  private static long total(Draft draft) {
    return draft.placements().stream().mapToLong(Placement::affinity).sum();
  }

  /** The sum of the affinities as it is. */
  public long totalBefore() {
    return totalBefore;
  }

  /** The sum of the affinities as it would be. */
  public long totalAfter() {
    return totalAfter;
  }

  /** How much the total would rise; below 0 how much it would fall. */
  public long total() {
    return totalAfter - totalBefore;
  }

  /** Everybody for whom something would change, by id. */
  public List<Change> changes() {
    return changes;
  }

  /** Who would gain, most first; those newly placed among them. */
  public List<Change> gains() {
    return changes.stream()
        .filter(each -> each.points() > 0)
        .sorted(Comparator.comparingInt(Change::points).reversed())
        .toList();
  }

  /** Who would lose, most first; those without a place then among them. */
  public List<Change> losses() {
    return changes.stream()
        .filter(each -> each.points() < 0)
        .sorted(Comparator.comparingInt(Change::points))
        .toList();
  }

  /** Who would have a place and has none, by id. */
  public List<LearnerId> newlyPlaced() {
    return changes.stream().filter(each -> each.from().isEmpty()).map(Change::learner).toList();
  }

  /** Who has a place and would have none, by id. */
  public List<LearnerId> noLongerPlaced() {
    return changes.stream().filter(each -> each.to().isEmpty()).map(Change::learner).toList();
  }

  /** The figures only: who gains and who loses is personal. */
  @Override
  public String toString() {
    return "WhatIf[" + totalBefore + " to " + totalAfter + ", " + changes.size() + " changes]";
  }
}
