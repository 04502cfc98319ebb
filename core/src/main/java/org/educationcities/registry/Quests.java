package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.persistence.Upsert;
import org.educationcities.profile.Quest;
import org.educationcities.spi.storage.Query;

/** What learners set out to learn, and what they wish for. Thread-safe. */
public final class Quests {
  private final Store store;
  private final Relations relations;

  /** Quests and wishes in a store, of those who may speak for a learner, and shown to them. */
  public Quests(Store store, Relations relations) {
    this.store = Objects.requireNonNull(store, "store");
    this.relations = Objects.requireNonNull(relations, "relations");
  }

  /**
   * Keeps quests.
   *
   * @throws ForbiddenException if the actor is neither the learner, nor a guardian whose relation
   *     to them is valid today, nor an educator of theirs, an administrator or the system
   */
  public void put(Actor actor, List<Quest> quests) {
    quests.forEach(each -> check(actor, each.learner()));
    Upsert.all(store.as(actor), KnowledgeKinds.QUEST, quests);
  }

  /**
   * Shows the quests of a learner, and tells the audit.
   *
   * @param actor the learner, a guardian of theirs, an educator of theirs, an administrator, the
   *     safeguarding lead or the system
   * @throws ForbiddenException if the actor may not see them
   */
  public List<Quest> of(Actor actor, LearnerId learner) {
    shown(actor, learner, "quests");
    return of(learner);
  }

  /**
   * The quests of a learner. Takes no actor: for what the host or the library computes with, and
   * shows to nobody.
   */
  public List<Quest> of(LearnerId learner) {
    ImmutableList.Builder<Quest> quests = ImmutableList.builder();
    store.forEach(
        KnowledgeKinds.QUEST,
        Query.over(KnowledgeKinds.QUEST.type().name()).where("learner", learner.value()).build(),
        each -> quests.add(each.value()));
    return quests.build();
  }

  /** All quests. Takes no actor, like {@link #of(LearnerId)}. */
  public List<Quest> all() {
    ImmutableList.Builder<Quest> quests = ImmutableList.builder();
    store.forEach(
        KnowledgeKinds.QUEST,
        Query.over(KnowledgeKinds.QUEST.type().name()).limit(Query.MAX_LIMIT).build(),
        each -> quests.add(each.value()));
    return quests.build();
  }

  /**
   * Keeps wish lists, each in the place of the learner's earlier one.
   *
   * @throws ForbiddenException if the actor is neither the learner, nor a guardian whose relation
   *     to them is valid today, nor an educator of theirs, an administrator or the system
   */
  public void wish(Actor actor, List<WishList> lists) {
    lists.forEach(each -> check(actor, each.learner()));
    Upsert.all(store.as(actor), KnowledgeKinds.WISHES, lists);
  }

  /** Shows the wishes of a learner, like {@link #of(Actor, LearnerId)}. */
  public WishList wishesOf(Actor actor, LearnerId learner) {
    shown(actor, learner, "wishes");
    return wishesOf(learner);
  }

  private void shown(Actor actor, LearnerId learner, String what) {
    relations.checkMaySee(actor, learner, "see the " + what + " of this learner");
    store.as(actor).run(unit -> unit.sawOf(Person.of(learner), what));
  }

  /** The wishes of a learner, dearest first. Takes no actor, like {@link #of(LearnerId)}. */
  public WishList wishesOf(LearnerId learner) {
    return store
        .find(KnowledgeKinds.WISHES, learner.value())
        .map(each -> each.value())
        .orElseGet(() -> new WishList(learner, List.of()));
  }

  /** All wish lists. Takes no actor, like {@link #of(LearnerId)}. */
  public List<WishList> allWishes() {
    ImmutableList.Builder<WishList> lists = ImmutableList.builder();
    store.forEach(
        KnowledgeKinds.WISHES,
        Query.over(KnowledgeKinds.WISHES.type().name()).limit(Query.MAX_LIMIT).build(),
        each -> lists.add(each.value()));
    return lists.build();
  }

  /**
   * Gives one learner the quests and wishes of another who turned out to be the same, within a
   * transaction that does more. The wishes of the surviving one come first.
   */
  public void merge(UnitOfWork unit, LearnerId from, LearnerId into) {
    Query theirs =
        Query.over(KnowledgeKinds.QUEST.type().name()).where("learner", from.value()).build();
    for (Stored<Quest> each : unit.all(KnowledgeKinds.QUEST, theirs)) {
      Quest quest = each.value();
      unit.update(
          KnowledgeKinds.QUEST, each, new Quest(quest.id(), into, quest.words(), quest.topics()));
    }
    Stored<WishList> gone = unit.find(KnowledgeKinds.WISHES, from.value()).orElse(null);
    if (gone != null) {
      Stored<WishList> own = unit.find(KnowledgeKinds.WISHES, into.value()).orElse(null);
      WishList before = own == null ? new WishList(into, List.of()) : own.value();
      WishList both = before.followedBy(gone.value());
      if (own == null) {
        unit.insert(KnowledgeKinds.WISHES, both);
      } else {
        unit.update(KnowledgeKinds.WISHES, own, both);
      }
      unit.delete(gone);
    }
  }

  private void check(Actor actor, LearnerId learner) {
    if (!actor.isOneOf(Role.ADMINISTRATOR, Role.SYSTEM)
        && !relations.speaksFor(actor, learner)
        && !relations.educates(actor, learner)) {
      throw new ForbiddenException(actor, "speak for this learner");
    }
  }
}
