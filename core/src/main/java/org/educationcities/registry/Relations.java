package org.educationcities.registry;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.people.Guardian;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.source.HostSources;
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
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return sources.guardians().read(Selection.byIds(Set.of(id))).records().stream()
        .anyMatch(each -> Guardian.of(each).mayPermitFor(learner, today));
  }

  /**
   * Checks that the actor speaks for the learner, or may see what is known of every learner: an
   * educator, a planner, an administrator, the safeguarding lead or the system.
   *
   * @param act what they want, as in "see the wishes of this learner"
   * @throws ForbiddenException if neither
   */
  public void checkMaySee(Actor actor, LearnerId learner, String act) {
    boolean everybody =
        actor.isOneOf(
            Role.EDUCATOR, Role.PLANNER, Role.ADMINISTRATOR, Role.SAFEGUARDING_LEAD, Role.SYSTEM);
    if (!everybody && !speaksFor(actor, learner)) {
      throw new ForbiddenException(actor, act);
    }
  }
}
