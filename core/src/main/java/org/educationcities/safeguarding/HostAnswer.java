package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Set;

/**
 * What the host told of some activities, and has against them, to decide about them a little later
 * within a transaction, in which it cannot be asked. Immutable.
 */
public final class HostAnswer {
  private final Facts facts;
  private final Map<String, Set<String>> refusing;

  HostAnswer(Facts facts, Map<String, Set<String>> refusing) {
    this.facts = facts;
    this.refusing = ImmutableMap.copyOf(refusing);
  }

  Facts facts() {
    return facts;
  }

  /** The codes of the host's conditions that refuse; of what was not asked about one that does. */
  Set<String> refusing(Activity activity) {
    return refusing.getOrDefault(activity.subjectId(), Set.of("facts"));
  }
}
