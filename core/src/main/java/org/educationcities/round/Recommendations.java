package org.educationcities.round;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.profile.AffinityRule;
import org.educationcities.registry.Offers;
import org.educationcities.registry.Relations;
import org.educationcities.resource.TermId;

/**
 * What suits one learner best, and why; by the very rules and the formula that a round goes by.
 * Thread-safe.
 */
public final class Recommendations {
  private static final int MOST = 100;

  private final Store store;
  private final Relations relations;
  private final Snapshots snapshots;
  private final Offers offers;
  private final Eligibility eligibility;
  private final AffinityRule affinityRule;

  /** Recommendations from snapshots, by rules and weights. */
  public Recommendations(
      Store store,
      Snapshots snapshots,
      Offers offers,
      Eligibility eligibility,
      AffinityRule affinityRule,
      Relations relations) {
    this.store = Objects.requireNonNull(store, "store");
    this.relations = Objects.requireNonNull(relations, "relations");
    this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
    this.offers = Objects.requireNonNull(offers, "offers");
    this.eligibility = Objects.requireNonNull(eligibility, "eligibility");
    this.affinityRule = Objects.requireNonNull(affinityRule, "affinityRule");
  }

  /**
   * The best opportunities of a term for a learner, told in the audit. Linear in the opportunities
   * of the term.
   *
   * @param actor the learner, a guardian of theirs, an educator of theirs, a planner, an
   *     administrator, the safeguarding lead or the system
   * @param most 1 to 100
   * @throws ForbiddenException if the actor may not ask for this learner
   * @throws NotFoundException if there is no such learner or term, or none to be matched: a legal
   *     basis that was stopped
   */
  public RecommendationList forLearner(Actor actor, LearnerId learner, TermId term, int most) {
    relations.checkMaySee(actor, learner, "see what is recommended to this learner", Role.PLANNER);
    checkMost(most);
    Snapshot snapshot = snapshots.takeFor(offers.term(term), learner);
    TermLearner who =
        snapshot
            .learner(learner)
            .orElseThrow(() -> new NotFoundException("learner", learner.value()));
    store.as(actor).run(unit -> unit.sawOf(Person.of(learner), "recommendations"));
    return new TermRanking(snapshot, eligibility, affinityRule).of(who, most);
  }

  /**
   * The best opportunities for every learner of a snapshot, told one learner after the other in the
   * snapshot's order. Linear in learners × opportunities.
   *
   * @param actor a planner, an administrator or the system
   * @param most 1 to 100 for each
   * @param to takes each list as it is made
   * @throws ForbiddenException if the actor may not ask for everyone
   */
  public void forEveryone(
      Actor actor, Snapshot snapshot, int most, BiConsumer<LearnerId, RecommendationList> to) {
    if (!actor.isOneOf(Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, "see what is recommended to everyone");
    }
    checkMost(most);
    TermRanking ranking = new TermRanking(snapshot, eligibility, affinityRule);
    snapshot.learners().forEach(who -> to.accept(who.learner().id(), ranking.of(who, most)));
  }

  private static void checkMost(int most) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " can be recommended, not " + most + ".");
    }
  }
}
