package org.educationcities.examples.cityinabox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.notification.Audience;
import org.educationcities.notification.Recipient;
import org.educationcities.notification.Relay;
import org.educationcities.notification.RelayRule;
import org.educationcities.notify.log.CollectingChannel;
import org.educationcities.notify.log.LogPlugin;
import org.educationcities.notify.mail.MailPlugin;
import org.educationcities.notify.mail.Mailbox;
import org.educationcities.notify.webhook.WebhookChannel;
import org.educationcities.notify.webhook.WebhookEndpoint;
import org.educationcities.notify.webhook.WebhookSecret;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;

/**
 * All that happened to the child with a token in every field is told by every channel. Ids are the
 * host's opaque ones and are what an event is about; of the rest nothing is in any message or log.
 */
class CanaryMessagesTest {
  private static final LearnerId CHILD = new LearnerId(Canary.LEARNER);

  @Test
  void nothingPersonalIsInAnyMessageOfAnyChannelOrInTheLog() throws Exception {
    try (Overheard log = Overheard.everything()) {
      assertThat(mailed()).isNotEmpty().allSatisfy(CanaryMessagesTest::holdsNoToken);
      assertThat(posted()).isNotEmpty().allSatisfy(CanaryMessagesTest::holdsNothingBesidesIds);
      assertThat(logged()).isNotZero();
      List<Message> all = new ArrayList<>();
      CollectingChannel collecting = new CollectingChannel();
      tell(collecting);
      all.addAll(collecting.collected());
      assertThat(all).hasSizeGreaterThan(5);
      all.forEach(
          each -> {
            holdsNothingBesidesIds(each.toString());
            holdsNothingBesidesIds(each.parameters().toString());
          });
      assertThat(log.text()).isNotEmpty();
      holdsNoToken(log.text());
    }
  }

  private static void holdsNoToken(String text) {
    Canary.TOKENS.forEach(each -> assertThat(text).doesNotContain(each));
  }

  private static void holdsNothingBesidesIds(String text) {
    Canary.TOKENS.stream()
        .filter(each -> !each.equals(Canary.LEARNER))
        .forEach(each -> assertThat(text).doesNotContain(each));
  }

  /** Whole mails, as they came over the wire. */
  private static List<String> mailed() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      Settings settings =
          Settings.of(
              Map.of(
                  "host", "127.0.0.1",
                  "port", Integer.toString(server.getSmtp().getPort()),
                  "security", "none",
                  "from", "city@example.org"));
      MailPlugin plugin =
          new MailPlugin((space, recipient) -> Optional.of(Mailbox.of("somebody@example.org")));
      try (NotificationChannel channel = plugin.channels().get(0).open(settings)) {
        tell(channel);
      }
      List<String> mails = new ArrayList<>();
      for (MimeMessage each : server.getReceivedMessages()) {
        mails.add(GreenMailUtil.getWholeMessage(each) + GreenMailUtil.getBody(each));
      }
      return mails;
    } finally {
      server.stop();
    }
  }

  /** Requests with their headers and bodies. */
  private static List<String> posted() throws Exception {
    List<String> requests = Collections.synchronizedList(new ArrayList<>());
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              exchange.getRequestHeaders().entrySet()
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      WebhookEndpoint endpoint =
          WebhookEndpoint.of(
              URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
              List.of(WebhookSecret.generate(new SecureRandom())));
      try (WebhookChannel channel =
          WebhookChannel.builder((space, recipient) -> Optional.of(endpoint))
              .clock(Canary.CLOCK)
              .allowLoopback()
              .build()) {
        tell(channel);
      }
      return requests;
    } finally {
      server.stop(0);
    }
  }

  private static int logged() throws InterruptedException {
    try (NotificationChannel channel = new LogPlugin().channels().get(0).open(Settings.none())) {
      return tell(channel);
    }
  }

  /** A life of the child, told by a channel; how many messages were sent. */
  private static int tell(NotificationChannel channel) throws InterruptedException {
    try (EducationCities cities =
        EducationCities.builder().storage("memory").clock(Canary.CLOCK).build()) {
      Canary.settle(cities);
      live(cities);
      Audience host = event -> List.of(new Recipient("host", Locale.ENGLISH));
      Relay relay = cities.relay(channel, RelayRule.STANDARD, host);
      int sent = 0;
      for (Relay.Run run = relay.deliverDue(100); !run.isIdle(); run = relay.deliverDue(100)) {
        sent += run.sent();
      }
      return sent;
    }
  }

  private static void live(EducationCities cities) {
    Collaboration placement = cities.collaborations().placementsOf(CHILD).get(0);
    Actor child = new Actor(Canary.LEARNER, Role.LEARNER);
    cities.concerns().raise(child, CHILD, "mentor", Canary.TOKENS.get(1));
    cities.collaborations().start(Canary.ADMINISTRATOR, placement.id(), List.of());
    cities
        .safeguarding()
        .withdrawPermission(new Actor("guardian-of-the-child", Role.GUARDIAN), CHILD, "stage");
  }
}
