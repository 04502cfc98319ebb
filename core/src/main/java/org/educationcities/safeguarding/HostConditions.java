package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The conditions of a host and of authorities, asked one by one outside of any transaction, since
 * they may take their time. Whatever keeps one from saying yes is a no.
 */
final class HostConditions {
  private static final System.Logger LOG = System.getLogger(ClearanceEvaluator.class.getName());

  private final List<HostCondition> conditions;

  HostConditions(Collection<? extends HostCondition> conditions) {
    this.conditions = ImmutableList.copyOf(conditions);
  }

  /** The codes of those that have something against it, or failed to say. */
  Set<String> refusing(Activity activity) {
    Set<String> refusing = new TreeSet<>();
    for (HostCondition each : conditions) {
      if (!accepts(each, activity)) {
        refusing.add(each.code());
      }
    }
    return refusing;
  }

  private static boolean accepts(HostCondition condition, Activity activity) {
    try {
      return condition.accepts(activity);
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Host condition {0} failed: {1}",
          condition.code(),
          e.getClass().getName());
      return false;
    }
  }
}
