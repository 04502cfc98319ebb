package org.educationcities.notify.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.tck.Arrival;
import org.educationcities.tck.Conduct;
import org.educationcities.tck.FarSide;
import org.educationcities.tck.NotificationKit;

/** The channel {@code log}: its far side is the log. */
class LogConformanceTest extends NotificationKit {
  static {
    // Hundreds of lines that nobody reads; the kit and the far side hear them all the same.
    Stream.of(Logger.getLogger("").getHandlers())
        .filter(ConsoleHandler.class::isInstance)
        .forEach(handler -> handler.setLevel(Level.WARNING));
  }

  private static final class Log extends Handler implements FarSide {
    private final Logger logger = Logger.getLogger("org.educationcities.notify.log");
    private final List<Arrival> arrived = new CopyOnWriteArrayList<>();

    Log() {
      logger.addHandler(this);
    }

    /** Reads "Told: kind id in space"; recipients are not told. */
    @Override
    public void publish(LogRecord line) {
      String[] words = line.getMessage().split(" ", -1);
      arrived.add(new Arrival(words[4] + " " + words[2], "", Map.of(), line.getMessage()));
    }

    @Override
    public NotificationChannel open() {
      return new LogPlugin().channels().get(0).open(Settings.none());
    }

    @Override
    public Duration timeLimit() {
      return Duration.ZERO;
    }

    @Override
    public Set<Conduct> conducts() {
      return Set.of(Conduct.ACCEPTS);
    }

    @Override
    public void conduct(Conduct conduct) {}

    @Override
    public void awaitContact() {}

    @Override
    public List<Arrival> arrived() {
      return List.copyOf(arrived);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }

  @Override
  protected FarSide farSide() {
    return new Log();
  }

  @Override
  protected Optional<ChannelFactory> factory() {
    return Optional.of(new LogPlugin().channels().get(0));
  }
}
