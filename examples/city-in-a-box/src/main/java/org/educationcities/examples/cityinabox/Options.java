package org.educationcities.examples.cityinabox;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the job was asked for.
 *
 * @param input a city's own files, or null for the twelve cities
 * @param output where everything is written to
 * @param store {@code h2}, {@code memory} or a JDBC address
 * @param keys where the keys lie by which a city's own people are sealed
 * @param channel {@code collect} or {@code log}
 * @param seed of everything that is generated, and of the answers that are played
 * @param learners how many to generate
 * @param messages how many to relay at most
 */
record Options(
    @Nullable Path input,
    Path output,
    String store,
    Path keys,
    String channel,
    long seed,
    int learners,
    int messages) {
  Options {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(channel, "channel");
  }
}
