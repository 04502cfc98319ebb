package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Outbox;
import org.educationcities.people.Adult;
import org.educationcities.people.Learner;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.registry.Offers;
import org.educationcities.registry.Relations;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.OverrideDocument.Say;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.storage.Query;

/**
 * Overrides: two different people, in roles that the policy names, one of them a safeguarding lead,
 * accept for a stated time that a condition which the policy lets them override does not hold for
 * one learner and one activity. That clears nothing: it is read by the {@link ClearanceEvaluator},
 * which says no all the same where anything else is amiss. Thread-safe.
 *
 * <p>Neither of the two may be of a side that it benefits: not the learner or a guardian of theirs,
 * not the provider or somebody who works for it, not an adult who would be there. That two ids are
 * two people is the host's to see to. The learner's side and the safeguarding leads are told that
 * there is an override, and when it is revoked; never why, nor of what.
 */
public final class Overrides {
  private final Store store;
  private final HostSources sources;
  private final Relations relations;
  private final Offers offers;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Safeguarding safeguarding;

  /**
   * Overrides in a store.
   *
   * @param random of the ids
   */
  public Overrides(
      Store store,
      HostSources sources,
      Offers offers,
      InstantSource clock,
      RandomGenerator random,
      Safeguarding safeguarding) {
    this.store = Objects.requireNonNull(store, "store");
    this.sources = Objects.requireNonNull(sources, "sources");
    this.relations = new Relations(sources, clock);
    this.offers = Objects.requireNonNull(offers, "offers");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
  }

  /**
   * Proposes an override; it has no force until somebody else seconds it.
   *
   * @param actor somebody in a role that the policy names; an educator for learners of their school
   * @param reason why, 1 to 2000 characters; sealed, and in no message or log
   * @param until when it ends, at most the policy's time from now
   * @return its id
   * @throws OverrideRefusedException if the policy does not let this be overridden, or not so long
   * @throws ForbiddenException if the policy does not name the actor's role, or it benefits a side
   *     of theirs
   * @throws NotFoundException if there is no such learner or activity
   */
  public String propose(
      Actor actor,
      LearnerId learner,
      OpportunityId opportunity,
      Set<Overridable> conditions,
      String reason,
      Instant until) {
    Instant now = clock.instant();
    OverrideRule rule = ruleFor(actor, now);
    Set<Overridable> beyond = Sets.difference(Set.copyOf(conditions), rule.conditions());
    if (!beyond.isEmpty()) {
      throw new OverrideRefusedException(
          opportunity.value(),
          "The policy in force lets nobody override " + beyond + ".",
          "Maybe it holds once what is missing is there.");
    }
    if (!until.isAfter(now) || until.isAfter(now.plus(rule.longest()))) {
      throw new OverrideRefusedException(
          opportunity.value(),
          "An override may end up to " + rule.longest() + " from now, not at " + until + ".",
          "Maybe choose an earlier end, and propose another one then.");
    }
    Opportunity offered = offered(opportunity);
    mayDecide(actor, learner, offered.providerId().value());
    OverrideDocument proposed =
        new OverrideDocument(
            NewId.of("v", random),
            learner,
            opportunity.value(),
            offered.providerId().value(),
            conditions,
            reason,
            until,
            Say.of(actor, now),
            null,
            null,
            0);
    store
        .as(actor)
        .run(
            unit -> {
              unit.insert(SafeguardingTypes.OVERRIDE, proposed);
              tell(unit, EventType.OVERRIDE_PROPOSED, proposed, now);
            });
    return proposed.id();
  }

