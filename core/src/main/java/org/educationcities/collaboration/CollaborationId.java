package org.educationcities.collaboration;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.educationcities.Identifier;

/**
 * The id of a collaboration.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record CollaborationId(String value) implements Identifier {
  private static final int LENGTH = 32;
  private static final int GROUP = 12;

  /** An id, checked by the rule of all ids. */
  public CollaborationId {
    Identifier.check(value);
  }

  /**
   * The id of what is made of some parts, such as a round, a learner and an opportunity: the same
   * parts give the same id, so that doing it again makes nothing twice; and it tells no part.
   */
  public static CollaborationId of(String... parts) {
    return new CollaborationId("c-" + hash(parts).substring(0, LENGTH));
  }

  /**
   * An id like {@link #of}, beside those of the same group, such as an opportunity: a database that
   * keeps rows in the order of their ids then writes few pages for many of them.
   */
  static CollaborationId within(String group, String... parts) {
    return new CollaborationId(
        "c-" + hash(group).substring(0, GROUP) + hash(parts).substring(0, LENGTH - GROUP));
  }

  private static String hash(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
