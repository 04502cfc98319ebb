package org.educationcities.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.IntStream;
import org.educationcities.notification.Audience;
import org.educationcities.notification.Recipient;
import org.educationcities.notification.Relay;
import org.educationcities.notification.RelayLoop;
import org.educationcities.notification.RelayRule;
import org.educationcities.persistence.Store;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.storage.Storage;

/** A process that relays to a real server until it is killed. */
final class KilledRelay {
  /** How many are told of each event, of fifty recipients in all. */
  static final int TOLD = 5;

  private static final RelayRule RULE =
      new RelayRule(
          10_000,
          Duration.ofMillis(20),
          Duration.ofSeconds(1),
          Duration.ofSeconds(15),
          Duration.ofDays(7));

  private KilledRelay() {}

  /** Arguments: a file that tells the medium, and the server's address. */
  public static void main(String[] arguments) throws IOException {
    Storage storage = Medium.openWritten(Path.of(arguments[0]));
    Relay relay = relay(storage, URI.create(arguments[1]), Clock.systemUTC());
    RelayLoop.builder(relay).idle(Duration.ofMillis(50)).build().start(Runnable::run);
  }

  static Relay relay(Storage storage, URI server, InstantSource clock) {
    Audience audience =
        event -> {
          int first = Integer.parseInt(event.subject().substring("c-".length())) % 10 * TOLD;
          return IntStream.range(first, first + TOLD)
              .mapToObj(each -> new Recipient("guardian/" + each, Locale.ENGLISH))
              .toList();
        };
    return new Relay(
        new Store(storage, Space.DEFAULT),
        new PostingChannel(server, KilledRelay::line),
        audience,
        clock,
        new SecureRandom(),
        RULE);
  }

  /** The id, the recipient and the subject. */
  private static String line(Message message) {
    return message.id() + " " + message.recipient() + " " + message.parameters().get("subject");
  }
}
