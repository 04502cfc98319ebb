package org.educationcities.safeguarding;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
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
    return decideOrRefuse(activities, facts(activities));
  }

  /** Asks the host now, for {@link #decideWithin}. */
  public HostAnswer askHost(List<Activity> activities) {
    Map<String, Set<String>> refusing = new HashMap<>();
    activities.forEach(each -> refusing.put(each.subjectId(), hostConditions.refusing(each)));
    return new HostAnswer(facts(activities), refusing);
  }

  /**
   * Decides about many within a transaction that does more, by what it has written too.
   *
   * @return in the order asked
   */
  public List<ClearanceDecision> decideWithin(
      UnitOfWork unit, List<Activity> activities, HostAnswer told) {
    readAhead(unit, activities);
    return activities.stream()
        .map(each -> decideOrRefuse(unit, each, told.facts(), told.refusing(each)))
        .toList();
  }

  private Facts facts(List<Activity> activities) {
    try {
      return reading.read(activities);
    } catch (RuntimeException e) {
      // Whatever keeps the host from telling, the answer is no; the message may hold what is
      // personal.
      LOG.log(System.Logger.Level.WARNING, "Facts cannot be read: {0}", e.getClass().getName());
      return Facts.NONE;
    }
  }

  /** What keeps some of them from being read is no reason to refuse the others. */
  private List<ClearanceDecision> decideOrRefuse(List<Activity> activities, Facts facts) {
    try {
      return decide(activities, facts);
    } catch (RuntimeException e) {
      if (activities.size() > 1) {
        return activities.stream()
            .flatMap(each -> decideOrRefuse(List.of(each), facts).stream())
            .toList();
      }
      return activities.stream().map(each -> refused(each, e)).toList();
    }
  }

  /** In one transaction, so that what they rest on is read in one find a kind. */
  private List<ClearanceDecision> decide(List<Activity> activities, Facts facts) {
    List<Set<String>> refusedByHost = activities.stream().map(hostConditions::refusing).toList();
    return store.<List<ClearanceDecision>>inTransaction(
        unit -> {
          readAhead(unit, activities);
          List<ClearanceDecision> decisions = new ArrayList<>();
          for (int i = 0; i < activities.size(); i++) {
            decisions.add(decideOrRefuse(unit, activities.get(i), facts, refusedByHost.get(i)));
          }
          return decisions;
        });
  }

  private static void readAhead(UnitOfWork unit, List<Activity> activities) {
    Set<String> adults = new HashSet<>();
    Set<String> providers = new HashSet<>();
    Set<String> opportunities = new HashSet<>();
    for (Activity activity : activities) {
      adults.addAll(activity.adultIds());
      providers.add(activity.providerId());
      opportunities.add(activity.opportunityId());
    }
    unit.readAhead(SafeguardingTypes.POLICY, Set.of(SafeguardingTypes.POLICY_ID));
    Clearance.readLearnersAhead(unit, activities.stream().map(Activity::learner).toList());
    unit.readAhead(SafeguardingTypes.VETTING, adults);
    unit.readAhead(SafeguardingTypes.AGREEMENT, providers);
    unit.readAhead(Offers.kind(), opportunities);
  }

  private ClearanceDecision decideOrRefuse(
      UnitOfWork unit, Activity activity, Facts facts, Set<String> refusedByHost) {
    try {
      return decide(unit, activity, facts, refusedByHost);
    } catch (RuntimeException e) {
      return refused(activity, e);
    }
  }

  private static ClearanceDecision refused(Activity activity, RuntimeException why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "The clearance of {0} cannot be decided: {1}",
        activity.subjectId(),
        why.getClass().getName());
    return new ClearanceDecision.Refused(Set.of("error"));
  }

  private ClearanceDecision decide(
      UnitOfWork unit, Activity activity, Facts facts, Set<String> refusedByHost) {
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
  }
}
