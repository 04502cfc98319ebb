package org.educationcities.spi.key;

import java.util.List;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;

/** Opens one kind of key source. */
public interface KeySourceFactory {

  /** The name that a configuration opens it by. */
  String name();

  /** The settings it understands. */
  List<Setting> settings();

  /**
   * Opens the key source.
   *
   * @throws org.educationcities.spi.ConfigurationException if the settings cannot be used
   */
  KeySource open(Settings settings);
}
