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

  /** An id, checked by the rule of all ids. */
  public CollaborationId {
    Identifier.check(value);
  }

  /**
   * The id of what is made of some parts, such as a round, a learner and an opportunity: the same
   * parts give the same id, so that doing it again makes nothing twice; and it tells no part.
   */
  public static CollaborationId of(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    String hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    return new CollaborationId("c-" + hash.substring(0, 32));
  }

  @Override
  public String toString() {
    return value;
  }
}
