package org.educationcities.registry;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.people.Guardian;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;

/** Who speaks for whom, as the host tells it today. Asks the host each time. Thread-safe. */
public final class Relations {
  private final HostSources sources;
  private final InstantSource clock;

  /** Relations as sources tell them. */
  public Relations(HostSources sources, InstantSource clock) {
    this.sources = Objects.requireNonNull(sources, "sources");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Whether the actor is the learner, or a guardian whose relation to them is valid today. */
  public boolean speaksFor(Actor actor, LearnerId learner) {
    if (actor.role() == Role.LEARNER) {
      return actor.id().equals(learner.value());
    }
    return actor.role() == Role.GUARDIAN && isGuardian(actor.id(), learner);
  }

  /**
   * Whether an id is, in whatever role, a guardian's whose relation to a learner is valid today.
   */
  public boolean isGuardian(String id, LearnerId learner) {
    return sources.guardians().read(Selection.byIds(Set.of(id))).records().stream()
        .anyMatch(each -> Guardian.of(each).mayPermitFor(learner, today()));
  }

  /** For whom a guardian speaks today, in the order of their ids; for nobody in another role. */
  public List<LearnerId> childrenOf(Actor actor) {
    return actor.role() == Role.GUARDIAN
        ? sources.guardians().read(Selection.byIds(Set.of(actor.id()))).records().stream()
            .flatMap(each -> Guardian.of(each).mayPermitOn(today()).stream())
            .toList()
        : List.of();
  }

  /**
   * Whether the actor is an educator of the learner's school, or of a class that the learner is in.
   * Where the school is another, all classes are read until one is found.
   */
  public boolean educates(Actor actor, LearnerId learner) {
    if (actor.role() != Role.EDUCATOR) {
      return false;
    }
    List<LearnerRecord> known =
        sources.learners().read(Selection.byIds(Set.of(learner.value()))).records();
    return known.stream()
            .flatMap(each -> each.schoolId().stream())
            .anyMatch(school -> worksAt(actor, school))
        || (!known.isEmpty() && teachesInAClass(actor, learner));
  }

  /** Whether the host knows the actor as an adult of a school. */
  public boolean worksAt(Actor actor, String school) {
    return sources.adults().read(Selection.byIds(Set.of(actor.id()))).records().stream()
        .anyMatch(each -> each.schoolId().map(school::equals).orElse(false));
  }

  private boolean teachesInAClass(Actor actor, LearnerId learner) {
    Selection selection = Selection.first();
    while (true) {
      Batch<ClassRecord> page = sources.classes().read(selection);
      if (page.records().stream()
          .anyMatch(
              each ->
                  each.educatorIds().contains(actor.id())
                      && each.learnerIds().contains(learner.value()))) {
        return true;
      }
      Optional<String> next = page.next();
      if (next.isEmpty()) {
        return false;
      }
      selection = Selection.after(next.get());
    }
  }

  /**
   * Checks that the actor speaks for the learner, educates them, or answers for everybody: an
   * administrator, the safeguarding lead or the system.
   *
   * @param act what they want, as in "see the wishes of this learner"
   * @param also what other roles may
   * @throws ForbiddenException if none of it
   */
  public void checkMaySee(Actor actor, LearnerId learner, String act, Role... also) {
    boolean everybody =
        actor.isOneOf(Role.ADMINISTRATOR, Role.SAFEGUARDING_LEAD, Role.SYSTEM)
            || Arrays.asList(also).contains(actor.role());
    if (!everybody && !speaksFor(actor, learner) && !educates(actor, learner)) {
      throw new ForbiddenException(actor, act);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
