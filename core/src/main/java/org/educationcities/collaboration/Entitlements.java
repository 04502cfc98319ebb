package org.educationcities.collaboration;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.Role;
import org.educationcities.city.SchoolId;
import org.educationcities.people.Adult;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.registry.Relations;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;

/** Who may do what. Asks the host, and so never within a transaction. */
final class Entitlements {
  private final HostSources sources;
  private final Relations relations;

  Entitlements(HostSources sources, InstantSource clock) {
    this.sources = sources;
    this.relations = new Relations(sources, clock);
  }

  /** Whether the actor organises for everybody. */
  static boolean organises(Actor actor) {
    return actor.isOneOf(Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM);
  }

  /** Whether the actor is the learner or a guardian whose relation is valid today. */
  boolean speaksFor(Actor actor, LearnerId learner) {
    return relations.speaksFor(actor, learner);
  }

  /** Whether the actor is an educator of the learner's school, or of a class of theirs. */
  boolean educates(Actor actor, LearnerId learner) {
    return relations.educates(actor, learner);
  }

  /** Whether the actor is the provider, or works for it. */
  boolean speaksForProvider(Actor actor, String provider) {
    return actor.role() == Role.PROVIDER
        && (actor.id().equals(provider)
            || adult(actor).flatMap(Adult::organizationId).map(provider::equals).orElse(false));
  }

  /** Whether the actor is an educator of a school that one of the parties is at home in. */
  boolean educatesIn(Actor actor, Collaboration collaboration) {
    if (actor.role() != Role.EDUCATOR) {
      return false;
    }
    Optional<SchoolId> school = adult(actor).flatMap(Adult::schoolId);
    return school.isPresent()
        && collaboration.participants().stream()
            .anyMatch(each -> each.home().school().equals(school));
  }

  /** Whether the actor takes part in some capacity, or speaks for somebody who does. */
  boolean takesPart(Actor actor, Collaboration collaboration) {
    return educatesIn(actor, collaboration)
        || isMentor(actor, collaboration)
        || collaboration.learners().stream().anyMatch(each -> speaksFor(actor, each))
        || collaboration.participants().stream()
            .map(Participant::party)
            .filter(each -> each.kind() == Party.Kind.PROVIDER)
            .anyMatch(each -> speaksForProvider(actor, each.id()));
  }

  /** Whether the actor is an adult who mentors, teaches or coaches here. */
  static boolean isMentor(Actor actor, Collaboration collaboration) {
    return actor.isOneOf(Role.MENTOR, Role.EDUCATOR)
        && collaboration.has(new Party(Party.Kind.ADULT, actor.id()));
  }

  private Optional<Adult> adult(Actor actor) {
    return sources.adults().read(Selection.byIds(Set.of(actor.id()))).records().stream()
        .findFirst()
        .map(Adult::of);
  }
}
