package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.AdultId;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;

/**
 * The places of an opportunity: the anchor that every proposal, every confirmation and every freed
 * place goes through, so that none is ever given twice. Immutable.
 */
public final class Places {
  private final OpportunityId opportunity;
  private final int capacity;
  private final Set<String> holders;
  private final Set<String> mentors;
  private final List<Waiting> waiting;

  /**
   * A learner on the waitlist.
   *
   * @param learner who
   * @param home where they are at home
   */
  record Waiting(LearnerId learner, Home home) {}

  private Places(
      OpportunityId opportunity,
      int capacity,
      Set<String> holders,
      Set<String> mentors,
      List<Waiting> waiting) {
    this.opportunity = opportunity;
    this.capacity = capacity;
    this.holders = ImmutableSortedSet.copyOf(holders);
    this.mentors = ImmutableSortedSet.copyOf(mentors);
    this.waiting = ImmutableList.copyOf(waiting);
    if (capacity < 0 || this.holders.size() > capacity) {
      throw new IllegalArgumentException(
          "Of " + capacity + " places " + this.holders.size() + " cannot be held.");
    }
  }

  static Places of(
      OpportunityId opportunity,
      int capacity,
      Set<String> holders,
      Set<String> mentors,
      List<Waiting> waiting) {
    return new Places(opportunity, capacity, holders, mentors, waiting);
  }

  static Places empty(OpportunityId opportunity, int capacity) {
    return new Places(opportunity, capacity, Set.of(), Set.of(), List.of());
  }

  /** Whose places. */
  public OpportunityId opportunity() {
    return opportunity;
  }

  /** How many there are. */
  public int capacity() {
    return capacity;
  }

  /** How many are held, from a proposal until it has ended in any way. */
  public int held() {
    return holders.size();
  }

  /** How many are free. */
  public int free() {
    return capacity - holders.size();
  }

  /** How many learners wait for one. */
  public int waiting() {
    return waiting.size();
  }

  /** The adults who are with the learners at every session. */
  public Set<AdultId> mentors() {
    return mentors.stream().map(AdultId::new).collect(ImmutableSet.toImmutableSet());
  }

  Set<String> holders() {
    return holders;
  }

  Set<String> mentorIds() {
    return mentors;
  }

  List<Waiting> waitlist() {
    return waiting;
  }

  boolean isHeldBy(LearnerId learner) {
    return holders.contains(learner.value());
  }

  boolean isAwaitedBy(LearnerId learner) {
    return waiting.stream().anyMatch(each -> each.learner().equals(learner));
  }

  /** A place held; off the waitlist, if the learner was on it. */
  Places heldBy(LearnerId learner) {
    if (free() < 1) {
      throw new NoPlaceException(opportunity, capacity);
    }
    return new Places(
        opportunity,
        capacity,
        ImmutableSortedSet.<String>naturalOrder().addAll(holders).add(learner.value()).build(),
        mentors,
        without(learner));
  }

  Places freedBy(LearnerId learner) {
    return new Places(
        opportunity,
        capacity,
        holders.stream()
            .filter(each -> !each.equals(learner.value()))
            .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo)),
        mentors,
        waiting);
  }

  Places awaitedBy(LearnerId learner, Home home) {
    return isAwaitedBy(learner)
        ? this
        : new Places(
            opportunity,
            capacity,
            holders,
            mentors,
            ImmutableList.<Waiting>builder()
                .addAll(waiting)
                .add(new Waiting(learner, home))
                .build());
  }

  Places givenUpBy(LearnerId learner) {
    return new Places(opportunity, capacity, holders, mentors, without(learner));
  }

  /**
   * The place that one learner holds or waits for, held or awaited by another from now on; once
   * only, where that one has it already, and nobody waits for what they hold.
   */
  Places passedOn(LearnerId from, LearnerId into, Home home) {
    boolean held = isHeldBy(from) || isHeldBy(into);
    List<Waiting> waits = new ArrayList<>();
    for (Waiting each : waiting) {
      boolean theirs = each.learner().equals(from) || each.learner().equals(into);
      if (!theirs) {
        waits.add(each);
      } else if (!held && waits.stream().noneMatch(it -> it.learner().equals(into))) {
        waits.add(new Waiting(into, home));
      }
    }
    ImmutableSortedSet.Builder<String> holding = ImmutableSortedSet.naturalOrder();
    holders.stream()
        .map(each -> each.equals(from.value()) ? into.value() : each)
        .forEach(holding::add);
    return new Places(opportunity, capacity, holding.build(), mentors, waits);
  }

  /** The first on the waitlist, if a place is free. */
  Optional<Waiting> next() {
    return free() > 0 ? waiting.stream().findFirst() : Optional.empty();
  }

  /** With another number of places, never fewer than are held. */
  Places withCapacity(int places) {
    return new Places(opportunity, Math.max(places, held()), holders, mentors, waiting);
  }

  Places withMentors(Set<AdultId> adults) {
    return new Places(
        opportunity,
        capacity,
        holders,
        adults.stream()
            .map(AdultId::value)
            .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo)),
        waiting);
  }

  private List<Waiting> without(LearnerId learner) {
    return waiting.stream().filter(each -> !each.learner().equals(learner)).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Places that
        && opportunity.equals(that.opportunity)
        && capacity == that.capacity
        && holders.equals(that.holders)
        && mentors.equals(that.mentors)
        && waiting.equals(that.waiting);
  }

  @Override
  public int hashCode() {
    return opportunity.hashCode();
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "Places[" + opportunity + ", " + held() + "/" + capacity + "]";
  }
}
