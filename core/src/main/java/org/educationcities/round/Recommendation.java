package org.educationcities.round;

import java.util.Objects;
import java.util.Optional;
import org.educationcities.city.Distance;
import org.educationcities.profile.Affinity;
import org.educationcities.resource.Opportunity;
import org.jspecify.annotations.Nullable;

/** One opportunity recommended to a learner, with the reason. Immutable. */
public final class Recommendation {
  private final Opportunity opportunity;
  private final Affinity affinity;
  private final @Nullable Distance distance;

  Recommendation(Opportunity opportunity, Affinity affinity, @Nullable Distance distance) {
    this.opportunity = Objects.requireNonNull(opportunity, "opportunity");
    this.affinity = Objects.requireNonNull(affinity, "affinity");
    this.distance = distance;
  }

  /** What is recommended. */
  public Opportunity opportunity() {
    return opportunity;
  }

  /** How much it gives both sides, and what that is made of. */
  public Affinity affinity() {
    return affinity;
  }

  /** How far it is, if both sides are somewhere. */
  public Optional<Distance> distance() {
    return Optional.ofNullable(distance);
  }

  @Override
  public String toString() {
    return "Recommendation[" + opportunity.id() + ", " + affinity.points() + "]";
  }
}
