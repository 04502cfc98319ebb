package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which overrides stand in for what failed. Asked only where everything that cannot be overridden
 * holds.
 *
 * @param used those that it takes; none where it needs none
 * @param expiresAt the earliest end of them
 */
record Overriding(List<Stored<OverrideDocument>> used, Instant expiresAt) {
  Overriding {
    used = ImmutableList.copyOf(used);
  }

  /** The overrides of some conditions, each by the one that ends last; null if one has none. */
  static @Nullable Overriding of(
      UnitOfWork unit, Activity activity, OverrideRule rule, Set<Overridable> failed, Instant now) {
    if (failed.isEmpty()) {
      return new Overriding(List.of(), Instant.MAX);
    }
    if (!rule.conditions().containsAll(failed)) {
      return null;
    }
    List<InForce> inForce = inForce(unit, activity, rule, now);
    Set<Stored<OverrideDocument>> used = new LinkedHashSet<>();
    Instant expiresAt = Instant.MAX;
    for (Overridable each : failed) {
      InForce best = null;
      for (InForce other : inForce) {
        if (other.seen().value().conditions().contains(each)
            && (best == null || other.end().isAfter(best.end()))) {
          best = other;
        }
      }
      if (best == null) {
        return null;
      }
      used.add(best.seen());
      expiresAt = best.end().isBefore(expiresAt) ? best.end() : expiresAt;
    }
    return new Overriding(List.copyOf(used), expiresAt);
  }

  private record InForce(Stored<OverrideDocument> seen, Instant end) {}

  private static List<InForce> inForce(
      UnitOfWork unit, Activity activity, OverrideRule rule, Instant now) {
    List<InForce> found = new ArrayList<>();
    for (Stored<OverrideDocument> each :
        unit.all(
            SafeguardingTypes.OVERRIDE,
            Query.over(SafeguardingTypes.OVERRIDE.type().name())
                .where("learner", activity.learner().value())
                .limit(100)
                .build())) {
      each.value()
          .endsUnder(rule, activity, now)
          .ifPresent(end -> found.add(new InForce(each, end)));
    }
    return found;
  }
}
