package org.educationcities.notify.mail;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a recipient reads mail. Prints nothing.
 *
 * @param address one plain address such as {@code kim@example.org}, without a name; checked when a
 *     message goes out, which is refused if it is anything else
 * @param language the language to write in, or null for that of the message
 */
public record Mailbox(String address, @Nullable Locale language) {

  /** A mailbox; its address is not yet checked. */
  public Mailbox {
    Objects.requireNonNull(address, "address");
  }

  /** A mailbox that is written to in the language of each message. */
  public static Mailbox of(String address) {
    return new Mailbox(address, null);
  }

  /** Nothing: an address does not belong in a log. */
  @Override
  public String toString() {
    return "Mailbox[…]";
  }
}
