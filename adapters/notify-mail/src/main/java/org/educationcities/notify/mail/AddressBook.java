package org.educationcities.notify.mail;

import java.util.Optional;
import org.educationcities.spi.Space;

/**
 * Where the host keeps the addresses of its recipients. Given by hand to {@link MailPlugin}, or
 * found by {@link java.util.ServiceLoader} where exactly one is provided. Thread-safe; asked for
 * each attempt anew, so that a change of address counts at once.
 *
 * <p>It is asked within the time limit of the attempt and interrupted when that is over. What it
 * throws counts as a reason to try later; its message is neither logged nor passed on.
 */
@FunctionalInterface
public interface AddressBook {

  /**
   * The mailbox of a recipient, or empty if nobody of that name is to be written to: the message is
   * then refused for good.
   *
   * @param space the district or customer that the message belongs to
   * @param recipient the host's own opaque name
   */
  Optional<Mailbox> find(Space space, String recipient);
}
