package org.educationcities;

import java.nio.file.Path;
import java.util.Map;
import org.educationcities.discovery.Plugins;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;

/** Where a city is kept: a storage that forgets, and one that does not. */
enum Kept {
  MEMORY("memory"),
  H2("jdbc");

  private final String plugin;

  Kept(String plugin) {
    this.plugin = plugin;
  }

  Storage open(Path folder) {
    Settings settings =
        this == MEMORY
            ? Settings.none()
            : Settings.of(Map.of("url", "jdbc:h2:file:" + folder.resolve("city")));
    return Plugins.foundBy(Kept.class.getClassLoader())
        .storage(plugin)
        .open(StorageContext.of(settings, EducationCities.entityTypes()));
  }
}
