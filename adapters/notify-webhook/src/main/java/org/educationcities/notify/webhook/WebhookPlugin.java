package org.educationcities.notify.webhook;

import java.util.List;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.NotificationChannel;

/**
 * Offers the channel {@code webhook}: everything to one fixed endpoint, the host's own, whose
 * payloads name the opaque recipient. A host with an endpoint for each recipient gives a {@link
 * WebhookChannel} by hand.
 */
public final class WebhookPlugin implements Plugin {

  /** A plugin; opens nothing. */
  public WebhookPlugin() {}

  @Override
  public SpiVersion spiVersion() {
    return SpiVersion.V1;
  }

  @Override
  public List<ChannelFactory> channels() {
    return List.of(new Factory());
  }

  private static final class Factory implements ChannelFactory {
    @Override
    public String name() {
      return "webhook";
    }

    @Override
    public List<Setting> settings() {
      return Configuration.SETTINGS;
    }

    @Override
    public NotificationChannel open(Settings settings) {
      return new Configuration(settings).open();
    }
  }
}
