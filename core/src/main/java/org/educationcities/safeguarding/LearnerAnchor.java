package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a learner rests on: all their permissions and all their blocks, in one
 * thing that always exists, so that "none" can be relied on too.
 *
 * @param learnerId whose
 * @param permissions in force or to come
 * @param blockedPartyIds whom they must not be brought together with; the reason is not here
 * @param confirmations how often something was confirmed on it: a confirmation writes it rather
 *     than only requiring it, so that who takes something away meets everything confirmed before
 * @param mergedInto the id under which they are known since this one was given up; null for none
 */
record LearnerAnchor(
    String learnerId,
    List<Permission> permissions,
    Set<String> blockedPartyIds,
    long confirmations,
    @Nullable String mergedInto) {
  LearnerAnchor {
    permissions = ImmutableList.copyOf(permissions);
    blockedPartyIds = ImmutableSortedSet.copyOf(blockedPartyIds);
  }

  static LearnerAnchor empty(String learnerId) {
    return new LearnerAnchor(learnerId, List.of(), Set.of(), 0, null);
  }

  LearnerAnchor with(Permission permission) {
    return new LearnerAnchor(
        learnerId,
        ImmutableList.<Permission>builder()
            .addAll(without(permission.opportunityId()).permissions)
            .add(permission)
            .build(),
        blockedPartyIds,
        confirmations,
        mergedInto);
  }

  LearnerAnchor without(String opportunityId) {
    return new LearnerAnchor(
        learnerId,
        permissions.stream().filter(each -> !each.opportunityId().equals(opportunityId)).toList(),
        blockedPartyIds,
        confirmations,
        mergedInto);
  }

  /** What may be told of it: some of its permissions, and never who is kept apart. */
  LearnerAnchor told(Predicate<Permission> which) {
    return new LearnerAnchor(
        learnerId,
        permissions.stream().filter(which).toList(),
        Set.of(),
        confirmations,
        mergedInto);
  }

  LearnerAnchor blocking(String partyId) {
    return new LearnerAnchor(
        learnerId,
        permissions,
        ImmutableSortedSet.<String>naturalOrder().addAll(blockedPartyIds).add(partyId).build(),
        confirmations,
        mergedInto);
  }

  LearnerAnchor confirmedOn() {
    return new LearnerAnchor(
        learnerId, permissions, blockedPartyIds, confirmations + 1, mergedInto);
  }

  /**
   * This anchor, once another id turned out to be the same learner: the blocks of both, and of its
   * own permissions what the other does not contradict. None of the other's is added, since nobody
   * gave it for this id, and somebody may have withdrawn it here; where both have one for an
   * activity, only the days that both cover stay.
   */
  LearnerAnchor joinedBy(LearnerAnchor other) {
    ImmutableList.Builder<Permission> kept = ImmutableList.builder();
    permissions.forEach(each -> other.narrowing(each).ifPresent(kept::add));
    return new LearnerAnchor(
        learnerId, kept.build(), bothBlocks(other), confirmations + other.confirmations, null);
  }

  /**
   * This anchor, once its id turned out to be another's: nothing is permitted under it any more,
   * and what was confirmed counts for the other.
   */
  LearnerAnchor joinedTo(LearnerAnchor other) {
    return new LearnerAnchor(learnerId, List.of(), bothBlocks(other), 0, other.learnerId);
  }

  /** This anchor, once its id turned out not to be another's after all. */
  LearnerAnchor parted() {
    return new LearnerAnchor(learnerId, permissions, blockedPartyIds, confirmations, null);
  }

  private Set<String> bothBlocks(LearnerAnchor other) {
    return Sets.union(blockedPartyIds, other.blockedPartyIds);
  }

  private Optional<Permission> narrowing(Permission theirs) {
    Permission own =
        permissions.stream()
            .filter(each -> each.opportunityId().equals(theirs.opportunityId()))
            .findFirst()
            .orElse(theirs);
    LocalDate from = own.from().isAfter(theirs.from()) ? own.from() : theirs.from();
    LocalDate until = own.until().isBefore(theirs.until()) ? own.until() : theirs.until();
    return until.isBefore(from)
        ? Optional.empty()
        : Optional.of(
            new Permission(
                theirs.opportunityId(),
                theirs.givenBy(),
                from,
                until,
                own.accompanied() && theirs.accompanied()));
  }

  /** The activities that it has a permission for. */
  Set<String> permitted() {
    return permissions.stream()
        .map(Permission::opportunityId)
        .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
  }

  boolean permits(String opportunityId) {
    return permissions.stream().anyMatch(each -> each.opportunityId().equals(opportunityId));
  }

  /** Whether a permission for one of its activities allows less than what it has for it. */
  boolean isNarrowedBy(Permission permission, LocalDate today) {
    return permissions.stream()
        .filter(each -> each.opportunityId().equals(permission.opportunityId()))
        .anyMatch(each -> Narrowing.allowsLess(each, permission, today));
  }

  /** Since when no permission runs; a block is never over. */
  Optional<Instant> overSince() {
    return blockedPartyIds.isEmpty()
        ? permissions.stream()
            .map(each -> each.until().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Whether what may be decided from both is the same. */
  boolean saysTheSameAs(LearnerAnchor other) {
    return permissions.equals(other.permissions)
        && blockedPartyIds.equals(other.blockedPartyIds)
        && Objects.equals(mergedInto, other.mergedInto);
  }

  /** Nothing of whom it tells, nor who is kept apart. */
  @Override
  public String toString() {
    return "LearnerAnchor[" + permissions.size() + " permissions]";
  }
}
