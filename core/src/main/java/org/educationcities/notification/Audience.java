package org.educationcities.notification;

import java.util.List;

/**
 * Who may be told of an event now. It is asked when messages are made and again before each is
 * sent: a guardian whose relation has ended meanwhile is told nothing any more. Thread-safe.
 */
@FunctionalInterface
public interface Audience {

  /**
   * Everybody who is to be told, each once; nobody, if nobody may be.
   *
   * @throws RuntimeException if it cannot be known now: nothing is sent, and it is asked again
   *     later
   */
  List<Recipient> of(DomainEvent event);
}
