package org.educationcities.view;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.city.CityId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Collaborations;
import org.educationcities.insight.PersonTable;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafePublication;
import org.educationcities.insight.SafetyRule;
import org.educationcities.people.LearnerId;
import org.educationcities.registry.Offers;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.TermId;
import org.educationcities.round.Snapshot;
import org.educationcities.round.Snapshots;
import org.educationcities.round.TermOpportunity;
import org.educationcities.safeguarding.Safeguarding;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a term. Somebody who answers for it makes a view and publishes it; the
 * public is given no view made anew at each look, from two of which a single child's coming and
 * going could be taken off. Thread-safe.
 */
public final class PublicViews {
  private final Snapshots snapshots;
  private final Offers offers;
  private final Collaborations collaborations;
  private final Safeguarding safeguarding;
  private final InstantSource clock;

  PublicViews(
      Snapshots snapshots,
      Offers offers,
      Collaborations collaborations,
      Safeguarding safeguarding,
      InstantSource clock) {
    this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
    this.offers = Objects.requireNonNull(offers, "offers");
    this.collaborations = Objects.requireNonNull(collaborations, "collaborations");
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The first view of a term, by the smallest cell and the width of the policy in force, else by
   * {@link SafetyRule#STANDARD}. Linear in learners, opportunities and placements in force.
   *
   * @param actor a planner, an administrator or the system
   * @throws ForbiddenException if it is none of them
   * @throws NotFoundException if there is no such term, or no city offers or learns anything in it
   */
  public PublicView of(Actor actor, TermId term) {
    return made(actor, term, null);
  }

  /**
   * The next view of a term of which one was published: what was hidden stays hidden, and what was
   * shown counts as known. Like {@link #of}.
   *
   * @throws IllegalArgumentException if there are other cities now
   */
  public PublicView after(Actor actor, PublicView previous) {
    return made(actor, previous.term(), previous);
  }

  private PublicView made(Actor actor, TermId term, @Nullable PublicView previous) {
    if (!actor.isOneOf(Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, "publish figures");
    }
    Snapshot snapshot = snapshots.take(offers.term(term));
    Map<CityId, long[]> offered = offered(snapshot);
    if (offered.isEmpty()) {
      throw new NotFoundException("city of term", term.value());
    }
    PersonTable people = people(snapshot, offered.keySet());
    SafetyRule rule = rule();
    return new PublicView(
        term,
        facts(offered, 0),
        facts(offered, 1),
        previous == null
            ? SafePublication.of(people, rule)
            : SafePublication.after(previous.learners(), people, rule));
  }

  /** By city, how many opportunities and how many places, also where there are only learners. */
  private static Map<CityId, long[]> offered(Snapshot snapshot) {
    Map<CityId, long[]> offered = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    for (TermOpportunity each : snapshot.opportunities()) {
      Opportunity opportunity = each.opportunity();
      long[] sums = offered.computeIfAbsent(opportunity.cityId(), city -> new long[2]);
      sums[0]++;
      sums[1] += opportunity.places();
    }
    snapshot
        .learners()
        .forEach(each -> offered.computeIfAbsent(each.learner().cityId(), city -> new long[2]));
    return offered;
  }

  private PersonTable people(Snapshot snapshot, Set<CityId> cities) {
    Set<LearnerId> placed = placed(snapshot);
    PersonTable.Builder people =
        PersonTable.builder(
            cities.stream().map(CityId::value).toList(),
            List.of(PublicView.PLACED, PublicView.UNPLACED));
    snapshot
        .learners()
        .forEach(
            each ->
                people.person(
                    each.learner().cityId().value(),
                    placed.contains(each.learner().id())
                        ? PublicView.PLACED
                        : PublicView.UNPLACED));
    return people.build();
  }

  private Set<LearnerId> placed(Snapshot snapshot) {
    Set<OpportunityId> ofTerm = new HashSet<>();
    snapshot.opportunities().forEach(each -> ofTerm.add(each.opportunity().id()));
    Instant now = clock.instant();
    Set<LearnerId> placed = new HashSet<>();
    for (CollaborationState state : CollaborationState.values()) {
      if (state.mayBeInForce()) {
        collaborations.forEach(
            state,
            each -> {
              if (each.isInForce(now) && each.opportunity().map(ofTerm::contains).orElse(false)) {
                placed.addAll(each.learners());
              }
            });
      }
    }
    return placed;
  }

  private SafetyRule rule() {
    return safeguarding
        .policy()
        .filter(each -> !each.inForceFrom().isAfter(clock.instant()))
        .map(SafetyRule::of)
        .orElse(SafetyRule.STANDARD);
  }

  private static Map<CityId, SafeFigure> facts(Map<CityId, long[]> offered, int which) {
    ImmutableSortedMap.Builder<CityId, SafeFigure> facts =
        ImmutableSortedMap.orderedBy((a, b) -> a.value().compareTo(b.value()));
    offered.forEach((city, sums) -> facts.put(city, SafeFigure.ofPublicFact(sums[which])));
    return facts.build();
  }
}
