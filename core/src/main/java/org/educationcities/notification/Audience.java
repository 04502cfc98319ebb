package org.educationcities.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

  /** Those of this audience and of another; who is of both is told once, as this one says. */
  default Audience and(Audience others) {
    Objects.requireNonNull(others, "others");
    return event -> {
      Map<String, Recipient> all = new LinkedHashMap<>();
      of(event).forEach(each -> all.putIfAbsent(each.id(), each));
      others.of(event).forEach(each -> all.putIfAbsent(each.id(), each));
      return List.copyOf(all.values());
    };
  }
}
