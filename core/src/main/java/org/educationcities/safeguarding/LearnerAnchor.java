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
 */
record LearnerAnchor(String learnerId, List<Permission> permissions, Set<String> blockedPartyIds) {
  LearnerAnchor {
    permissions = ImmutableList.copyOf(permissions);
    blockedPartyIds = ImmutableSortedSet.copyOf(blockedPartyIds);
  }

  static LearnerAnchor empty(String learnerId) {
    return new LearnerAnchor(learnerId, List.of(), Set.of());
  }

  LearnerAnchor with(Permission permission) {
    return new LearnerAnchor(
        learnerId,
        ImmutableList.<Permission>builder()
            .addAll(without(permission.opportunityId()).permissions)
            .add(permission)
            .build(),
        blockedPartyIds);
  }

  LearnerAnchor without(String opportunityId) {
    return new LearnerAnchor(
        learnerId,
        permissions.stream().filter(each -> !each.opportunityId().equals(opportunityId)).toList(),
        blockedPartyIds);
  }

  LearnerAnchor blocking(String partyId) {
    return new LearnerAnchor(
        learnerId,
        permissions,
        ImmutableSortedSet.<String>naturalOrder().addAll(blockedPartyIds).add(partyId).build());
  }
}
