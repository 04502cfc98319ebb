package org.educationcities.spi.source;

import java.util.List;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;

/** Opens one kind of host sources. */
public interface HostSourcesFactory {

  /** The name that a configuration opens them by. */
  String name();

  /** The settings they understand. */
  List<Setting> settings();

  /**
   * Opens the sources.
   *
   * @throws org.educationcities.spi.ConfigurationException if the settings cannot be used
   */
  HostSources open(Settings settings);
}
