package org.educationcities.safeguarding;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;

/** The anchors of learners within a transaction: where there is none yet, an empty one. */
final class LearnerAnchors {
  private LearnerAnchors() {}

  static LearnerAnchor known(UnitOfWork unit, LearnerId learner) {
    return unit.find(SafeguardingTypes.LEARNER, learner.value())
        .map(Stored::value)
        .orElseGet(() -> LearnerAnchor.empty(learner.value()));
  }

  /** Changes a learner's anchor; false if it stays as it is. */
  static boolean change(UnitOfWork unit, LearnerId learner, UnaryOperator<LearnerAnchor> change) {
    Optional<Stored<LearnerAnchor>> before = unit.find(SafeguardingTypes.LEARNER, learner.value());
    LearnerAnchor none = LearnerAnchor.empty(learner.value());
    LearnerAnchor after = change.apply(before.map(Stored::value).orElse(none));
    if (before.isEmpty()) {
      unit.insert(SafeguardingTypes.LEARNER, after);
    } else if (before.get().value().equals(after)) {
      return false;
    } else {
      unit.update(SafeguardingTypes.LEARNER, before.get(), after);
    }
    return true;
  }

  /**
   * A learner, and under which ids they are known since theirs was given up: who still speaks of
   * them by the earlier one means the same child. Written by {@link Safeguarding#merge} to the
   * anchor of the earlier one, which whoever asks here writes too: so the one meets the other.
   */
  static Set<LearnerId> identitiesSince(UnitOfWork unit, LearnerId learner) {
    Set<LearnerId> all = new LinkedHashSet<>();
    LearnerId at = learner;
    while (at != null && all.add(at)) {
      String next = known(unit, at).mergedInto();
      at = next == null ? null : new LearnerId(next);
    }
    return all;
  }
}
