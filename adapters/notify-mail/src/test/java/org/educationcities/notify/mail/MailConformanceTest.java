package org.educationcities.notify.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.tck.FarSide;
import org.educationcities.tck.NotificationKit;

/** The channel {@code mail} keeps every rule that the kit can test. */
class MailConformanceTest extends NotificationKit {
  /** Long enough for a busy machine, and short enough to be waited for by every silent server. */
  private static final Duration LIMIT = Duration.ofMillis(1500);

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
