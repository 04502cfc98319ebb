package org.educationcities.registry;

import java.util.Objects;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;

/**
 * A party with its profile.
 *
 * @param party whose it is
 * @param profile what is known of them
 */
public record KnownProfile(Party party, Profile profile) {
  /** A profile of a party. */
  public KnownProfile {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(profile, "profile");
  }
}
