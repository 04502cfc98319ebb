package org.educationcities.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.educationcities.city.Distance;
import org.educationcities.people.Learner;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.registry.Offers;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Session;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/** The weighing of one activity: what failed, when what holds ends, and what all of it rests on. */
final class Weighing {
  private static final int WEEK = 7;

  private final Activity activity;
  private final Facts facts;
  private final SafeguardingPolicy policy;
  private final Instant now;
  private final Set<String> failed = new TreeSet<>();
  private final Set<Overridable> overridable = EnumSet.noneOf(Overridable.class);
  private final List<Clearance.Required<?>> required = new ArrayList<>();
  private @Nullable Stored<LearnerAnchor> learnerAnchor;
  private Instant expiresAt;
  private long mostPresent = Long.MAX_VALUE;

  Weighing(
      Activity activity,
      Facts facts,
      Stored<SafeguardingPolicy> policy,
      Instant now,
      Set<String> refusedByHost) {
    this.failed.addAll(refusedByHost);
    this.now = now;
    this.activity = activity;
    this.facts = facts;
    this.policy = policy.value();
    this.required.add(new Clearance.Required<>(SafeguardingTypes.POLICY, policy));
    this.expiresAt = now.plus(this.policy.clearanceValidFor());
    check("facts", !facts.asOf().isBefore(now.minus(this.policy.factsNoOlderThan())));
  }

  ClearanceDecision decide(UnitOfWork unit) {
    Learner learner = facts.learners().get(activity.learner().value());
    check("learner", learner != null && learner.mergedInto().isEmpty());
    if (learner != null) {
      age(learner);
      permission(unit, learner);
    }
    vetting(unit);
    ratio(learner);
    agreement(unit);
    hours(learner);
    place(unit, learner);
    Stored<LearnerAnchor> anchor = learnerAnchor;
    // Overrides are asked only where nothing fails that nobody can override.
    Overriding overriding =
        failed.isEmpty() && anchor != null
            ? Overriding.of(unit, activity, policy.overrides(), overridable, now)
            : null;
    if (overriding == null || anchor == null) {
      overridable.forEach(each -> failed.add(each.code()));
      return new ClearanceDecision.Refused(failed);
    }
    return new ClearanceDecision.Granted(
        new Clearance(
            activity,
            policy.version(),
            facts.asOf(),
            facts.asOf().plus(policy.factsNoOlderThan()),
            earlier(expiresAt, overriding.expiresAt()),
            overridable.contains(Overridable.RATIO)
                ? Math.max(mostPresent, activity.learnersPresent())
                : mostPresent,
            anchor,
            overriding.used(),
            required));
  }

