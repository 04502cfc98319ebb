package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.educationcities.people.Guardian;
import org.educationcities.people.Learner;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.resource.Session;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a learner may be in a place at these times. Says no by default: without a policy,
 * without facts, with facts too old, on any doubt, and on any error. Thread-safe.
 *
 * <p>Conditions, by code: {@code policy}, {@code facts}, {@code learner}, {@code age}, {@code
 * permission}, {@code vetting}, {@code ratio}, {@code agreement}, {@code block}, {@code hours}, and
 * those of the host.
 */
public final class ClearanceEvaluator {
  private static final System.Logger LOG = System.getLogger(ClearanceEvaluator.class.getName());

  private final Store store;
  private final HostSources sources;
  private final InstantSource clock;
  private final List<HostCondition> hostConditions;

  /** An evaluator over what is kept and what the host tells. */
  public ClearanceEvaluator(
      Store store,
      HostSources sources,
      InstantSource clock,
      Collection<? extends HostCondition> hostConditions) {
    this.store = Objects.requireNonNull(store, "store");
    this.sources = Objects.requireNonNull(sources, "sources");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.hostConditions = ImmutableList.copyOf(hostConditions);
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
      facts = read(activities);
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

  private record Facts(
      Map<String, Learner> learners, Map<String, List<Guardian>> guardians, Instant asOf) {
    static final Facts NONE = new Facts(Map.of(), Map.of(), Instant.MIN);
  }

  private Facts read(List<Activity> activities) {
    Instant asOf = clock.instant();
    Map<String, Learner> learners = new HashMap<>();
    Set<String> ids = new HashSet<>();
    activities.forEach(each -> ids.add(each.learner().value()));
    for (List<String> some : Iterables.partition(ids, Selection.MAX_SIZE)) {
      Batch<LearnerRecord> batch = sources.learners().read(Selection.byIds(Set.copyOf(some)));
      batch.records().forEach(each -> learners.put(each.id(), Learner.of(each)));
      asOf = earlier(asOf, batch.asOf());
    }
    Set<String> guardianIds = new HashSet<>();
    store.run(
        unit ->
            unit.find(SafeguardingTypes.LEARNER, ids)
                .values()
                .forEach(
                    anchor ->
                        anchor
                            .value()
                            .permissions()
                            .forEach(each -> guardianIds.add(each.givenBy()))));
    Map<String, List<Guardian>> guardians = new HashMap<>();
    for (List<String> some : Iterables.partition(guardianIds, Selection.MAX_SIZE)) {
      Batch<GuardianRecord> batch = sources.guardians().read(Selection.byIds(Set.copyOf(some)));
      batch
          .records()
          .forEach(
              record ->
                  guardians
                      .computeIfAbsent(record.id(), id -> new ArrayList<>())
                      .add(Guardian.of(record)));
      asOf = earlier(asOf, batch.asOf());
    }
    return new Facts(learners, guardians, asOf);
  }

  private ClearanceDecision decide(Activity activity, Facts facts) {
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
          return new Weighing(activity, facts, policy, now).decide(unit);
        });
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /**
   * The weighing of one activity: what failed, when what holds ends, and what all of it rests on.
   */
  private final class Weighing {
    private final Activity activity;
    private final Facts facts;
    private final SafeguardingPolicy policy;
    private final Set<String> failed = new TreeSet<>();
    private final List<Clearance.Required<?>> required = new ArrayList<>();
    private @Nullable Stored<LearnerAnchor> learnerAnchor;
    private Instant expiresAt;

    private Weighing(
        Activity activity, Facts facts, Stored<SafeguardingPolicy> policy, Instant now) {
      this.activity = activity;
      this.facts = facts;
      this.policy = policy.value();
      this.required.add(new Clearance.Required<>(SafeguardingTypes.POLICY, policy));
      this.expiresAt = now.plus(this.policy.clearanceValidFor());
      check("facts", !facts.asOf().isBefore(now.minus(this.policy.factsNoOlderThan())));
    }

    private ClearanceDecision decide(UnitOfWork unit) {
      Learner learner = facts.learners().get(activity.learner().value());
      check("learner", learner != null && learner.mergedInto().isEmpty());
      if (learner != null) {
        age(learner);
        permission(unit, learner);
      }
      vetting(unit);
      check(
          "ratio",
          activity.adultIds().size() >= policy.fewestAdults()
              && (long) activity.adultIds().size() * policy.mostLearnersPerAdult()
                  >= activity.learnersPresent());
      agreement(unit);
      hours();
      hostConditions.forEach(this::ask);
      Stored<LearnerAnchor> anchor = learnerAnchor;
      return failed.isEmpty() && anchor != null
          ? new ClearanceDecision.Granted(
              new Clearance(
                  activity,
                  policy.version(),
                  facts.asOf(),
                  facts.asOf().plus(policy.factsNoOlderThan()),
                  expiresAt,
                  anchor,
                  required))
          : new ClearanceDecision.Refused(failed);
    }