  /**
   * Seconds an override: from now on the evaluator takes it into account.
   *
   * @param actor somebody else than who proposed it, in a role that the policy names; at least one
   *     of both is a safeguarding lead
   * @throws OverrideRefusedException if it waits for nobody any more, or its time is over
   * @throws ForbiddenException if the actor may not
   */
  public void second(Actor actor, String id) {
    Instant now = clock.instant();
    OverrideRule rule = ruleFor(actor, now);
    OverrideDocument known =
        store
            .find(SafeguardingTypes.OVERRIDE, id)
            .map(Stored::value)
            .orElseThrow(() -> new NotFoundException("override", id));
    boolean isOneALead =
        actor.role() == Role.SAFEGUARDING_LEAD || known.proposed().role() == Role.SAFEGUARDING_LEAD;
    if (actor.id().equals(known.proposed().by()) || !isOneALead) {
      throw new ForbiddenException(actor, "be the second of the two who override this");
    }
    mayDecide(actor, known.learner(), known.providerId());
    store
        .as(actor)
        .run(
            unit -> {
              Stored<OverrideDocument> seen = seen(unit, id);
              boolean isInTime =
                  now.isBefore(seen.value().until())
                      && rule.conditions().containsAll(seen.value().conditions());
              if (!seen.value().isWaiting() || !isInTime) {
                throw new OverrideRefusedException(
                    id,
                    "This override cannot be seconded any more.",
                    "Maybe it was revoked, or its time is over: propose another one.");
              }
              OverrideDocument seconded = seen.value().seconded(Say.of(actor, now));
              unit.update(SafeguardingTypes.OVERRIDE, seen, seconded);
              tell(unit, EventType.OVERRIDE_SECONDED, seconded, now);
            });
  }

  /**
   * Revokes an override, or refuses to second it. What was confirmed on it is suspended in this
   * same transaction, and nothing confirms itself again. Revoked once more nothing changes.
   *
   * @param actor a safeguarding lead, one of the two who made it, an educator of the learner's, the
   *     learner, or a guardian of theirs: it takes one of them alone
   */
  public void revoke(Actor actor, String id) {
    Instant now = clock.instant();
    OverrideDocument known =
        store
            .find(SafeguardingTypes.OVERRIDE, id)
            .map(Stored::value)
            .orElseThrow(() -> new NotFoundException("override", id));
    if (actor.role() != Role.SAFEGUARDING_LEAD
        && !isOneOfTheTwo(actor, known)
        && !safeguarding.speaksFor(actor, known.learner())
        && !relations.educates(actor, known.learner())) {
      throw new ForbiddenException(actor, "revoke this override");
    }
    store.as(actor).run(unit -> revoke(unit, id, Say.of(actor, now), safeguarding));
  }

  /** Revokes one within a transaction, and suspends what was confirmed on it. */
  static void revoke(UnitOfWork unit, String id, Say by, Safeguarding safeguarding) {
    Stored<OverrideDocument> seen = seen(unit, id);
    if (seen.value().revoked() != null) {
      return;
    }
    OverrideDocument revoked = seen.value().revoked(by);
    unit.update(SafeguardingTypes.OVERRIDE, seen, revoked);
    if (revoked.uses() > 0) {
      safeguarding.suspend(unit, revoked.learner(), revoked.opportunityId(), "override-revoked");
    }
    if (revoked.seconded() != null) {
      tell(unit, EventType.OVERRIDE_REVOKED, revoked, by.at());
    }
  }

  /**
   * All overrides of a learner, over or not.
   *
   * @param actor a safeguarding lead, the learner, or a guardian of theirs
   */
  public List<ClearanceOverride> of(Actor actor, LearnerId learner) {
    if (actor.role() != Role.SAFEGUARDING_LEAD && !safeguarding.speaksFor(actor, learner)) {
      throw new ForbiddenException(actor, "see the overrides of this learner");
    }
    return store
        .as(actor)
        .<List<ClearanceOverride>>inTransaction(
            unit -> {
              unit.sawOf(Person.of(learner), "overrides");
              return unit
                  .all(
                      SafeguardingTypes.OVERRIDE,
                      Query.over(SafeguardingTypes.OVERRIDE.type().name())
                          .where("learner", learner.value())
                          .limit(100)
                          .build())
                  .stream()
                  .map(each -> new ClearanceOverride(each.value()))
                  .toList();
            });
  }

