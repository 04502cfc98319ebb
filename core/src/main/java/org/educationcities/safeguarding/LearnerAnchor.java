package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Set;

/**
 * What a decision about a learner rests on: all their permissions and all their blocks, in one
 * thing that always exists, so that "none" can be relied on too.
 *
 * @param learnerId whose
 * @param permissions in force or to come
 * @param blockedPartyIds whom they must not be brought together with; the reason is not here
 * @param confirmations how often something was confirmed on it: a confirmation writes it rather
 *     than only requiring it, so that who takes something away meets everything confirmed before
 */
record LearnerAnchor(
    String learnerId,
    List<Permission> permissions,
    Set<String> blockedPartyIds,
    long confirmations) {
  LearnerAnchor {
    permissions = ImmutableList.copyOf(permissions);
    blockedPartyIds = ImmutableSortedSet.copyOf(blockedPartyIds);
  }

  static LearnerAnchor empty(String learnerId) {
    return new LearnerAnchor(learnerId, List.of(), Set.of(), 0);
  }

  LearnerAnchor with(Permission permission) {
    return new LearnerAnchor(
        learnerId,
        ImmutableList.<Permission>builder()
            .addAll(without(permission.opportunityId()).permissions)
            .add(permission)
            .build(),
        blockedPartyIds,
        confirmations);
  }

  LearnerAnchor without(String opportunityId) {
    return new LearnerAnchor(
        learnerId,
        permissions.stream().filter(each -> !each.opportunityId().equals(opportunityId)).toList(),
        blockedPartyIds,
        confirmations);
  }

  LearnerAnchor blocking(String partyId) {
    return new LearnerAnchor(
        learnerId,
        permissions,
        ImmutableSortedSet.<String>naturalOrder().addAll(blockedPartyIds).add(partyId).build(),
        confirmations);
  }

  LearnerAnchor confirmedOn() {
    return new LearnerAnchor(learnerId, permissions, blockedPartyIds, confirmations + 1);
  }

  boolean permits(String opportunityId) {
    return permissions.stream().anyMatch(each -> each.opportunityId().equals(opportunityId));
  }

  /** Whether what may be decided from both is the same. */
  boolean saysTheSameAs(LearnerAnchor other) {
    return permissions.equals(other.permissions) && blockedPartyIds.equals(other.blockedPartyIds);
  }
}
