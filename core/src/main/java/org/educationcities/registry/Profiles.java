package org.educationcities.registry;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.persistence.Upsert;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.spi.storage.Query;

/** The strengths and growth areas of every party. Thread-safe. */
public final class Profiles {
  private final Store store;
  private final Relations relations;

  /** Profiles in a store, shown to those who may see them. */
  public Profiles(Store store, Relations relations) {
    this.store = Objects.requireNonNull(store, "store");
    this.relations = Objects.requireNonNull(relations, "relations");
  }

  /**
   * Shows the profile of a party, and tells the audit if it is a person's; empty if nothing is
   * known of it.
   *
   * @param actor for a learner: themselves, a guardian of theirs, an educator of theirs, an
   *     administrator, the safeguarding lead or the system; for an adult: themselves or one of
   *     those who organise; for any other party anybody
   * @throws ForbiddenException if the actor may not see it
   */
  public Profile of(Actor actor, Party party) {
    party
        .person()
        .ifPresent(
            who -> {
              if (who.kind() == Person.Kind.LEARNER) {
                relations.checkMaySee(actor, new LearnerId(who.id()), "see this profile");
              } else if (!actor.id().equals(who.id())
                  && !actor.isOneOf(Role.EDUCATOR, Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM)) {
                throw new ForbiddenException(actor, "see this profile");
              }
              store.as(actor).run(unit -> unit.sawOf(who, "profile"));
            });
    return of(party);
  }

  /**
   * The profile of a party; empty if nothing is known of it. Takes no actor: for what the host or
   * the library computes with, and shows to nobody.
   */
  public Profile of(Party party) {
    return store
        .find(KnowledgeKinds.PROFILE, id(party))
        .map(stored -> stored.value().profile())
        .orElseGet(Profile::empty);
  }

  /**
   * The profiles of those of some parties of which something is known. Takes no actor, like {@link
   * #of(Party)}.
   */
  public Map<Party, Profile> of(Set<Party> parties) {
    ImmutableMap.Builder<Party, Profile> known = ImmutableMap.builder();
    for (List<Party> some : Iterables.partition(parties, 500)) {
      Set<String> ids = some.stream().map(Profiles::id).collect(Collectors.toSet());
      store
          .inTransaction(unit -> unit.find(KnowledgeKinds.PROFILE, ids))
          .values()
          .forEach(each -> known.put(each.value().party(), each.value().profile()));
    }
    return known.buildOrThrow();
  }

  /** The profiles of all parties of a kind. Takes no actor, like {@link #of(Party)}. */
  public Map<Party, Profile> all(Party.Kind kind) {
    ImmutableMap.Builder<Party, Profile> known = ImmutableMap.builder();
    store.forEach(
        KnowledgeKinds.PROFILE,
        Query.over(KnowledgeKinds.PROFILE.type().name())
            .where("kind", kind.name())
            .limit(Query.MAX_LIMIT)
            .build(),
        each -> known.put(each.value().party(), each.value().profile()));
    return known.buildOrThrow();
  }

  /**
   * Puts profiles in the place of those known before.
   *
   * @throws ForbiddenException if the actor may not change one of them: learners change their own,
   *     providers those of what they offer, educators those of their own learners and of all that
   *     is no learner, planners and administrators all
   */
  public void put(Actor actor, List<KnownProfile> profiles) {
    profiles.forEach(each -> check(actor, each.party()));
    Upsert.all(store.as(actor), KnowledgeKinds.PROFILE, profiles);
  }

  /** Puts one profile, like {@link #put(Actor, List)}. */
  public void put(Actor actor, Party party, Profile profile) {
    put(actor, List.of(new KnownProfile(party, profile)));
  }

  /** Changes one profile within a transaction that does more; an unknown one starts empty. */
  public void change(UnitOfWork unit, Party party, UnaryOperator<Profile> change) {
    Stored<KnownProfile> seen = unit.find(KnowledgeKinds.PROFILE, id(party)).orElse(null);
    Profile before = seen == null ? Profile.empty() : seen.value().profile();
    KnownProfile after = new KnownProfile(party, change.apply(before));
    if (seen == null) {
      unit.insert(KnowledgeKinds.PROFILE, after);
    } else {
      unit.update(KnowledgeKinds.PROFILE, seen, after);
    }
  }

  /**
   * Adds to one party what is known of another that turned out to be the same, and forgets the
   * other, within a transaction that does more. Where both say something of a topic, what was said
   * of the surviving one stands.
   */
  public void merge(UnitOfWork unit, Party from, Party into) {
    Stored<KnownProfile> gone = unit.find(KnowledgeKinds.PROFILE, id(from)).orElse(null);
    if (gone == null) {
      return;
    }
    change(
        unit,
        into,
        known -> {
          Profile.Builder both = gone.value().profile().toBuilder();
          known.strengths().forEach(each -> both.strength(each.topic(), each.proficiency()));
          known.growthAreas().forEach(each -> both.growthArea(each.topic(), each.importance()));
          return both.build();
        });
    unit.delete(gone);
  }

  private void check(Actor actor, Party party) {
    boolean self =
        switch (actor.role()) {
          case LEARNER -> party.kind() == Party.Kind.LEARNER;
          case MENTOR -> party.kind() == Party.Kind.ADULT;
          default -> false;
        };
    boolean own = self && actor.id().equals(party.id());
    boolean offered =
        actor.role() == Role.PROVIDER
            && (party.kind() == Party.Kind.RESOURCE || party.kind() == Party.Kind.OPPORTUNITY);
    boolean coached =
        actor.role() == Role.EDUCATOR
            && (party.kind() != Party.Kind.LEARNER
                || relations.educates(actor, new LearnerId(party.id())));
    if (!own
        && !offered
        && !coached
        && !actor.isOneOf(Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, "change this profile");
    }
  }

  static String id(Party party) {
    return party.kind() + ":" + party.id();
  }
}
