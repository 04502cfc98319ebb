package org.educationcities.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.educationcities.EducationCities;
import org.educationcities.notification.Relay;
import org.educationcities.notification.RelayLoop;
import org.educationcities.notification.RelayRule;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.storage.Storage;

/**
 * A process with the city's own relay, on a clock that another process moves, until it is killed.
 */
final class KilledAlarms {
  private KilledAlarms() {}

  /**
   * Arguments: a file that tells the medium, a folder that tells the time, the server's address.
   */
  public static void main(String[] arguments) throws IOException {
    Storage storage = Medium.openWritten(Path.of(arguments[0]));
    Clock clock = new ToldClock(Path.of(arguments[1]));
    EducationCities cities =
        EducationCities.builder().storage(storage).unsealed().clock(clock).build();
    RelayLoop.builder(relay(cities, URI.create(arguments[2])))
        .idle(Duration.ofMillis(20))
        .build()
        .start(Runnable::run);
  }

  static Relay relay(EducationCities cities, URI server) {
    return cities.relay(new PostingChannel(server, KilledAlarms::line), RelayRule.STANDARD);
  }

  /** Tells the time to a process with a {@link ToldClock}: never half of it. */
  static void tell(Path folder, Instant now) throws IOException {
    Path next = Files.writeString(folder.resolve("time.next"), now.toString());
    Files.move(
        next,
        folder.resolve("time"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** The time that another process tells. */
  private static final class ToldClock extends Clock {
    private final Path folder;

    private ToldClock(Path folder) {
      this.folder = folder;
    }

    @Override
    public Instant instant() {
      try {
        return Instant.parse(Files.readString(folder.resolve("time")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** The id, then kind, recipient and arrival. */
  private static String line(Message message) {
    return String.join(
        " ",
        message.id(),
        message.kind(),
        message.recipient(),
        message.parameters().getOrDefault("arrival", message.parameters().get("subject")));
  }
}
