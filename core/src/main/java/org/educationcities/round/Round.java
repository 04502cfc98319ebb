package org.educationcities.round;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.educationcities.matching.Sentence;
import org.educationcities.matching.Sentences;
import org.educationcities.resource.TermId;

/**
 * The head of a round: what it is and where it stands. Its placements are read apart.
 *
 * @param id its id
 * @param term the term it allocates
 * @param state where it stands
 * @param asOf the moment as of which the snapshot was true
 * @param fairness the notion of fairness it went by: the key of a sentence of the library, or words
 *     of the host's own; {@link #fairnessIn} says it in a language
 * @param learners how many learners stood in the snapshot
 * @param placed how many placements there are
 * @param total the sum of their affinities
 * @param proof what proves the total best, or why nothing does
 * @param parts in how many parts its placements are stored
 */
public record Round(
    RoundId id,
    TermId term,
    RoundState state,
    Instant asOf,
    String fairness,
    int learners,
    int placed,
    long total,
    Proof proof,
    int parts) {

  /** What is known of how good a round is. */
  public enum Proof {
    /**
     * The total is the greatest there is over all eligible pairs: a certificate was checked by code
     * apart from the solver.
     */
    OPTIMAL,
    /** It was edited by hand after it was made; the certificate is of what it was before. */
    EDITED,
    /**
     * It is the best repair of an earlier round at a stated cost of change: a certificate was
     * checked by code apart from the solver. Its total need not be the greatest there is.
     */
    REPAIRED,
    /** Found, but not proven best. */
    NONE
  }

  /** A round's head. */
  public Round {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(fairness, "fairness");
    Objects.requireNonNull(proof, "proof");
  }

  /** The notion of fairness in words, in a language if they are the library's. */
  public String fairnessIn(Locale locale) {
    Sentences sentences = Sentences.in(locale);
    return sentences.has(fairness) ? sentences.render(Sentence.of(fairness)) : fairness;
  }

  Round inState(RoundState next) {
    if (!state.leadsTo(next)) {
      throw new RoundStateException(id, state, next);
    }
    return new Round(id, term, next, asOf, fairness, learners, placed, total, proof, parts);
  }

  Round edited(int newPlaced, long newTotal) {
    // The prices of a repair tell nothing once it was edited.
    Proof left = proof == Proof.REPAIRED ? Proof.NONE : Proof.EDITED;
    return new Round(id, term, state, asOf, fairness, learners, newPlaced, newTotal, left, parts);
  }
}
