package org.educationcities.spi.notification;

import java.util.List;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;

/** Opens one kind of notification channel. */
public interface ChannelFactory {

  /**
   * The name that a configuration opens it by: lower-case words joined by hyphens, such as {@code
   * mail}.
   */
  String name();

  /** The settings it understands. */
  List<Setting> settings();

  /**
   * Opens the channel; checks all settings before it connects anywhere.
   *
   * @throws org.educationcities.spi.ConfigurationException if the settings cannot be used
   */
  NotificationChannel open(Settings settings);
}