    private void age(Learner learner) {
      for (Session session : activity.sessions()) {
        OptionalInt age = learner.ageOn(session.date());
        check("age", age.isPresent() && age.getAsInt() >= policy.minimumAge());
      }
    }

    private void permission(UnitOfWork unit, Learner learner) {
      Stored<LearnerAnchor> anchor =
          unit.find(SafeguardingTypes.LEARNER, learner.id().value()).orElse(null);
      if (anchor == null) {
        failed.add("permission");
        return;
      }
      learnerAnchor = anchor;
      boolean blocked =
          anchor.value().blockedPartyIds().contains(activity.providerId())
              || activity.adultIds().stream().anyMatch(anchor.value().blockedPartyIds()::contains);
      check("block", !blocked);
      for (Session session : activity.sessions()) {
        check("permission", isPermitted(anchor.value(), learner, session.date()));
      }
      anchor.value().permissions().stream()
          .filter(each -> each.opportunityId().equals(activity.opportunityId()))
          .forEach(
              each -> {
                endsAfter(each.until());
                facts.guardians().getOrDefault(each.givenBy(), List.of()).stream()
                    .flatMap(guardian -> guardian.mayPermitUntil(learner.id(), lastDay()).stream())
                    .forEach(this::endsAfter);
              });
    }

    private boolean isPermitted(LearnerAnchor anchor, Learner learner, LocalDate day) {
      return anchor.permissions().stream()
          .filter(each -> each.opportunityId().equals(activity.opportunityId()))
          .filter(each -> each.covers(day))
          .anyMatch(
              each ->
                  (each.givenBy().equals(learner.id().value())
                          && learner.ageOn(day).orElse(0) >= policy.ageOfOwnPermission())
                      || facts.guardians().getOrDefault(each.givenBy(), List.of()).stream()
                          .anyMatch(guardian -> guardian.mayPermitFor(learner.id(), day)));
    }

    private void vetting(UnitOfWork unit) {
      check("vetting", !activity.adultIds().isEmpty());
      LocalDate last = lastDay();
      for (String adult : activity.adultIds()) {
        Stored<Vetting> vetting = unit.find(SafeguardingTypes.VETTING, adult).orElse(null);
        if (vetting == null) {
          failed.add("vetting");
          continue;
        }
        required.add(new Clearance.Required<>(SafeguardingTypes.VETTING, vetting));
        LocalDate until = vetting.value().issuedOn().plusDays(policy.vettingValidFor().toDays());
        check(
            "vetting",
            vetting.value().decision() == Vetting.Decision.CLEARED
                && !vetting.value().issuedOn().isAfter(activity.sessions().get(0).date())
                && !until.isBefore(last));
        endsAfter(until);
      }
    }

    private void agreement(UnitOfWork unit) {
      Stored<ProviderAgreement> agreement =
          unit.find(SafeguardingTypes.AGREEMENT, activity.providerId()).orElse(null);
      if (agreement == null) {
        failed.add("agreement");
        return;
      }
      required.add(new Clearance.Required<>(SafeguardingTypes.AGREEMENT, agreement));
      for (Session session : activity.sessions()) {
        check("agreement", agreement.value().holdsOn(session.date()));
      }
      endsAfter(agreement.value().until());
    }

    private void hours() {
      Map<LocalDate, Duration> byDay = new HashMap<>();
      for (Session session : activity.sessions()) {
        ZonedDateTime start = session.localStart();
        ZonedDateTime end = session.end().atZone(session.zone());
        byDay.merge(session.date(), session.duration(), Duration::plus);
        // An end at midnight sharp is hour 24 of the day before.
        boolean sameDay = end.minusNanos(1).toLocalDate().equals(start.toLocalDate());
        int endHour = end.minusNanos(1).getHour() + 1;
        check(
            "hours",
            sameDay && start.getHour() >= policy.earliestHour() && endHour <= policy.latestHour());
      }
      byDay.values().forEach(each -> check("hours", each.compareTo(policy.mostHoursPerDay()) <= 0));
    }

    private void ask(HostCondition condition) {
      boolean accepts = false;
      try {
        accepts = condition.accepts(activity);
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Host condition {0} failed: {1}",
            condition.code(),
            e.getClass().getName());
      }
      check(condition.code(), accepts);
    }

    private void check(String condition, boolean holds) {
      if (!holds) {
        failed.add(condition);
      }
    }

    /** A condition that holds through a day ends with it, by the clocks of the place. */
    private void endsAfter(LocalDate day) {
      Instant end = day.plusDays(1).atStartOfDay(activity.sessions().get(0).zone()).toInstant();
      expiresAt = earlier(expiresAt, end);
    }

    private LocalDate lastDay() {
      return activity.sessions().get(activity.sessions().size() - 1).date();
    }
  }
}
