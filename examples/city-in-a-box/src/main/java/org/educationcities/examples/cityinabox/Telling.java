package org.educationcities.examples.cityinabox;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.educationcities.EducationCities;
import org.educationcities.discovery.Plugins;
import org.educationcities.notification.Relay;
import org.educationcities.notification.RelayRule;
import org.educationcities.notify.log.CollectingChannel;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;

/** Relays what happened to those who must know, through a channel that shows it. */
final class Telling {
  private static final int AT_ONCE = 200;

  private final Options options;
  private final Progress progress;

  Telling(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Refuses a channel that is not there. */
  static void check(Options options) {
    if (!options.channel().equals("collect")) {
      try {
        Plugins.foundBy(Telling.class.getClassLoader()).channel(options.channel());
      } catch (ConfigurationException e) {
        throw new UnusableException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  void run(EducationCities cities) {
    progress.tell("telling everybody concerned, through channel " + options.channel());
    CollectingChannel collecting = new CollectingChannel();
    NotificationChannel channel =
        options.channel().equals("collect")
            ? collecting
            : Plugins.foundBy(Telling.class.getClassLoader())
                .channel(options.channel())
                .open(Settings.none());
    try (channel) {
      Relay relay = cities.relay(channel, RelayRule.STANDARD);
      int events = 0;
      int sent = 0;
      boolean idle = false;
      // Each message is claimed, sent and settled in transactions of its own: the rest has time.
      while (!idle && sent < options.messages()) {
        Relay.Run run = relay.deliverDue(Math.min(AT_ONCE, options.messages() - sent));
        events += run.events();
        sent += run.sent();
        idle = run.events() + run.sent() == 0;
      }
      progress.tell(
          sent
              + " messages about "
              + events
              + " events"
              + (idle ? "" : "; the rest waits in the outbox for the next run"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while telling.", e);
    }
    if (options.channel().equals("collect")) {
      new Pages(options.output())
          .write("messages.csv", target -> write(collecting.collected(), target));
    }
  }

  private static void write(List<Message> messages, Appendable target) throws IOException {
    StringWriter text = new StringWriter();
    List<Message> sorted = new ArrayList<>(messages);
    sorted.sort(Comparator.comparing(Message::id));
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("message", "recipient", "kind");
      for (Message each : sorted) {
        csv.writeRecord(each.id(), each.recipient(), each.kind());
      }
    }
    target.append(text.toString());
  }
}
