package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Outbox;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.registry.Relations;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.storage.Query;

/**
 * What a clearance rests on, given and taken away: the policy, permissions, vettings, agreements,
 * blocks. Thread-safe.
 */
public final class Safeguarding {
  private final Store store;
  private final Relations relations;
  private final InstantSource clock;
  private final Suspension suspension;

  /** Safeguarding over what is kept and what the host tells. */
  public Safeguarding(
      Store store, HostSources sources, InstantSource clock, Suspension suspension) {
    this.store = Objects.requireNonNull(store, "store");
    this.relations = new Relations(sources, clock);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.suspension = Objects.requireNonNull(suspension, "suspension");
  }

  /**
   * Installs a policy; its version must be above that of the one before. Clearances by the earlier
   * one can no longer confirm.
   *
   * @throws IllegalArgumentException if the version does not rise
   */
  public void install(Actor actor, SafeguardingPolicy policy) {
    allow(actor, "install a policy", Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR);
    store.run(
        actor,
        unit -> {
          Optional<Stored<SafeguardingPolicy>> before =
              unit.find(SafeguardingTypes.POLICY, SafeguardingTypes.POLICY_ID);
          if (before.isEmpty()) {
            unit.insert(SafeguardingTypes.POLICY, policy);
            tellOf(unit, policy);
          } else if (!before.get().value().equals(policy)) {
            if (policy.version() <= before.get().value().version()) {
              throw new IllegalArgumentException(
                  "A policy's version rises, from "
                      + before.get().value().version()
                      + ", not to "
                      + policy.version()
                      + ".");
            }
            unit.update(SafeguardingTypes.POLICY, before.get(), policy);
            tellOf(unit, policy);
          }
        });
  }

  private void tellOf(UnitOfWork unit, SafeguardingPolicy policy) {
    Outbox.add(
        unit,
        DomainEvent.of(
            EventType.POLICY_INSTALLED,
            SafeguardingTypes.POLICY_ID,
            policy.version(),
            clock.instant(),
            Map.of("policy-version", Integer.toString(policy.version()))));
  }

  /** The policy installed, if there is one. */
  public Optional<SafeguardingPolicy> policy() {
    return store.find(SafeguardingTypes.POLICY, SafeguardingTypes.POLICY_ID).map(Stored::value);
  }

  /**
   * Gives permission for an activity; in the place of an earlier one for it.
   *
   * @param actor a guardian whose relation is valid today, or the learner themselves (whether that
   *     counts is for the policy to say)
   * @throws ForbiddenException if the actor is neither
   */
  public void permit(Actor actor, LearnerId learner, Permission permission) {
    if (!permission.givenBy().equals(actor.id()) || !speaksFor(actor, learner)) {
      throw new ForbiddenException(actor, "give permission for this learner");
    }
    store.run(
        actor,
        unit -> {
          long before =
              unit.find(SafeguardingTypes.LEARNER, learner.value()).map(Stored::version).orElse(0L);
          if (permit(unit, learner, permission)) {
            tell(unit, EventType.PERMISSION_GIVEN, learner, before, permission.opportunityId());
          }
        });
  }

  /**
   * Gives many permissions that guardians gave elsewhere, such as on a form of the host's; told by
   * an administrator. Who gave them there is not told again: no event comes of it.
   */
  public void permitAll(Actor actor, Map<LearnerId, Permission> permissions) {
    allow(actor, "enter permissions", Role.ADMINISTRATOR, Role.SYSTEM);
    for (List<Map.Entry<LearnerId, Permission>> some :
        Iterables.partition(permissions.entrySet(), 500)) {
      store
          .as(actor)
          .run(unit -> some.forEach(each -> permit(unit, each.getKey(), each.getValue())));
    }
  }

