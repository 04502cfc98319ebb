package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.educationcities.Role;

/**
 * What of a policy two people may override together, who they are, and for how long. A policy that
 * says nothing of it lets nobody override anything.
 *
 * <p>Nobody of the sides that it would benefit may be named: not the learner's, not the provider's;
 * and not who runs the installation. One of the two is always a safeguarding lead.
 *
 * @param conditions what may be overridden
 * @param roles in which they may propose and second it: educators, planners and safeguarding leads,
 *     the latter always among them
 * @param longest how long after it was proposed an override holds at most, above 0 and at most a
 *     year
 */
public record OverrideRule(Set<Overridable> conditions, Set<Role> roles, Duration longest) {
  /** Nothing may be overridden. */
  public static final OverrideRule NONE = new OverrideRule(Set.of(), Set.of(), Duration.ZERO);

  private static final Set<Role> MAY_BE_NAMED =
      ImmutableSet.copyOf(EnumSet.of(Role.EDUCATOR, Role.PLANNER, Role.SAFEGUARDING_LEAD));
  private static final Duration YEAR = Duration.ofDays(366);

  /** A rule that says either nothing or everything. */
  public OverrideRule {
    Objects.requireNonNull(longest, "longest");
    conditions = Sets.immutableEnumSet(conditions);
    roles = Sets.immutableEnumSet(roles);
    if (conditions.isEmpty()) {
      require(
          roles.isEmpty() && longest.isZero(),
          "Where nothing may be overridden there is nobody to do it, and no time.");
    } else {
      require(
          roles.contains(Role.SAFEGUARDING_LEAD),
          "One of the two who override is a safeguarding lead.");
      require(
          MAY_BE_NAMED.containsAll(roles),
          "Educators, planners and safeguarding leads may override, nobody else.");
      require(
          !longest.isNegative() && !longest.isZero() && longest.compareTo(YEAR) <= 0,
          "An override holds for a time above 0, and at most a year.");
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
