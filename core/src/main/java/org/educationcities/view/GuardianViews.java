package org.educationcities.view;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Relations;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.Safeguarding;

/** What guardians see of their own children, and learners of themselves. Thread-safe. */
public final class GuardianViews {
  private final Store store;
  private final Relations relations;
  private final Safeguarding safeguarding;
  private final LearnerLines lines;

  GuardianViews(Store store, Relations relations, Safeguarding safeguarding, LearnerLines lines) {
    this.store = Objects.requireNonNull(store, "store");
    this.relations = Objects.requireNonNull(relations, "relations");
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
    this.lines = Objects.requireNonNull(lines, "lines");
  }

  /**
   * One child as those who speak for it see it; told in the audit.
   *
   * @param actor a guardian whose relation to the learner is valid today, or the learner
   * @throws ForbiddenException if it is neither
   * @throws NotFoundException if the host knows the learner no more
   */
  public GuardianView of(Actor actor, LearnerId learner) {
    if (!relations.speaksFor(actor, learner)) {
      throw new ForbiddenException(actor, "see this learner as who speaks for them");
    }
    GuardianView view =
        new GuardianView(
            learner,
            lines.profile(learner),
            lines.quests(learner),
            lines.wishes(learner),
            lines.arrangements(learner),
            lines.placements(learner),
            safeguarding.permissionsOf(actor, learner).stream()
                .map(each -> line(actor, each))
                .collect(ImmutableList.toImmutableList()));
    store.as(actor).run(unit -> unit.sawOf(Person.of(learner), "guardian-view"));
    return view;
  }

  /**
   * All children of a guardian, by id, each like {@link #of}.
   *
   * @throws ForbiddenException if the actor is no guardian
   */
  public List<GuardianView> children(Actor actor) {
    if (actor.role() != Role.GUARDIAN) {
      throw new ForbiddenException(actor, "see children as their guardian");
    }
    return relations.childrenOf(actor).stream()
        .map(each -> of(actor, each))
        .collect(ImmutableList.toImmutableList());
  }

  private static PermissionLine line(Actor actor, Permission each) {
    return new PermissionLine(
        new OpportunityId(each.opportunityId()),
        each.from(),
        each.until(),
        each.accompanied(),
        each.givenBy().equals(actor.id()));
  }
}