  /**
   * Those that wait for the second of the two.
   *
   * @param actor a safeguarding lead, without whom there is none
   */
  public List<ClearanceOverride> waiting(Actor actor) {
    if (actor.role() != Role.SAFEGUARDING_LEAD) {
      throw new ForbiddenException(actor, "see the overrides that wait");
    }
    ImmutableList.Builder<ClearanceOverride> waiting = ImmutableList.builder();
    Store own = store.as(actor);
    own.forEach(
        SafeguardingTypes.OVERRIDE,
        Query.over(SafeguardingTypes.OVERRIDE.type().name())
            .where("waiting", 1L)
            .limit(500)
            .build(),
        each -> waiting.add(new ClearanceOverride(each.value())));
    List<ClearanceOverride> found = waiting.build();
    own.run(
        unit -> found.forEach(each -> unit.sawOf(Person.of(each.learner()), "override-waiting")));
    return found;
  }

  private OverrideRule ruleFor(Actor actor, Instant now) {
    OverrideRule rule =
        safeguarding
            .policy()
            .filter(each -> !each.inForceFrom().isAfter(now))
            .map(SafeguardingPolicy::overrides)
            .orElse(OverrideRule.NONE);
    if (!rule.roles().contains(actor.role())) {
      throw new ForbiddenException(actor, "override anything");
    }
    return rule;
  }

  private Opportunity offered(OpportunityId id) {
    Opportunity offered = offers.find(Set.of(id)).get(id);
    if (offered == null) {
      throw new NotFoundException("opportunity", id.value());
    }
    return offered;
  }

  /** Refuses whoever is of a side that it would benefit, and educators of other schools. */
  private void mayDecide(Actor actor, LearnerId learner, String provider) {
    boolean isLearnersSide =
        actor.id().equals(learner.value()) || relations.isGuardian(actor.id(), learner);
    boolean isProvidersSide =
        actor.id().equals(provider)
            || adults(actor).stream()
                .anyMatch(each -> each.organizationId().map(provider::equals).orElse(false));
    boolean isStranger = actor.role() == Role.EDUCATOR && !relations.educates(actor, learner);
    if (isLearnersSide || isProvidersSide || isStranger || known(learner).isEmpty()) {
      throw new ForbiddenException(actor, "override anything here");
    }
  }

  private List<Adult> adults(Actor actor) {
    return sources.adults().read(Selection.byIds(Set.of(actor.id()))).records().stream()
        .map(Adult::of)
        .toList();
  }

  private List<Learner> known(LearnerId learner) {
    return sources.learners().read(Selection.byIds(Set.of(learner.value()))).records().stream()
        .map(Learner::of)
        .filter(each -> each.mergedInto().isEmpty())
        .toList();
  }

  /** Whether somebody proposed or seconded one, in whatever role. */
  static boolean isBy(String person, OverrideDocument known) {
    Say second = known.seconded();
    return known.proposed().by().equals(person) || (second != null && second.by().equals(person));
  }

  private static boolean isOneOfTheTwo(Actor actor, OverrideDocument known) {
    Say second = known.seconded();
    return is(actor, known.proposed()) || (second != null && is(actor, second));
  }

  private static boolean is(Actor actor, Say say) {
    return actor.id().equals(say.by()) && actor.role() == say.role();
  }

  private static Stored<OverrideDocument> seen(UnitOfWork unit, String id) {
    return unit.find(SafeguardingTypes.OVERRIDE, id)
        .orElseThrow(() -> new NotFoundException("override", id));
  }

  private static void tell(UnitOfWork unit, EventType type, OverrideDocument about, Instant now) {
    Outbox.add(
        unit,
        DomainEvent.of(type, about.id(), 0, now, Map.of("opportunity", about.opportunityId())));
  }
}
