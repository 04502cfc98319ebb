package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Taxonomy;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Term;

/**
 * What a round decides from, frozen: everybody and everything of a term as it was at one moment.
 * Immutable.
 */
public final class Snapshot {
  private final Term term;
  private final Taxonomy taxonomy;
  private final Instant asOf;
  private final List<TermLearner> learners;
  private final List<TermOpportunity> opportunities;
  private final Map<LearnerId, TermLearner> learnersById;
  private final Map<OpportunityId, TermOpportunity> opportunitiesById;

  Snapshot(
      Term term,
      Taxonomy taxonomy,
      Instant asOf,
      List<TermLearner> learners,
      List<TermOpportunity> opportunities) {
    this.term = Objects.requireNonNull(term, "term");
    this.taxonomy = Objects.requireNonNull(taxonomy, "taxonomy");
    this.asOf = Objects.requireNonNull(asOf, "asOf");
    this.learners = ImmutableList.copyOf(learners);
    this.opportunities = ImmutableList.copyOf(opportunities);
    this.learnersById =
        ImmutableMap.copyOf(Maps.uniqueIndex(this.learners, each -> each.learner().id()));
    this.opportunitiesById =
        ImmutableMap.copyOf(Maps.uniqueIndex(this.opportunities, each -> each.opportunity().id()));
  }

  /** The term. */
  public Term term() {
    return term;
  }

  /** The topics. */
  public Taxonomy taxonomy() {
    return taxonomy;
  }

  /** The moment as of which the host's facts were true. */
  public Instant asOf() {
    return asOf;
  }

  /** The learners, by id. */
  public List<TermLearner> learners() {
    return learners;
  }

  /** The opportunities, by id. */
  public List<TermOpportunity> opportunities() {
    return opportunities;
  }

  /** A learner by id. */
  public Optional<TermLearner> learner(LearnerId id) {
    return Optional.ofNullable(learnersById.get(id));
  }

  /** An opportunity by id. */
  public Optional<TermOpportunity> opportunity(OpportunityId id) {
    return Optional.ofNullable(opportunitiesById.get(id));
  }

  /** The same without an opportunity: what if it were cancelled. */
  public Snapshot without(OpportunityId cancelled) {
    return new Snapshot(
        term,
        taxonomy,
        asOf,
        learners,
        opportunities.stream().filter(each -> !each.opportunity().id().equals(cancelled)).toList());
  }

  /**
   * The same with an opportunity, in the place of the one of its id if there is one: what if it
   * were added, had more places, were open wider or somewhere else.
   */
  public Snapshot with(TermOpportunity offered) {
    List<TermOpportunity> all =
        new ArrayList<>(without(offered.opportunity().id()).opportunities());
    all.add(offered);
    all.sort(Comparator.comparing(each -> each.opportunity().id().value()));
    return new Snapshot(term, taxonomy, asOf, learners, all);
  }

  /** Sizes only. */
  @Override
  public String toString() {
    return "Snapshot[" + learners.size() + " learners, " + opportunities.size() + " opportunities]";
  }
}
