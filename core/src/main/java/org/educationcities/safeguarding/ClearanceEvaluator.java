package org.educationcities.safeguarding;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.registry.Offers;
import org.educationcities.spi.source.HostSources;

/**
 * Decides whether a learner may be in a place at these times. Says no by default: without a policy,
 * without facts, with facts too old, on any doubt, and on any error. Thread-safe.
 *
 * <p>Conditions, by code: {@code policy}, {@code facts}, {@code learner}, {@code age}, {@code
 * permission}, {@code vetting}, {@code ratio}, {@code agreement}, {@code block}, {@code hours},
 * {@code kind}, {@code distance}, and those of the host. Where nothing else fails, what a policy
 * lets two people override is asked of the {@link Overrides}; the clearance then ends with them.
 */
public final class ClearanceEvaluator {
  private static final System.Logger LOG = System.getLogger(ClearanceEvaluator.class.getName());

  private final Store store;
  private final FactsReading reading;
  private final InstantSource clock;
  private final HostConditions hostConditions;

  /** An evaluator over what is kept and what the host tells. */
  public ClearanceEvaluator(
      Store store,
      HostSources sources,
      Offers offers,
      InstantSource clock,
      Collection<? extends HostCondition> hostConditions) {
    this.store = Objects.requireNonNull(store, "store");
    this.reading = new FactsReading(store, sources, offers, clock);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.hostConditions = new HostConditions(hostConditions);
  }

  /** Decides; never throws for what it is asked about. */
  public ClearanceDecision evaluate(Activity activity) {
    return evaluate(List.of(activity)).get(0);
  }

  /**
   * Decides about many, reading the host's facts in batches.
   *
   * @return in the order asked
   */
  public List<ClearanceDecision> evaluate(List<Activity> activities) {
    List<ClearanceDecision> decisions = new ArrayList<>();
    Facts facts = Facts.NONE;
    try {
      facts = reading.read(activities);
    } catch (RuntimeException e) {
      // Whatever keeps the host from telling, the answer is no; the message may hold what is
      // personal.
      LOG.log(System.Logger.Level.WARNING, "Facts cannot be read: {0}", e.getClass().getName());
    }
    for (Activity activity : activities) {
      try {
        decisions.add(decide(activity, facts));
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "The clearance of {0} cannot be decided: {1}",
            activity.subjectId(),
            e.getClass().getName());
        decisions.add(new ClearanceDecision.Refused(Set.of("error")));
      }
    }
    return decisions;
  }

  private ClearanceDecision decide(Activity activity, Facts facts) {
    Set<String> refusedByHost = hostConditions.refusing(activity);
    return store.inTransaction(
        unit -> {
          Stored<SafeguardingPolicy> policy =
              unit.find(SafeguardingTypes.POLICY, SafeguardingTypes.POLICY_ID).orElse(null);
          Instant now = clock.instant();
          if (policy == null || policy.value().inForceFrom().isAfter(now)) {
            return new ClearanceDecision.Refused(Set.of("policy"));
          }
          if (activity.sessions().isEmpty()) {
            return new ClearanceDecision.Refused(Set.of("hours"));
          }
          return new Weighing(activity, facts, policy, now, refusedByHost).decide(unit);
        });
  }
}
