package org.educationcities.safeguarding;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Proof that this learner may be in this place at these times. Only the {@link ClearanceEvaluator}
 * makes one. It is bound to one version of what would be confirmed and of the policy, and ends when
 * the first of its conditions does. Immutable.
 */
public final class Clearance {
  private final Activity activity;
  private final int policyVersion;
  private final Instant factsAsOf;
  private final Instant usableUntil;
  private final Instant expiresAt;
  private final long mostPresent;
  private final Stored<LearnerAnchor> learner;
  private final List<Stored<OverrideDocument>> overrides;
  private final List<Required<?>> required;

  /** What must still be as it was. */
  record Required<T>(Kind<T> kind, Stored<T> seen) {}

  /**
   * Not reachable from outside the room: there is no other way to a clearance than to be evaluated.
   */
  Clearance(
      Activity activity,
      int policyVersion,
      Instant factsAsOf,
      Instant usableUntil,
      Instant expiresAt,
      long mostPresent,
      Stored<LearnerAnchor> learner,
      List<Stored<OverrideDocument>> overrides,
      List<Required<?>> required) {
    this.activity = activity;
    this.policyVersion = policyVersion;
    this.factsAsOf = factsAsOf;
    this.usableUntil = usableUntil;
    this.expiresAt = expiresAt;
    this.mostPresent = mostPresent;
    this.learner = learner;
    this.overrides = ImmutableList.copyOf(overrides);
    this.required = ImmutableList.copyOf(required);
  }

  /** What it clears, as it was told to the evaluator. */
  public Activity activity() {
    return activity;
  }

  /** Until when something can be confirmed by it: while the host's facts are fresh enough. */
  public Instant usableUntil() {
    return usableUntil;
  }

  /** What it clears. */
  public String subjectId() {
    return activity.subjectId();
  }

  /** The version of what it clears. */
  public long subjectVersion() {
    return activity.subjectVersion();
  }

  /** The version of the policy it was decided by. */
  public int policyVersion() {
    return policyVersion;
  }

  /** The moment as of which the host's facts were true. */
  public Instant factsAsOf() {
    return factsAsOf;
  }

  /** The ids of the overrides that it takes; none where every condition holds. */
  public List<String> overrideIds() {
    return overrides.stream().map(each -> each.value().id()).toList();
  }

  /** When it ends: the earliest end of any condition. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Looks in a transaction at everything that the clearance rests on, before anything else is read
   * that the decision to confirm depends on: what is confirmed for the learner meanwhile is then
   * either seen, or has changed the learner's anchor.
   *
   * @return what the transaction can rest on; null if something is no longer as it was, and then
   *     the caller must not go on
   */
  public @Nullable Footing footingIn(UnitOfWork unit) {
    for (Required<?> each : required) {
      if (!isStillSo(unit, each)) {
        return null;
      }
    }
    Stored<LearnerAnchor> now =
        unit.find(SafeguardingTypes.LEARNER, learner.value().learnerId()).orElse(null);
    if (now == null || !now.value().saysTheSameAs(learner.value())) {
      return null;
    }
    List<Stored<OverrideDocument>> used = new ArrayList<>();
    for (Stored<OverrideDocument> each : overrides) {
      Stored<OverrideDocument> known =
          unit.find(SafeguardingTypes.OVERRIDE, each.value().id()).orElse(null);
      if (known == null || !known.value().saysTheSameAs(each.value())) {
        return null;
      }
      used.add(known);
    }
    return new Footing(now, used);
  }

  /** What a transaction found to be as it was. */
  public static final class Footing {
    private final Stored<LearnerAnchor> learner;
    private final List<Stored<OverrideDocument>> overrides;

    private Footing(Stored<LearnerAnchor> learner, List<Stored<OverrideDocument>> overrides) {
      this.learner = learner;
      this.overrides = ImmutableList.copyOf(overrides);
    }

    /**
     * Rests the transaction on it: it commits only if all of that is still so. The learner's own
     * anchor and the overrides it takes are written, not only required: whoever withdraws a
     * permission or revokes an override in the same moment then meets this confirmation, or this
     * one meets them.
     */
    public void restIn(UnitOfWork unit) {
      overrides.forEach(each -> unit.update(SafeguardingTypes.OVERRIDE, each, each.value().used()));
      unit.update(SafeguardingTypes.LEARNER, learner, learner.value().confirmedOn());
    }
  }

  /**
   * Reads in one find a kind what many clearances rest on, the learners' own anchors aside, before
   * each is asked for its own.
   */
  public static void readAhead(UnitOfWork unit, Collection<Clearance> clearances) {
    SetMultimap<Kind<?>, String> ids = HashMultimap.create();
    for (Clearance clearance : clearances) {
      clearance.required.forEach(each -> ids.put(each.kind(), each.seen().entity().id()));
    }
    Multimaps.asMap(ids).forEach(unit::readAhead);
  }

  /** Reads the anchors of many learners in one find, before each is asked for. */
  public static void readLearnersAhead(UnitOfWork unit, Collection<LearnerId> learners) {
    unit.readAhead(
        SafeguardingTypes.LEARNER,
        learners.stream().map(LearnerId::value).collect(Collectors.toSet()));
  }

  private static <T> boolean isStillSo(UnitOfWork unit, Required<T> each) {
    Stored<T> now = unit.find(each.kind(), each.seen().entity().id()).orElse(null);
    if (now == null || now.version() != each.seen().version()) {
      return false;
    }
    unit.require(now);
    return true;
  }

  /** What is kept of it once it was used. */
  public ClearanceNote note(Instant usedAt) {
    ImmutableList.Builder<ClearanceNote.Anchor> anchors = ImmutableList.builder();
    required.forEach(each -> anchors.add(anchor(each.seen())));
    overrides.forEach(each -> anchors.add(anchor(each)));
    anchors.add(anchor(learner));
    return new ClearanceNote(
        subjectVersion(),
        policyVersion,
        usedAt,
        factsAsOf,
        expiresAt,
        mostPresent,
        anchors.build());
  }

  private static ClearanceNote.Anchor anchor(Stored<?> seen) {
    return new ClearanceNote.Anchor(seen.entity().type(), seen.entity().id(), seen.version());
  }

  @Override
  public String toString() {
    return "Clearance[" + subjectId() + "@" + subjectVersion() + ", until " + expiresAt + "]";
  }
}
