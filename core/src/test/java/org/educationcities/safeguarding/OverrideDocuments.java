package org.educationcities.safeguarding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Overrides of the table's city with one thing changed. */
final class OverrideDocuments {
  private OverrideDocuments() {}

  /** One that nobody has seconded yet. */
  static OverrideDocument waiting() {
    OverrideDocument good = TableCity.override(Set.of(Overridable.AGE));
    return saidBy(good, good.proposed(), null);
  }

  static OverrideDocument saidBy(
      OverrideDocument good,
      OverrideDocument.Say proposed,
      OverrideDocument.@Nullable Say seconded) {
    return new OverrideDocument(
        good.id(),
        good.learner(),
        good.opportunityId(),
        good.providerId(),
        good.conditions(),
        good.reason(),
        good.until(),
        proposed,
        seconded,
        null,
        good.uses());
  }
}
