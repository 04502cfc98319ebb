package org.educationcities.examples.cityinabox;

import java.nio.file.Path;
import java.util.Map;
import org.educationcities.EducationCities;
import org.educationcities.spi.Settings;

/** What {@code --store} means. */
final class StoreChoice {
  private StoreChoice() {}

  /** Where the default store lies. */
  static Path folder(Options options) {
    return options.output().resolve("store");
  }

  /** Whether the store is a file of the job's own, in the output folder. */
  static boolean isOwnFile(Options options) {
    return options.store().equals("h2");
  }

  static EducationCities.Builder choose(EducationCities.Builder builder, Options options) {
    String store = options.store();
    if (store.equals("memory")) {
      return builder.storage("memory");
    }
    if (isOwnFile(options)) {
      Path file = StoreFile.address(folder(options));
      if (file.toString().contains(";")) {
        throw new UnusableException(
            "the output folder's name holds a semicolon, which a database address can't");
      }
      // Many small commits leave much behind; on closing, H2 writes what counts into a file anew.
      String url = "jdbc:h2:file:" + file + ";DEFRAG_ALWAYS=TRUE";
      return sealed(builder, options).storage("jdbc", Settings.of(Map.of("url", url)));
    }
    if (store.startsWith("jdbc:")) {
      return sealed(builder, options).storage("jdbc", Settings.of(Map.of("url", store)));
    }
    throw new UnusableException(
        "unknown store '" + store + "': it is h2, memory or an address that begins with jdbc:");
  }

  /** A city's own people are sealed by keys kept apart; those who were made up need none. */
  private static EducationCities.Builder sealed(EducationCities.Builder builder, Options options) {
    return options.input() == null
        ? builder.unsealed()
        : builder.keys("folder", Settings.of(Map.of("path", options.keys().toString())));
  }
}
