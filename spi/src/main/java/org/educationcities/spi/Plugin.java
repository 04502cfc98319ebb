package org.educationcities.spi;

import java.util.List;
import org.educationcities.spi.key.KeySourceFactory;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.source.HostSourcesFactory;
import org.educationcities.spi.storage.StorageFactory;

/**
 * The one type that is found by {@link java.util.ServiceLoader}, or given to the library as an
 * object (which wins over one found under the same name). A plugin offers factories; it opens
 * nothing by itself, and does no work in a static initialiser.
 *
 * <p>Rules for a plugin, by number:
 *
 * <ul>
 *   <li><b>PLG-1</b> A public class with a public constructor without parameters, listed in {@code
 *       META-INF/services} and, in a named module, in a {@code provides} clause.
 *   <li><b>PLG-2</b> Constructing it and asking it for factories opens nothing, logs nothing, and
 *       throws nothing.
 *   <li><b>PLG-3</b> Names of factories are unique within a kind over all plugins: a doubled name
 *       is an error that lists the candidates with their jars.
 *   <li><b>PLG-4</b> Only what a configuration names is opened.
 * </ul>
 *
 * <p>A method that a later version adds has a default that offers nothing or refuses; never one
 * that silently does nothing.
 */
public interface Plugin {

  /**
   * The version of this contract that the plugin was written for; a constant, not {@link
   * SpiVersion#CURRENT}.
   */
  SpiVersion spiVersion();

  /** The kinds of storage it can open. */
  default List<StorageFactory> storages() {
    return List.of();
  }

  /** The kinds of notification channel it can open. */
  default List<ChannelFactory> channels() {
    return List.of();
  }

  /** The kinds of host sources it can open. */
  default List<HostSourcesFactory> hostSources() {
    return List.of();
  }

  /** The kinds of key source it can open. */
  default List<KeySourceFactory> keySources() {
    return List.of();
  }
}
