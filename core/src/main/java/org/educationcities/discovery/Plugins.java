package org.educationcities.discovery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.key.KeySourceFactory;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.source.HostSourcesFactory;
import org.educationcities.spi.storage.StorageFactory;

/**
 * The plugins that a host has: given by hand, found by a class loader, or both. Immutable and
 * thread-safe; opens nothing.
 *
 * <p>A name that is missing, or offered twice by what was found, is an error that lists the
 * candidates with their jars. What was given by hand wins over what was found under the same name.
 */
public final class Plugins {
  private static final System.Logger LOG = System.getLogger(Plugins.class.getName());

  private record Candidate<F>(String name, F factory, Plugin plugin, boolean given) {

    String described() {
      return "'" + name + "' of " + plugin.getClass().getName() + " in " + jarOf(plugin);
    }
  }

  private final List<Plugin> given;
  private final List<Plugin> found;

  private Plugins(List<Plugin> given, List<Plugin> found) {
    this.given = ImmutableList.copyOf(given);
    this.found = ImmutableList.copyOf(found);
    List<String> problems = new ArrayList<>();
    for (Plugin plugin : all()) {
      if (plugin.spiVersion().compareTo(SpiVersion.CURRENT) > 0) {
        problems.add(
            plugin.getClass().getName()
                + " in "
                + jarOf(plugin)
                + " was written for version "
                + plugin.spiVersion().number()
                + " of the SPI; this library has "
                + SpiVersion.CURRENT.number()
                + ". Maybe upgrade the library.");
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  /** Only these, and no discovery. */
  public static Plugins given(Plugin... plugins) {
    return new Plugins(List.of(plugins), List.of());
  }

  /**
   * All that a class loader finds.
   *
   * @throws ConfigurationException if a listed plugin cannot be loaded
   */
  public static Plugins foundBy(ClassLoader loader) {
    return given().andFoundBy(loader);
  }

  /** These, and whatever a class loader finds besides. */
  public Plugins andFoundBy(ClassLoader loader) {
    Objects.requireNonNull(loader, "loader");
    List<Plugin> all = new ArrayList<>(found);
    try {
      for (Plugin plugin : ServiceLoader.load(Plugin.class, loader)) {
        LOG.log(
            System.Logger.Level.DEBUG,
            "Found plugin {0} in {1}",
            plugin.getClass().getName(),
            jarOf(plugin));
        all.add(plugin);
      }
    } catch (ServiceConfigurationError e) {
      throw new ConfigurationException(
          List.of(
              "A plugin on the class path cannot be loaded: "
                  + e.getMessage()
                  + ". Maybe its jar is incomplete, or of another version."),
          e);
    }
    return new Plugins(given, all);
  }

  /**
   * The storage factory of a name.
   *
   * @throws ConfigurationException if there is none, or more than one was found
   */
  public StorageFactory storage(String name) {
    return pick("storage", name, Plugin::storages, StorageFactory::name);
  }

  /**
   * The channel factory of a name.
   *
   * @throws ConfigurationException if there is none, or more than one was found
   */
  public ChannelFactory channel(String name) {
    return pick("notification channel", name, Plugin::channels, ChannelFactory::name);
  }

  /**
   * The host sources factory of a name.
   *
   * @throws ConfigurationException if there is none, or more than one was found
   */
  public HostSourcesFactory hostSources(String name) {
    return pick("host sources", name, Plugin::hostSources, HostSourcesFactory::name);
  }

  /**
   * The key source factory of a name.
   *
   * @throws ConfigurationException if there is none, or more than one was found
   */
  public KeySourceFactory keySource(String name) {
    return pick("key source", name, Plugin::keySources, KeySourceFactory::name);
  }

  private List<Plugin> all() {
    return ImmutableList.<Plugin>builder().addAll(given).addAll(found).build();
  }

  private <F> F pick(
      String what, String name, Function<Plugin, List<F>> factories, Function<F, String> nameOf) {
    ListMultimap<String, Candidate<F>> byName = candidates(factories, nameOf);
    List<Candidate<F>> candidates = byName.get(name);
    List<Candidate<F>> byHand = candidates.stream().filter(Candidate::given).toList();
    List<Candidate<F>> inQuestion = byHand.isEmpty() ? candidates : byHand;
    if (inQuestion.isEmpty()) {
      throw new ConfigurationException(
          List.of(
              "There is no "
                  + what
                  + " named '"
                  + name
                  + "'. Maybe its jar is missing, or one of these is meant: "
                  + describe(byName)));
    }
    if (inQuestion.size() > 1) {
      throw new ConfigurationException(
          List.of(
              "There is more than one "
                  + what
                  + " named '"
                  + name
                  + "': "
                  + String.join(", ", inQuestion.stream().map(Candidate::described).toList())
                  + ". Maybe take one jar away, or give the right one by hand."));
    }
    return inQuestion.get(0).factory();
  }

  private <F> ListMultimap<String, Candidate<F>> candidates(
      Function<Plugin, List<F>> factories, Function<F, String> nameOf) {
    ImmutableListMultimap.Builder<String, Candidate<F>> byName = ImmutableListMultimap.builder();
    for (Plugin plugin : all()) {
      for (F factory : factories.apply(plugin)) {
        String name = nameOf.apply(factory);
        byName.put(name, new Candidate<>(name, factory, plugin, given.contains(plugin)));
      }
    }
    return byName.build();
  }

  private static <F> String describe(ListMultimap<String, Candidate<F>> byName) {
    TreeMap<String, String> described = new TreeMap<>();
    byName.forEach((name, candidate) -> described.put(name, candidate.described()));
    return described.isEmpty()
        ? "none was given or found."
        : String.join(", ", new TreeSet<>(described.values())) + ".";
  }

  private static String jarOf(Plugin plugin) {
    CodeSource source = plugin.getClass().getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return "an unknown place";
    }
    // The last part names the jar; the path before it is nobody's business in a message.
    String path = location.getPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
