package org.educationcities;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.educationcities.discovery.Plugins;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.key.KeySourceFactory;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.HostSourcesFactory;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;
import org.jspecify.annotations.Nullable;

/**
 * What was opened for a host, by name or by hand. What was opened by name is closed again here, the
 * last first; what was given by hand is the host's to close.
 */
final class Opening implements AutoCloseable {
  private final List<AutoCloseable> own = new ArrayList<>();
  private final Storage storage;
  private final @Nullable HostSources hostSources;
  private final @Nullable KeySource keys;

  private Opening(EducationCities.Builder asked, Found found) {
    try {
      hostSources =
          found.hosts == null ? asked.hostSources : own(found.hosts.open(asked.sourcesSettings));
      keys = found.keys == null ? asked.keys : own(found.keys.open(asked.keysSettings));
      storage =
          found.storages == null
              ? Objects.requireNonNull(asked.storage)
              : own(
                  found.storages.open(
                      StorageContext.of(asked.storageSettings, EducationCities.entityTypes())));
    } catch (RuntimeException e) {
      closeAfter(e);
      throw e;
    }
  }

  /** What is to be opened by name, found but not opened. */
  private record Found(
      @Nullable StorageFactory storages,
      @Nullable HostSourcesFactory hosts,
      @Nullable KeySourceFactory keys) {}

  /**
   * Finds everything that was named, and opens it.
   *
   * @throws ConfigurationException with every problem there is; nothing was opened
   */
  static Opening of(EducationCities.Builder asked) {
    Plugins known =
        asked.plugins != null
            ? asked.plugins
            : Plugins.foundBy(EducationCities.class.getClassLoader());
    List<String> problems = new ArrayList<>();
    StorageFactory storages = null;
    if (asked.storage == null) {
      storages = named(problems, () -> known.storage(asked.storageName));
      if (storages != null) {
        problems.addAll(
            described("storage", asked.storageName, asked.storageSettings, storages.settings()));
      }
    }
    HostSourcesFactory hosts = null;
    String hostName = asked.sourcesName;
    if (asked.hostSources == null && hostName != null) {
      hosts = named(problems, () -> known.hostSources(hostName));
      if (hosts != null) {
        problems.addAll(
            described("host sources", hostName, asked.sourcesSettings, hosts.settings()));
      }
    }
    KeySourceFactory keySources = null;
    String keysName = asked.keysName;
    if (asked.keys == null && keysName != null) {
      keySources = named(problems, () -> known.keySource(keysName));
      if (keySources != null) {
        problems.addAll(
            described("key source", keysName, asked.keysSettings, keySources.settings()));
      }
    }
    checkSealing(problems, asked, storages);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Opening(asked, new Found(storages, hosts, keySources));
  }

  /** Whatever outlives the process is sealed, unless the host says that it need not be. */
  private static void checkSealing(
      List<String> problems, EducationCities.Builder asked, @Nullable StorageFactory storages) {
    Set<StorageCapability> capabilities = Set.of();
    if (asked.storage != null) {
      capabilities = asked.storage.capabilities();
    } else if (storages != null) {
      capabilities = storages.capabilities();
    }
    boolean sealed = asked.keys != null || asked.keysName != null;
    if (capabilities.contains(StorageCapability.DURABLE) && !sealed && !asked.unsealed) {
      problems.add(
          "The storage keeps what is personal for good, and no key source was chosen.\n"
              + "Maybe name one by keys(...), or call unsealed() if the data is nobody's.");
    }
    if (sealed && asked.unsealed) {
      problems.add(
          "A key source was chosen, and unsealed() was called.\nMaybe leave out one of both.");
    }
  }

  private static <F> @Nullable F named(List<String> problems, Supplier<F> lookUp) {
    try {
      return lookUp.get();
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static List<String> described(
      String what, String name, Settings settings, List<Setting> understood) {
    return settings.problems(understood).stream()
        .map(each -> "The " + what + " '" + name + "': " + each)
        .toList();
  }

  private <C extends AutoCloseable> C own(C opened) {
    own.add(opened);
    return opened;
  }

  Storage storage() {
    return storage;
  }

  @Nullable HostSources hostSources() {
    return hostSources;
  }

  @Nullable KeySource keys() {
    return keys;
  }

  /** Closes what was opened; what failed meanwhile goes with the cause. */
  void closeAfter(RuntimeException cause) {
    try {
      close();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  /** Closes all of it, even where one fails; the first failure reaches the caller. */
  @Override
  public void close() {
    Collections.reverse(own);
    RuntimeException first = null;
    for (AutoCloseable each : own) {
      try {
        each.close();
      } catch (Exception e) {
        if (first == null) {
          first = e instanceof RuntimeException known ? known : new IllegalStateException(e);
        } else {
          first.addSuppressed(e);
        }
      }
    }
    own.clear();
    if (first != null) {
      throw first;
    }
  }
}
