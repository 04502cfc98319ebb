package org.educationcities.collaboration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.educationcities.Actor;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;

/**
 * Follows what changes at the host: a learner who has left, who turned out to be one with another,
 * or who changed school. Thread-safe; each learner is followed in a transaction of its own, and an
 * interrupted call is simply made again.
 *
 * <ul>
 *   <li>Who <b>left</b> is in force nowhere. What they had stays suspended, their places held,
 *       until somebody calls it off: a host's list may be wrong for a day.
 *   <li>Who was <b>merged</b> is known by the surviving id from then on: profile, quests, wishes,
 *       placements with their hours, places, waitlists, groups. The blocks of both ids hold. No
 *       permission becomes broader: none passes from one id to the other, and what was in force
 *       under the id that is given up waits for a new clearance.
 *   <li>Who <b>changed school</b> is at home there in all that has not ended, so that the educators
 *       of the new school answer for it and those of the old do not. A group that now meets others
 *       than its own school is suspended.
 * </ul>
 */
public final class HostChanges {
  private final Store store;
  private final HostSources sources;
  private final Homes homes;
  private final ToIntFunction<Predicate<Collaboration>> recheck;
  private final Handover handover;

  HostChanges(
      Store store,
      HostSources sources,
      Homes homes,
      ToIntFunction<Predicate<Collaboration>> recheck,
      Handover handover) {
    this.store = Objects.requireNonNull(store, "store");
    this.sources = Objects.requireNonNull(sources, "sources");
    this.homes = Objects.requireNonNull(homes, "homes");
    this.recheck = Objects.requireNonNull(recheck, "recheck");
    this.handover = Objects.requireNonNull(handover, "handover");
  }

  /**
   * What was found and done.
   *
   * @param suspended how many placements are not in force any more
   * @param left those whom the host no longer returns, or merged into somebody it does not return
   * @param merged by the id that was given up, the surviving one
   * @param rehomed those of whom something has moved to another school or city
   * @param toPermitAgain by the surviving id, the activities that were permitted for one id of it
   *     and are not for this one: for a guardian to be asked
   */
  public record Report(
      int suspended,
      Set<LearnerId> left,
      Map<LearnerId, LearnerId> merged,
      Set<LearnerId> rehomed,
      Map<LearnerId, Set<String>> toPermitAgain) {
    /** A report. */
    public Report {
      left = ImmutableSet.copyOf(left);
      merged = ImmutableMap.copyOf(merged);
      rehomed = ImmutableSet.copyOf(rehomed);
      toPermitAgain = ImmutableMap.copyOf(toPermitAgain);
    }

    /** Counts only. */
    @Override
    public String toString() {
      return "Report[suspended="
          + suspended
          + ", left="
          + left.size()
          + ", merged="
          + merged.size()
          + "]";
    }
  }

  /**
   * Follows what the host tells of some learners now. What they have in force is asked about again
   * before anything else, and where the host cannot answer, suspended.
   *
   * @param actor an organiser or the safeguarding lead
   * @param learners whom something may have changed about; those merged by their earlier ids
   * @throws org.educationcities.spi.source.SourceUnavailableException if the host cannot answer;
   *     what is in force was asked about, the rest is for another call
   */
  public Report follow(Actor actor, Set<LearnerId> learners) {
    Confirmations.mayRecheck(actor);
    int suspended =
        recheck.applyAsInt(each -> each.learners().stream().anyMatch(learners::contains));
    return follow(store.as(actor), learners, suspended);
  }

