package org.educationcities.matching;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Breaks ties between learners whom a place gives the same priority, so that anyone can replay the
 * draw: publish {@link #commitment()} before the wishes close and {@link #seed()} after.
 *
 * <p>With {@code h(kind, id)} the first eight bytes, big-endian, of the SHA-256 of the UTF-8 text
 * {@code seed + "\n" + kind + "\n" + id}, a learner's number is {@code h("learner", id)} in a
 * single lottery, and in a lottery per opportunity {@code mix(h("learner", id) + h("opportunity",
 * id))}, {@code mix} being the finalizer of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014). Numbers are unsigned; the greater comes
 * first. Should two be equal, the lesser id comes first.
 *
 * <p>A single lottery leaves more learners with their first wish; one per opportunity gives nobody
 * a bad number everywhere (A. Abdulkadiroğlu, P. A. Pathak and A. E. Roth, "Strategy-proofness
 * versus efficiency in matching with indifferences", American Economic Review 99, 2009). Immutable.
 *
 * @param kind one number a learner, or one for each opportunity
 * @param seed any text, best drawn in public
 */
public record Lottery(Kind kind, String seed) {

  /** How many numbers a learner has. */
  public enum Kind {
    /** One number, the same at every opportunity. */
    SINGLE,
    /** A number of its own at each opportunity. */
    PER_OPPORTUNITY
  }

  /**
   * A lottery with its seed.
   *
   * @throws IllegalArgumentException if the seed is blank
   */
  public Lottery {
    Objects.requireNonNull(kind, "kind");
    if (seed.isBlank()) {
      throw new IllegalArgumentException(
          "The seed of the lottery is blank.\nMaybe draw one in public: numbers, words, anything.");
    }
  }

  /** One number a learner. */
  public static Lottery single(String seed) {
    return new Lottery(Kind.SINGLE, seed);
  }

  /** A number for each learner at each opportunity. */
  public static Lottery perOpportunity(String seed) {
    return new Lottery(Kind.PER_OPPORTUNITY, seed);
  }

  /**
   * What can be published before the draw: the SHA-256 of the seed's UTF-8 text, in hexadecimal.
   * Only a seed too long to guess stays hidden behind it.
   */
  public String commitment() {
    return HexFormat.of().formatHex(sha256().digest(seed.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The number of a learner at an opportunity, to be compared as unsigned: the greater is first.
   */
  public long number(String learner, String opportunity) {
    long ofLearner = hashes("learner", new String[] {learner})[0];
    return kind == Kind.SINGLE
        ? ofLearner
        : mix(ofLearner + hashes("opportunity", new String[] {opportunity})[0]);
  }

  long[] hashes(String hashed, String[] ids) {
    MessageDigest digest = sha256();
    byte[] prefix = (seed + "\n" + hashed + "\n").getBytes(StandardCharsets.UTF_8);
    long[] hashes = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      digest.update(prefix);
      hashes[i] = ByteBuffer.wrap(digest.digest(ids[i].getBytes(StandardCharsets.UTF_8))).getLong();
    }
    return hashes;
  }

  static long mix(long z) {
    long y = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    y = (y ^ y >>> 27) * 0x94d049bb133111ebL;
    return y ^ y >>> 31;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
