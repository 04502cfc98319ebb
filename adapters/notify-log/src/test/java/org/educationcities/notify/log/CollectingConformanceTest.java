package org.educationcities.notify.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.tck.Arrival;
import org.educationcities.tck.Conduct;
import org.educationcities.tck.FarSide;
import org.educationcities.tck.NotificationKit;

/** The channel that collects: what it collected is all that arrives. */
class CollectingConformanceTest extends NotificationKit {
  private static final class Collection implements FarSide {
    private final List<Arrival> arrived = new CopyOnWriteArrayList<>();

    /** A channel whose every collected message is noted, repeats too. */
    private final class Noting implements NotificationChannel {
      private final CollectingChannel channel = new CollectingChannel();

      @Override
      public DeliveryResult deliver(Message message) throws InterruptedException {
        DeliveryResult result = channel.deliver(message);
        channel.collected().stream()
            .filter(one -> one.id().equals(message.id()) && one.space().equals(message.space()))
            .forEach(
                one ->
                    arrived.add(
                        new Arrival(
                            one.space().id() + ' ' + one.id(),
                            one.recipient(),
                            Map.of(),
                            one.kind() + new TreeMap<>(one.parameters()))));
        return result;
      }

      @Override
      public void close() {
        channel.close();
      }
    }

    @Override
    public NotificationChannel open() {
      return new Noting();
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
    public void close() {}
  }

  @Override
  protected FarSide farSide() {
    return new Collection();
  }
}
