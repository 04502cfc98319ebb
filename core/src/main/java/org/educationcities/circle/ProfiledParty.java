package org.educationcities.circle;

import java.util.Objects;
import org.educationcities.collaboration.Home;
import org.educationcities.collaboration.Part;
import org.educationcities.collaboration.Participant;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;

/**
 * A party with where it is at home and what it can do and wants to learn: what every circle matches
 * by.
 *
 * @param party who
 * @param home where
 * @param profile strengths and growth areas
 */
public record ProfiledParty(Party party, Home home, Profile profile) {
  /** A party with its home and profile. */
  public ProfiledParty {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(profile, "profile");
  }

  /** Its id. */
  public String id() {
    return party.id();
  }

  Participant as(Part part) {
    return new Participant(party, part, home);
  }

  static void require(ProfiledParty each, Party.Kind kind) {
    if (each.party.kind() != kind) {
      throw new IllegalArgumentException(
          "A " + kind + " is expected here, not a " + each.party.kind() + ".");
    }
  }

  /** Without the profile, which may be personal. */
  @Override
  public String toString() {
    return "ProfiledParty[" + party.kind() + " " + party.id() + "]";
  }
}
