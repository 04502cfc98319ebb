package org.educationcities.examples.cityinabox;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.educationcities.people.LearnerId;

/**
 * What people answer in the example, since nobody is there to ask: drawn from the seed and who is
 * asked, so that a second run is answered alike.
 */
final class PlayedAnswers {
  private final long seed;

  PlayedAnswers(long seed) {
    this.seed = seed;
  }

  /** What a family says to a proposal. */
  enum Answer {
    YES,
    NO,
    NOT_YET
  }

  Answer toProposal(LearnerId learner) {
    int draw = draw("proposal", learner.value());
    return draw < 93 ? Answer.YES : draw < 97 ? Answer.NO : Answer.NOT_YET;
  }

  boolean givesPermission(LearnerId learner) {
    return draw("permission", learner.value()) < 96;
  }

  boolean isVetted(String adult) {
    return draw("vetting", adult) < 99;
  }

  boolean hasAgreed(String provider) {
    return draw("agreement", provider) < 98;
  }

  private int draw(String question, String who) {
    long hash =
        Hashing.sha256()
            .hashString(seed + "|" + question + "|" + who, StandardCharsets.UTF_8)
            .asLong();
    return (int) Math.floorMod(hash, 100L);
  }
}
