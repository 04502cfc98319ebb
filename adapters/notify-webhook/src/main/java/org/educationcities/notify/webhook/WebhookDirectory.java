package org.educationcities.notify.webhook;

import java.util.Optional;
import org.educationcities.spi.Space;

/**
 * Where the host says which endpoint an opaque recipient has. Asked on every attempt, so what is
 * taken away is no longer sent to. Called from threads of the channel, several at once; the time it
 * takes counts towards the limit of the attempt, and an attempt that is given up interrupts it.
 */
@FunctionalInterface
public interface WebhookDirectory {

  /**
   * The endpoint of a recipient, or nothing if there is none: the message is then refused for good.
   * Whatever it throws makes the attempt one to repeat later.
   */
  Optional<WebhookEndpoint> find(Space space, String recipient);
}