  private void age(Learner learner) {
    for (Session session : activity.sessions()) {
      OptionalInt age = learner.ageOn(session.date());
      check("age", age.isPresent());
      check(Overridable.AGE, age.orElse(0) >= policy.minimumAge());
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
    return permissions(anchor, learner, day).findAny().isPresent();
  }

  /** The permissions that count on a day. */
  private Stream<Permission> permissions(LearnerAnchor anchor, Learner learner, LocalDate day) {
    return anchor.permissions().stream()
        .filter(each -> each.opportunityId().equals(activity.opportunityId()))
        .filter(each -> each.covers(day))
        .filter(
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
      check(
          "vetting",
          vetting.value().clears()
              && !vetting.value().issuedOn().isAfter(activity.sessions().get(0).date()));
      Duration validFor = policy.vettings().get(vetting.value().kind());
      LocalDate until =
          vetting.value().issuedOn().plusDays(validFor == null ? 0 : validFor.toDays());
      boolean counts = validFor != null && !until.isBefore(last);
      check(Overridable.VETTING, counts);
      if (counts) {
        endsAfter(until);
      }
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

  /** The rule at the learner's age on a day; where the age is not known, all of them. */
  private List<AgeRule> rulesOn(@Nullable Learner learner, LocalDate day) {
    OptionalInt age = learner == null ? OptionalInt.empty() : learner.ageOn(day);
    return age.isPresent() ? List.of(policy.at(age.getAsInt())) : policy.ages();
  }

  /** Enough adults for as many learners as are there, by the age of the one asked about. */
  private void ratio(@Nullable Learner learner) {
    int adults = activity.adultIds().size();
    check(Overridable.RATIO, adults >= policy.fewestAdults());
    for (Session session : activity.sessions()) {
      for (AgeRule rule : rulesOn(learner, session.date())) {
        mostPresent = Math.min(mostPresent, (long) adults * rule.mostLearnersPerAdult());
      }
    }
    check(Overridable.RATIO, activity.learnersPresent() <= mostPresent);
  }

  /** Times of the day; and how long a day and any seven days on end are, with all else there is. */
  private void hours(@Nullable Learner learner) {
    Map<LocalDate, Duration> byDay = new HashMap<>();
    activity
        .otherSessions()
        .forEach(each -> byDay.merge(each.date(), each.duration(), Duration::plus));
    for (Session session : activity.sessions()) {
      ZonedDateTime start = session.localStart();
      ZonedDateTime end = session.end().atZone(session.zone());
      byDay.merge(session.date(), session.duration(), Duration::plus);
      // An end at midnight sharp is hour 24 of the day before.
      boolean sameDay = end.minusNanos(1).toLocalDate().equals(start.toLocalDate());
      int endHour = end.minusNanos(1).getHour() + 1;
      for (AgeRule rule : rulesOn(learner, session.date())) {
        check(
            Overridable.HOURS,
            sameDay && start.getHour() >= rule.earliestHour() && endHour <= rule.latestHour());
      }
    }
    for (Session session : activity.sessions()) {
      LocalDate day = session.date();
      for (AgeRule rule : rulesOn(learner, day)) {
        check(
            Overridable.HOURS,
            byDay.getOrDefault(day, Duration.ZERO).compareTo(rule.mostHoursPerDay()) <= 0);
      }
      for (int before = 0; before < WEEK; before++) {
        LocalDate first = day.minusDays(before);
        check(
            Overridable.HOURS,
            weekFrom(first, byDay).compareTo(mostInWeekFrom(first, byDay, learner)) <= 0);
      }
    }
  }

  /**
   * The longest that a week may last: by the strictest rule of its days. A birthday in it makes a
   * week no longer for the days before, which another placement may rest on.
   */
  private Duration mostInWeekFrom(
      LocalDate first, Map<LocalDate, Duration> byDay, @Nullable Learner learner) {
    Duration most = Duration.ofDays(WEEK);
    for (int i = 0; i < WEEK; i++) {
      LocalDate day = first.plusDays(i);
      if (byDay.containsKey(day)) {
        for (AgeRule rule : rulesOn(learner, day)) {
          most = rule.mostHoursPerWeek().compareTo(most) < 0 ? rule.mostHoursPerWeek() : most;
        }
      }
    }
    return most;
  }

  private static Duration weekFrom(LocalDate first, Map<LocalDate, Duration> byDay) {
    Duration sum = Duration.ZERO;
    for (int i = 0; i < WEEK; i++) {
      sum = sum.plus(byDay.getOrDefault(first.plusDays(i), Duration.ZERO));
    }
    return sum;
  }

  /** What the place is and how far it is, where a rule asks; what is not known is refused. */
  private void place(UnitOfWork unit, @Nullable Learner learner) {
    Set<AgeRule> rules = new HashSet<>();
    activity.sessions().forEach(each -> rules.addAll(rulesOn(learner, each.date())));
    if (rules.stream().noneMatch(AgeRule::asksAboutThePlace)) {
      return;
    }
    Stored<Opportunity> offered = unit.find(Offers.kind(), activity.opportunityId()).orElse(null);
    if (offered != null) {
      required.add(new Clearance.Required<>(Offers.kind(), offered));
    }
    for (AgeRule rule : rules) {
      if (!rule.refusedKinds().isEmpty()) {
        String kind =
            offered == null ? null : facts.kinds().get(offered.value().resourceId().value());
        check("kind", kind != null);
        check(Overridable.KIND, kind == null || !rule.refusedKinds().contains(kind));
      }
    }
    for (Session session : activity.sessions()) {
      for (AgeRule rule : rulesOn(learner, session.date())) {
        if (rule.farthestUnaccompanied() != null && !isAccompanied(learner, session.date())) {
          distance(new Distance(rule.farthestUnaccompanied()), offered, learner);
        }
      }
    }
  }

  /** Whether a guardian whose permission counts on a day sees to the way there and back. */
  private boolean isAccompanied(@Nullable Learner learner, LocalDate day) {
    Stored<LearnerAnchor> anchor = learnerAnchor;
    return learner != null
        && anchor != null
        && permissions(anchor.value(), learner, day).anyMatch(Permission::accompanied);
  }

  /** They may set out from home and from school: both ways count, and none known is too far. */
  private void distance(
      Distance farthest, @Nullable Stored<Opportunity> offered, @Nullable Learner learner) {
    List<GeoPoint> starts = learner == null ? List.of() : facts.startsOf(learner);
    GeoPoint to = offered == null ? null : offered.value().position().orElse(null);
    check("distance", to != null && !starts.isEmpty());
    if (to != null) {
      check(
          Overridable.DISTANCE,
          starts.stream().allMatch(from -> Distance.between(from, to).isWithin(farthest)));
    }
  }

  private void check(Overridable condition, boolean holds) {
    if (!holds) {
      overridable.add(condition);
    }
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

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
