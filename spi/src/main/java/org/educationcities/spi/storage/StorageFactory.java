package org.educationcities.spi.storage;

import java.util.List;
import java.util.Set;
import org.educationcities.spi.Setting;

/**
 * Opens one kind of storage.
 *
 * <ul>
 *   <li><b>STO-50</b> {@code open} checks the settings, all problems at once, before it touches the
 *       medium.
 *   <li><b>STO-51</b> A medium that cannot be used (unknown version, foreign content, corrupt,
 *       unreachable, open elsewhere) is one {@link StorageUnavailableException} that says what to
 *       do; the medium stays as it was.
 *   <li><b>STO-52</b> What one opening wrote under a set of types, another with more types or more
 *       indexes can read: a new index is absent until the library writes the entity again.
 * </ul>
 */
public interface StorageFactory {

  /**
   * The name that a configuration opens it by: lower-case words joined by hyphens, such as {@code
   * memory}.
   */
  String name();

  /** The settings it understands. */
  List<Setting> settings();

  /** What it can do, whatever the settings. */
  Set<StorageCapability> capabilities();

  /**
   * Opens the storage.
   *
   * @throws org.educationcities.spi.ConfigurationException if the settings cannot be used
   * @throws StorageUnavailableException if the medium cannot be used
   */
  Storage open(StorageContext context);
}
