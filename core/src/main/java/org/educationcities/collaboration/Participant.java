package org.educationcities.collaboration;

import java.util.Objects;
import org.educationcities.profile.Party;

/**
 * A party that takes part in a collaboration.
 *
 * @param party who
 * @param part what they do in it
 * @param home where they are at home
 */
public record Participant(Party party, Part part, Home home) {
  /** A party with its part. */
  public Participant {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(home, "home");
  }
}
