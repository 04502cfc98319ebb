package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.tck.FarSide;
import org.educationcities.tck.NotificationKit;
import org.junit.jupiter.api.BeforeAll;

/** The channel {@code mail} keeps every rule that the kit can test. */
class MailConformanceTest extends NotificationKit {
  /** Long enough for a busy machine, and short enough to be waited for by every silent server. */
  private static final Duration LIMIT = Duration.ofMillis(1500);

  /** The first mail loads all classes, which takes a busy machine longer than the limit. */
  @BeforeAll
  static void sendOneInAdvance() throws Exception {
    try (MailFarSide side = new MailFarSide(Duration.ofMinutes(5));
        NotificationChannel channel = side.open()) {
      assertThat(channel.deliver(AnswersTest.MESSAGE)).isEqualTo(new Accepted());
    }
  }

  @Override
  protected FarSide farSide() throws IOException {
    return new MailFarSide(LIMIT);
  }

  @Override
  protected Optional<ChannelFactory> factory() {
    return Optional.of(
        new MailPlugin((space, recipient) -> MailFarSide.find(recipient)).channels().get(0));
  }

  @Override
  protected Settings settings() {
    return MailFarSide.settings(9, LIMIT);
  }
}
