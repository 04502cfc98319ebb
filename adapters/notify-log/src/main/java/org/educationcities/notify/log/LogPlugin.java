package org.educationcities.notify.log;

import java.util.List;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.NotificationChannel;

/** Offers the channel {@code log}. */
public final class LogPlugin implements Plugin {

  /** A plugin; opens nothing. */
  public LogPlugin() {}

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
      return "log";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public NotificationChannel open(Settings settings) {
      List<String> problems = settings.problems(settings());
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      return new LogChannel();
    }
  }
}