  /** Where it allows less than an earlier one, what is placed waits for a new clearance. */
  private boolean permit(UnitOfWork unit, LearnerId learner, Permission permission) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (LearnerAnchors.known(unit, learner).isNarrowedBy(permission, today)) {
      suspension.suspend(unit, learner, permission.opportunityId(), "permission-narrowed");
    }
    return LearnerAnchors.change(unit, learner, anchor -> anchor.with(permission));
  }

  /**
   * Withdraws permission, under whatever id the learner is known since. What is placed is suspended
   * in this same transaction, and nothing confirms itself again.
   *
   * @param actor a guardian whose relation is valid today, or the learner themselves
   */
  public void withdrawPermission(Actor actor, LearnerId learner, String opportunityId) {
    if (!speaksFor(actor, learner)) {
      throw new ForbiddenException(actor, "withdraw permission for this learner");
    }
    store.run(
        actor,
        unit ->
            LearnerAnchors.identitiesSince(unit, learner)
                .forEach(each -> withdraw(unit, each, opportunityId)));
  }

  private void withdraw(UnitOfWork unit, LearnerId learner, String opportunityId) {
    long before =
        unit.find(SafeguardingTypes.LEARNER, learner.value()).map(Stored::version).orElse(0L);
    if (LearnerAnchors.change(unit, learner, anchor -> anchor.without(opportunityId))) {
      suspension.suspend(unit, learner, opportunityId, "permission-withdrawn");
      tell(unit, EventType.PERMISSION_WITHDRAWN, learner, before, opportunityId);
    }
  }

  /**
   * The permissions of a learner.
   *
   * @param actor the learner, a guardian of theirs, the safeguarding lead, an administrator or the
   *     system
   */
  public List<Permission> permissionsOf(Actor actor, LearnerId learner) {
    if (!speaksFor(actor, learner)) {
      allow(
          actor, "see these permissions", Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR, Role.SYSTEM);
    }
    return store
        .as(actor)
        .inTransaction(
            unit -> {
              if (!actor.isOneOf(Role.LEARNER, Role.SYSTEM)) { // a learner here is the learner
                unit.sawOf(Person.of(learner), "permissions");
              }
              return unit.find(SafeguardingTypes.LEARNER, learner.value())
                  .map(each -> each.value().permissions())
                  .orElse(List.of());
            });
  }

  /**
   * Records vettings; in the place of earlier ones. In the very transaction in which one that
   * allows less takes the place of another, what is in force with an adult who is not cleared any
   * more is suspended, and what is in force with one whose vetting has changed is asked about
   * again. Each of those is stored on its own, the others together.
   */
  public void vet(Actor actor, List<Vetting> vettings) {
    allow(actor, "record vettings", Role.SAFEGUARDING_LEAD, Role.ADMINISTRATOR, Role.SYSTEM);
    Narrowing.put(
        store.as(actor),
        SafeguardingTypes.VETTING,
        vettings,
        Narrowing.VETTING,
        suspension,
        "vetting-ended");
  }

  /**
   * Records provider agreements; in the place of earlier ones. In the very transaction in which one
   * that covers fewer days takes the place of another, what is in force with a provider whose
   * agreement has ended is suspended, and the rest asked about again. Each of those is stored on
   * its own, the others together.
   */
  public void agree(Actor actor, List<ProviderAgreement> agreements) {
    allow(
        actor,
        "record agreements",
        Role.SAFEGUARDING_LEAD,
        Role.PLANNER,
        Role.ADMINISTRATOR,
        Role.SYSTEM);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Narrowing.put(
        store.as(actor),
        SafeguardingTypes.AGREEMENT,
        agreements,
        Narrowing.agreement(today),
        suspension,
        "agreement-ended");
  }

  /**
   * Keeps a learner and a provider or an adult apart from now on, under whatever id the learner is
   * known since; what they have together is suspended at once.
   */
  public void block(Actor actor, LearnerId learner, String partyId) {
    allow(actor, "block", Role.SAFEGUARDING_LEAD);
    store.as(actor).run(unit -> block(unit, learner, partyId));
  }

  /** Blocks within a transaction that does more, such as raising the concern behind it. */
  void block(UnitOfWork unit, LearnerId learner, String partyId) {
    for (LearnerId each : LearnerAnchors.identitiesSince(unit, learner)) {
      LearnerAnchors.change(unit, each, anchor -> anchor.blocking(partyId));
      suspension.suspendWith(unit, each, partyId, "blocked");
    }
  }

  /** Suspends what is in force for a learner with an activity, within a transaction. */
  void suspend(UnitOfWork unit, LearnerId learner, String opportunityId, String reason) {
    suspension.suspend(unit, learner, opportunityId, reason);
  }

  /** For which learner an override is; whom to tell of it. */
  public Optional<LearnerId> overrideFor(String overrideId) {
    return store.find(SafeguardingTypes.OVERRIDE, overrideId).map(each -> each.value().learner());
  }

  /** Whether the actor is the learner, or a guardian whose relation is valid today. */
  boolean speaksFor(Actor actor, LearnerId learner) {
    return relations.speaksFor(actor, learner);
  }

  /** Whether anything was ever confirmed for a learner: then other sessions of theirs may count. */
  public static boolean hasEverBeenConfirmedFor(UnitOfWork unit, LearnerId learner) {
    return unit.find(SafeguardingTypes.LEARNER, learner.value())
        .map(each -> each.value().confirmations() > 0)
        .orElse(false);
  }

  /**
   * Brings together what guards a learner who was known under two ids, within the transaction that
   * brings together the rest. From then on the blocks of both hold for either. A permission is
   * never made broader: none given for the one id passes to the other, of two for one activity the
   * days stay that both cover, and under the id that is given up nothing is permitted. What is
   * blocked or withdrawn under that one later holds for the surviving one all the same. What is in
   * force for the surviving id, and loses by it, is suspended.
   *
   * @return the activities that were permitted for the one id and are not for the surviving one: to
   *     be asked for again
   */
  public Set<String> merge(UnitOfWork unit, LearnerId from, LearnerId into) {
    LearnerAnchor theirs = LearnerAnchors.known(unit, from);
    LearnerAnchor before = LearnerAnchors.known(unit, into);
    LearnerAnchor after = before.joinedBy(theirs);
    if (!after.equals(before)) {
      LearnerAnchors.change(unit, into, anchor -> after);
    }
    LearnerAnchors.change(unit, from, anchor -> anchor.joinedTo(before));
    for (Permission each : before.permissions()) {
      if (!after.permissions().contains(each)) {
        suspension.suspend(unit, into, each.opportunityId(), "permission-narrowed");
      }
    }
    for (String party : Sets.difference(after.blockedPartyIds(), before.blockedPartyIds())) {
      suspension.suspendWith(unit, into, party, "blocked");
    }
    return ImmutableSet.copyOf(
        Sets.difference(Sets.union(theirs.permitted(), before.permitted()), after.permitted()));
  }

  /**
   * Says that an id is nobody else's, within a transaction: what turned out to be one child are two
   * after all, and from now on each has their own. The blocks of both go on for either.
   */
  public void part(UnitOfWork unit, LearnerId learner) {
    if (LearnerAnchors.known(unit, learner).mergedInto() != null) {
      LearnerAnchors.change(unit, learner, LearnerAnchor::parted);
    }
  }

  /** The version before tells two changes of one moment apart. */
  private void tell(
      UnitOfWork unit, EventType type, LearnerId learner, long before, String opportunityId) {
    Outbox.add(
        unit,
        DomainEvent.of(
            type,
            learner.value(),
            Math.floorMod(before, Integer.MAX_VALUE),
            clock.instant(),
            Map.of("opportunity", opportunityId)));
  }

  /**
   * Withdraws every permission that a guardian gave, like {@link #withdrawPermission}, before they
   * are erased.
   *
   * @return how many
   */
  public int withdrawAllBy(Actor actor, String guardian) {
    allow(actor, "withdraw what a guardian permitted", Role.ADMINISTRATOR);
    Map<LearnerId, List<String>> given = new LinkedHashMap<>();
    store.forEach(
        SafeguardingTypes.LEARNER,
        Query.over(SafeguardingTypes.LEARNER.type().name()).limit(500).build(),
        each -> {
          List<String> opportunities =
              each.value().permissions().stream()
                  .filter(it -> it.givenBy().equals(guardian))
                  .map(Permission::opportunityId)
                  .toList();
          if (!opportunities.isEmpty()) {
            given.put(new LearnerId(each.value().learnerId()), opportunities);
          }
        });
    given.forEach(
        (learner, opportunities) ->
            opportunities.forEach(each -> store.run(actor, unit -> withdraw(unit, learner, each))));
    return given.values().stream().mapToInt(List::size).sum();
  }

  /**
   * Revokes every override that an adult proposed or seconded, and suspends what was confirmed on
   * it, before they are erased: of one person alone none has force.
   */
  public void revokeOverridesBy(Actor actor, String adult) {
    allow(actor, "revoke the overrides of an adult", Role.ADMINISTRATOR);
    List<String> theirs = new ArrayList<>();
    store.forEach(
        SafeguardingTypes.OVERRIDE,
        Query.over(SafeguardingTypes.OVERRIDE.type().name()).limit(500).build(),
        each -> {
          if (each.value().revoked() == null && Overrides.isBy(adult, each.value())) {
            theirs.add(each.value().id());
          }
        });
    OverrideDocument.Say say = OverrideDocument.Say.of(actor, clock.instant());
    theirs.forEach(id -> store.as(actor).run(unit -> Overrides.revoke(unit, id, say, this)));
  }

  /** Whether an adult is barred, or some learner is kept apart from them. */
  public boolean isKeptApart(String adult) {
    boolean barred =
        store
            .find(SafeguardingTypes.VETTING, adult)
            .map(each -> each.value().decision() == Vetting.Decision.BARRED)
            .orElse(false);
    boolean[] blocked = new boolean[1];
    store.forEach(
        SafeguardingTypes.LEARNER,
        Query.over(SafeguardingTypes.LEARNER.type().name()).limit(500).build(),
        each -> blocked[0] |= each.value().blockedPartyIds().contains(adult));
    return barred || blocked[0];
  }

  private static void allow(Actor actor, String act, Role first, Role... others) {
    if (!actor.isOneOf(first, others)) {
      throw new ForbiddenException(actor, act);
    }
  }
}
