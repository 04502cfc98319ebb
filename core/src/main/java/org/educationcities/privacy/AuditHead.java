package org.educationcities.privacy;

import java.util.Objects;

/**
 * Where the chain of the audit ends. Kept outside, on paper or with somebody else, it is what a
 * shortened or rewritten chain is told by, even by one who has both the storage and the keys.
 *
 * @param sequence how many entries there are, 0 or more
 * @param hash the hash of the last, 64 hexadecimal digits
 */
public record AuditHead(long sequence, String hash) {
  /** A head. */
  public AuditHead {
    Objects.requireNonNull(hash, "hash");
    if (sequence < 0 || !hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "The head of an audit is a number from 0 and 64 hexadecimal digits.");
    }
  }

  /** The head that a text tells of: the number, a colon, the hash. */
  public static AuditHead of(String text) {
    int colon = text.indexOf(':');
    try {
      return new AuditHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "The head of an audit is written as a number, a colon and 64 hexadecimal digits.\n"
              + "Maybe a line break came along with it.",
          e);
    }
  }

  /** The number, a colon, the hash. */
  @Override
  public String toString() {
    return sequence + ":" + hash;
  }
}
