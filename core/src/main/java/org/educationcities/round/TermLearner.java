package org.educationcities.round;

import java.util.Objects;
import java.util.Optional;
import org.educationcities.people.AgeRange;
import org.educationcities.people.Learner;
import org.educationcities.profile.Profile;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/** A learner as a snapshot of a term sees them. Immutable. */
public final class TermLearner {
  private final Learner learner;
  private final Profile profile;
  private final String country;
  private final AgeRange ages;
  private final @Nullable GeoPoint position;

  TermLearner(
      Learner learner,
      Profile profile,
      String country,
      AgeRange ages,
      @Nullable GeoPoint position) {
    this.learner = Objects.requireNonNull(learner, "learner");
    this.profile = Objects.requireNonNull(profile, "profile");
    this.country = Objects.requireNonNull(country, "country");
    this.ages = Objects.requireNonNull(ages, "ages");
    this.position = position;
  }

  /** Who it is. */
  public Learner learner() {
    return learner;
  }

  /**
   * Their profile, with quests and wishes among the growth areas as what is above all important.
   */
  public Profile profile() {
    return profile;
  }

  /** The country of their city, ISO 3166-1 alpha-2. */
  public String country() {
    return country;
  }

  /** The ages they may have at the beginning of the term. */
  public AgeRange ages() {
    return ages;
  }

  /** Where they set out from: their own position, else their school's. */
  public Optional<GeoPoint> position() {
    return Optional.ofNullable(position);
  }

  /** The id only. */
  @Override
  public String toString() {
    return learner.toString();
  }
}