  /**
   * Finds what the host did not tell: asks again about everything in force, and follows everybody
   * whom the host has merged or who takes part in something that has not ended. For a host's
   * scheduler, once a night.
   *
   * @param actor an organiser or the safeguarding lead
   */
  public Report sweep(Actor actor) {
    Confirmations.mayRecheck(actor);
    int suspended = recheck.applyAsInt(each -> true);
    Set<LearnerId> learners = new HashSet<>();
    Selection page = Selection.first();
    while (page != null) {
      Batch<LearnerRecord> batch = sources.learners().read(page);
      batch.records().stream()
          .filter(each -> each.mergedInto().isPresent())
          .forEach(each -> learners.add(new LearnerId(each.id())));
      page = batch.next().map(Selection::after).orElse(null);
    }
    for (CollaborationState state : CollaborationState.values()) {
      if (!state.isFinal()) {
        store.forEach(
            CollaborationTypes.COLLABORATION,
            CollaborationTypes.inState(state),
            each -> learners.addAll(each.value().learners()));
      }
    }
    return follow(store.as(actor), learners, suspended);
  }

  private Report follow(Store own, Set<LearnerId> learners, int suspendedBefore) {
    Map<LearnerId, Optional<LearnerId>> survivors = survivors(learners);
    Map<LearnerId, Home> homesNow =
        homes.of(survivors.values().stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    Map<LearnerId, Handover.Traces> traces = Handover.traces(store, learners);
    int suspended = suspendedBefore;
    Set<LearnerId> left = new LinkedHashSet<>();
    Map<LearnerId, LearnerId> merged = new LinkedHashMap<>();
    Set<LearnerId> rehomed = new LinkedHashSet<>();
    Map<LearnerId, Set<String>> toPermitAgain = new LinkedHashMap<>();
    for (LearnerId each : learners) {
      LearnerId survivor = survivors.getOrDefault(each, Optional.empty()).orElse(each);
      Home home = homesNow.get(survivor);
      Handover.Traces theirs = traces.getOrDefault(each, Handover.Traces.NONE);
      if (home == null) {
        left.add(each);
      } else if (!survivor.equals(each)) {
        Handover.Merged done =
            own.inTransaction(unit -> handover.merge(unit, each, survivor, home, theirs));
        suspended += done.stopped();
        merged.put(each, survivor);
        if (!done.toPermitAgain().isEmpty()) {
          toPermitAgain.merge(
              survivor, done.toPermitAgain(), (a, b) -> ImmutableSet.copyOf(Sets.union(a, b)));
        }
      } else if (own.<Boolean>inTransaction(unit -> handover.rehome(unit, each, home, theirs))) {
        rehomed.add(each);
      }
    }
    return new Report(suspended, left, merged, rehomed, toPermitAgain);
  }

  /** Who each learner is now: themselves, whom they were merged into at last, or nobody. */
  private Map<LearnerId, Optional<LearnerId>> survivors(Set<LearnerId> learners) {
    Map<String, LearnerRecord> known = new HashMap<>();
    Set<String> ask = learners.stream().map(LearnerId::value).collect(Collectors.toSet());
    Set<String> asked = new HashSet<>();
    while (!ask.isEmpty()) {
      asked.addAll(ask);
      Set<String> further = new HashSet<>();
      for (var some : Iterables.partition(ask, Selection.MAX_SIZE)) {
        for (LearnerRecord each :
            sources.learners().read(Selection.byIds(Set.copyOf(some))).records()) {
          known.put(each.id(), each);
          each.mergedInto().filter(id -> !asked.contains(id)).ifPresent(further::add);
        }
      }
      ask = further;
    }
    Map<LearnerId, Optional<LearnerId>> survivors = new HashMap<>();
    learners.forEach(each -> survivors.put(each, survivor(known, each.value())));
    return survivors;
  }

  private static Optional<LearnerId> survivor(Map<String, LearnerRecord> known, String start) {
    Set<String> seen = new HashSet<>();
    String at = start;
    while (seen.add(at)) {
      LearnerRecord record = known.get(at);
      if (record == null) {
        return Optional.empty();
      }
      if (record.mergedInto().isEmpty()) {
        return Optional.of(new LearnerId(at));
      }
      at = record.mergedInto().get();
    }
    return Optional.empty(); // a circle leads to nobody
  }
}
