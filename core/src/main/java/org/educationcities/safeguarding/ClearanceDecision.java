package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;

/** What the evaluator answers. */
public sealed interface ClearanceDecision {

  /**
   * Yes.
   *
   * @param clearance the proof
   */
  record Granted(Clearance clearance) implements ClearanceDecision {}

  /**
   * No.
   *
   * @param conditions the codes of those that failed, for those who may know; not for others
   */
  record Refused(Set<String> conditions) implements ClearanceDecision {
    /** A refusal by at least one condition. */
    public Refused {
      conditions = ImmutableSortedSet.copyOf(conditions);
    }
  }
}
