package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Outbox;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.safeguarding.Concern.ConcernDocument;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/**
 * Concerns that a child or anyone else raises. They go to the safeguarding lead alone, never to
 * whom they are about, and can keep a child and somebody apart at once. Nobody else is given one or
 * told that there is one, in an export neither; when somebody who is named in one is erased it
 * stays while it is open, and from when it is closed as long as the policy says. Thread-safe.
 */
public final class Concerns {
  private final Store store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Safeguarding safeguarding;

  /**
   * Concerns in a store.
   *
   * @param random of the ids, so that nobody can guess one
   */
  public Concerns(
      Store store, InstantSource clock, RandomGenerator random, Safeguarding safeguarding) {
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
  }

  /**
   * Raises a concern; anybody may. Safeguarding leads are told that there is one, and nothing of
   * it.
   *
   * @param learner the child it is for; null if none is named
   * @param about the id of the adult or the provider it is about; null if none is named
   * @param words what is the matter, 1 to 10,000 characters
   * @return its id
   * @throws IllegalArgumentException if the words are missing or too many
   */
  public String raise(
      Actor actor, @Nullable LearnerId learner, @Nullable String about, String words) {
    ConcernDocument concern =
        new ConcernDocument(
            NewId.of("k", random),
            actor.id(),
            clock.instant(),
            learner,
            about,
            words,
            null,
            null,
            actor.role());
    store.as(actor).run(unit -> raise(unit, concern));
    return concern.id();
  }

  /**
   * Raises a concern and keeps the child and whom it is about apart from this moment on: what they
   * have together is suspended in the same transaction. Only the safeguarding lead lifts it.
   *
   * @param actor the learner themselves, a guardian of theirs, an educator, or the safeguarding
   *     lead
   * @throws ForbiddenException if the actor is none of them; the concern itself is kept all the
   *     same
   */
  public String raiseAndBlock(Actor actor, LearnerId learner, String about, String words) {
    boolean may =
        actor.isOneOf(Role.EDUCATOR, Role.SAFEGUARDING_LEAD)
            || safeguarding.speaksFor(actor, learner);
    if (!may) {
      raise(actor, learner, about, words);
      throw new ForbiddenException(actor, "block at once; the concern was raised");
    }
    ConcernDocument concern =
        new ConcernDocument(
            NewId.of("k", random),
            actor.id(),
            clock.instant(),
            learner,
            about,
            words,
            null,
            null,
            actor.role());
    store
        .as(actor)
        .run(
            unit -> {
              raise(unit, concern);
              safeguarding.block(unit, learner, about);
            });
    return concern.id();
  }

  private void raise(UnitOfWork unit, ConcernDocument concern) {
    unit.insert(SafeguardingTypes.CONCERN, concern);
    Outbox.add(
        unit,
        DomainEvent.of(
            EventType.CONCERN_RAISED,
            concern.id(),
            0,
            concern.raisedAt(),
            concern.about() == null ? Map.of() : Map.of("except", concern.about())));
  }

  /**
   * The concerns that are not closed, oldest first.
   *
   * @param actor the safeguarding lead; what is about themselves is left out
   */
  public List<Concern> open(Actor actor) {
    mayRead(actor);
    ImmutableList.Builder<Concern> open = ImmutableList.builder();
    store
        .as(actor)
        .forEach(
            SafeguardingTypes.CONCERN,
            Query.over(SafeguardingTypes.CONCERN.type().name())
                .where("open", 1L)
                .ascendingBy("raised")
                .limit(500)
                .build(),
            each -> {
              if (!actor.id().equals(each.value().about())) {
                open.add(new Concern(each.value()));
              }
            });
    List<Concern> shown = open.build();
    store
        .as(actor)
        .run(
            unit ->
                shown.forEach(
                    each ->
                        unit.saw(SafeguardingTypes.CONCERN.type().name(), each.id(), "concern")));
    return shown;
  }

  /**
   * Closes a concern that was dealt with.
   *
   * @param actor the safeguarding lead, whom it must not be about
   * @throws NotFoundException if there is none for this actor
   */
  public void close(Actor actor, String id) {
    mayRead(actor);
    store
        .as(actor)
        .run(
            unit -> {
              Stored<ConcernDocument> seen =
                  unit.find(SafeguardingTypes.CONCERN, id)
                      .filter(each -> !actor.id().equals(each.value().about()))
                      .orElseThrow(() -> new NotFoundException("concern", id));
              if (seen.value().closedAt() == null) {
                unit.update(
                    SafeguardingTypes.CONCERN,
                    seen,
                    seen.value().closed(clock.instant(), actor.id()));
              }
            });
  }

  private static void mayRead(Actor actor) {
    if (actor.role() != Role.SAFEGUARDING_LEAD) {
      throw new ForbiddenException(actor, "read concerns");
    }
  }
}
