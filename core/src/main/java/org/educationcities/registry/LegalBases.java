package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.registry.LegalBasis.Ground;
import org.educationcities.registry.LegalBasis.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The legal bases for processing learners' data, apart from what keeps learners safe: a permission
 * is neither given nor withdrawn by any of this. Thread-safe.
 *
 * <p>Where nothing was stated, the host answers for the basis, as the controller that it is. What
 * was stopped, or has ended, stops the purpose: {@link Purpose#MATCHING} is asked whenever a
 * snapshot is taken, so that nothing is recommended to such a learner and no later round has them.
 * A round that was drafted before, and placements, are not undone.
 */
public final class LegalBases {
  private final Store store;
  private final Relations relations;
  private final InstantSource clock;

  /** Legal bases in a store, stopped by those who speak for a learner. */
  public LegalBases(Store store, Relations relations, InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.relations = Objects.requireNonNull(relations, "relations");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * States a basis, in the place of the one before, also of one that was stopped.
   *
   * @param actor an administrator; for consent also a guardian whose relation is valid today
   * @param until when it ends; null for no end
   */
  public void state(
      Actor actor, LearnerId learner, Purpose purpose, Ground ground, @Nullable Instant until) {
    Objects.requireNonNull(ground, "ground");
    boolean consents =
        ground == Ground.CONSENT
            && actor.role() == Role.GUARDIAN
            && relations.speaksFor(actor, learner);
    if (actor.role() != Role.ADMINISTRATOR && !consents) {
      throw new ForbiddenException(actor, "state this legal basis");
    }
    put(actor, learner, purpose, ground, until, false);
  }

  /**
   * Withdraws consent, or objects: the purpose stops at once, until an administrator states a basis
   * anew or a guardian consents again. What was done before stays lawful.
   *
   * @param actor the learner, a guardian whose relation is valid today, or an administrator
   * @throws ForbiddenException if it is none of them, or the learner's side would stop what rests
   *     on a contract, a legal obligation or vital interests
   */
  public void stop(Actor actor, LearnerId learner, Purpose purpose) {
    boolean isTheirSide = relations.speaksFor(actor, learner);
    LegalBasis before =
        store.find(KnowledgeKinds.BASIS, id(learner, purpose)).map(Stored::value).orElse(null);
    Ground ground = before == null ? null : before.ground();
    boolean may = isTheirSide && (ground == null || ground.mayBeStopped());
    if (!may && actor.role() != Role.ADMINISTRATOR) {
      throw new ForbiddenException(actor, "stop this purpose");
    }
    put(actor, learner, purpose, ground, before == null ? null : before.until(), true);
  }

  /**
   * What was stated or stopped for a learner.
   *
   * @param actor the learner, a guardian of theirs, or an administrator
   */
  public List<LegalBasis> of(Actor actor, LearnerId learner) {
    if (!relations.speaksFor(actor, learner) && actor.role() != Role.ADMINISTRATOR) {
      throw new ForbiddenException(actor, "see the legal bases of this learner");
    }
    return store
        .as(actor)
        .<List<LegalBasis>>inTransaction(
            unit -> {
              unit.sawOf(Person.of(learner), "legal-bases");
              ImmutableList.Builder<LegalBasis> found = ImmutableList.builder();
              for (Purpose each : Purpose.values()) {
                unit.find(KnowledgeKinds.BASIS, id(learner, each))
                    .ifPresent(it -> found.add(it.value()));
              }
              return found.build();
            });
  }

  /**
   * Stops for the surviving id of a learner whatever was stopped for the other, within a
   * transaction that does more. No ground passes from one id to the other.
   */
  public static void merge(UnitOfWork unit, LearnerId from, LearnerId into) {
    for (Purpose each : Purpose.values()) {
      LegalBasis theirs =
          unit.find(KnowledgeKinds.BASIS, id(from, each)).map(Stored::value).orElse(null);
      if (theirs != null && theirs.stopped()) {
        put(
            unit,
            new LegalBasis(
                into,
                each,
                theirs.ground(),
                theirs.statedBy(),
                theirs.statedAs(),
                theirs.statedAt(),
                theirs.until(),
                true));
      }
    }
  }

  static String id(LearnerId learner, Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT) + "/" + learner.value();
  }

  private void put(
      Actor actor,
      LearnerId learner,
      Purpose purpose,
      @Nullable Ground ground,
      @Nullable Instant until,
      boolean stopped) {
    LegalBasis basis =
        new LegalBasis(
            learner, purpose, ground, actor.id(), actor.role(), clock.instant(), until, stopped);
    store.as(actor).run(unit -> put(unit, basis));
  }

  private static void put(UnitOfWork unit, LegalBasis basis) {
    unit.find(KnowledgeKinds.BASIS, id(basis.learner(), basis.purpose()))
        .ifPresentOrElse(
            seen -> unit.update(KnowledgeKinds.BASIS, seen, basis),
            () -> unit.insert(KnowledgeKinds.BASIS, basis));
  }
}
