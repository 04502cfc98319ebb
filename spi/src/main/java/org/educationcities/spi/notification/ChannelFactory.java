package org.educationcities.spi.notification;

import java.util.List;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;

/**
 * Opens one kind of notification channel.
 *
 * <ul>
 *   <li><b>NOT-30</b> Opening tells all that is wrong with the settings at once, unknown ones and
 *       missing ones too, before it connects anywhere.
 *   <li><b>NOT-31</b> Settings whose values must not be seen are declared secret; no error, log or
 *       {@code toString} repeats one.
 *   <li><b>NOT-32</b> Opening does not need the other side: while that is out of reach, deliveries
 *       answer {@link DeliveryResult.RetryLater}.
 * </ul>
 */
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
