package org.educationcities.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.EducationCities;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
  private final ClassLoader loader = PluginsTest.class.getClassLoader();

  @Test
  void findsWhatAClassLoaderOffers() {
    assertThat(Plugins.foundBy(loader).storage("memory").name()).isEqualTo("memory");
  }

  @Test
  void anUnknownNameListsWhatThereIsWithItsJar() {
    assertThatThrownBy(() -> Plugins.foundBy(loader).storage("memroy"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no storage named 'memroy'")
        .hasMessageContaining("'memory' of org.educationcities.storage.memory.MemoryPlugin in ");
  }

  @Test
  void withoutDiscoveryOnlyWhatWasGivenIsThere() {
    assertThatThrownBy(() -> Plugins.given().storage("memory"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("none was given or found");
    assertThat(Plugins.given(new Named("own")).storage("own").name()).isEqualTo("own");
  }

  @Test
  void whatWasGivenByHandWinsOverWhatWasFound() {
    Named own = new Named("memory");

    StorageFactory picked = Plugins.given(own).andFoundBy(loader).storage("memory");

    assertThat(picked).isSameAs(own.storages().get(0));
  }

  @Test
  void aDoubledNameListsBothAndOpensNeither() {
    assertThatThrownBy(() -> Plugins.given(new Named("twin"), new Named("twin")).storage("twin"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("more than one storage named 'twin'");
  }

  @Test
  void aPluginForALaterContractIsRefusedByName() {
    Plugin later =
        new Plugin() {
          @Override
          public SpiVersion spiVersion() {
            return new SpiVersion(SpiVersion.CURRENT.number() + 1);
          }
        };

    assertThatThrownBy(() -> Plugins.given(later))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("upgrade the library");
  }

  @Test
  void aListedPluginThatIsNotThereIsOneClearError(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Plugin.class.getName()), "org.example.Gone\n");
    try (URLClassLoader broken = new URLClassLoader(new URL[] {folder.toUri().toURL()}, loader)) {
      assertThatThrownBy(() -> Plugins.foundBy(broken))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("org.example.Gone")
          .hasMessageContaining("Maybe its jar is incomplete");
    }
  }

  @Test
  void everyProblemOfAConfigurationIsToldAtOnceAndNothingIsOpened() {
    Named own = new Named("own");

    ConfigurationException error =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                EducationCities.builder()
                    .plugins(Plugins.given(own))
                    .storage("own", Settings.of(Map.of("folder", "x")))
                    .hostSources("sis", Settings.none())
                    .build());

    assertThat(error.problems())
        .hasSize(3)
        .anyMatch(each -> each.contains("Setting 'path' is missing"))
        .anyMatch(each -> each.contains("Setting 'folder' is unknown"))
        .anyMatch(each -> each.contains("no host sources named 'sis'"));
    assertThat(own.opened).isFalse();
  }

  /** Offers one storage under a name, which must not be opened. */
  private static final class Named implements Plugin, StorageFactory {
    private final String name;
    private boolean opened;

    private Named(String name) {
      this.name = name;
    }

    @Override
    public SpiVersion spiVersion() {
      return SpiVersion.V1;
    }

    @Override
    public List<StorageFactory> storages() {
      return List.of(this);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Setting> settings() {
      return List.of(Setting.required("path", "Where it is."));
    }

    @Override
    public Set<StorageCapability> capabilities() {
      return Set.of();
    }

    @Override
    public Storage open(StorageContext context) {
      opened = true;
      throw new IllegalStateException("not to be opened");
    }
  }
}
