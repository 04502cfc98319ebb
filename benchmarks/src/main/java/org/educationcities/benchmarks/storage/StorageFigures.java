package org.educationcities.benchmarks.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Storage;

/**
 * Prints two tables: placements written in batches beside plain JDBC batches of the same rows on
 * the same tables in the same run, by the clock since both wait for the disk; and how long a fresh
 * process takes to open a store full of placements and read one learner's.
 *
 * <p>Arguments: {@code write=20000} placements, {@code runs=5}, {@code open=1000000} placements; a
 * number of 0 leaves a table out.
 */
public final class StorageFigures {
  private static final int BATCH = 250;

  private StorageFigures() {}

  /** Runs and prints. */
  public static void main(String[] arguments) throws Exception {
    int write = 20_000;
    int runs = 5;
    int open = 1_000_000;
    for (String each : arguments) {
      int value = Integer.parseInt(each.substring(each.indexOf('=') + 1));
      switch (each.substring(0, each.indexOf('='))) {
        case "write" -> write = value;
        case "runs" -> runs = value;
        case "open" -> open = value;
        default -> throw new IllegalArgumentException("Unknown argument " + each);
      }
    }
    Path folder = Files.createTempDirectory("storage-figures");
    try {
      List<Medium> media = List.of(Medium.h2(folder), Medium.postgres());
      if (write > 0) {
        throughput(media, write, runs);
      }
      if (open > 0) {
        cold(media, open, runs);
      }
    } finally {
      delete(folder);
    }
    System.exit(0); // the server ends with the process
  }

  private static void throughput(List<Medium> media, int placements, int runs) throws Exception {
    Placements sample = new Placements();
    List<Entity> entities = sample.list(0, placements);
    System.out.printf(
        Locale.ROOT,
        "%d placements of %d bytes with %d index values, %d to a transaction, medians of %d runs:%n%n",
        placements,
        sample.bytesEach(),
        sample.indexesEach(),
        BATCH,
        runs);
    System.out.println("| database | ours, placements/s | plain JDBC, placements/s | ratio |");
    System.out.println("|---|---|---|---|");
    for (Medium medium : media) {
      double[] ours = new double[runs];
      double[] plain = new double[runs];
      try (Storage storage = medium.open();
          PlainJdbc jdbc = new PlainJdbc(medium.connect())) {
        for (int run = -1; run < runs; run++) {
          Space space = new Space("ours");
          long begun = System.nanoTime();
          Placements.write(storage, space, entities, BATCH);
          double seconds = (System.nanoTime() - begun) * 1e-9;
          List<PlainJdbc.Rows> rows = jdbc.rowsOf(space.id(), entities, BATCH);
          begun = System.nanoTime();
          jdbc.write("plain", rows);
          double theirs = (System.nanoTime() - begun) * 1e-9;
          if (run >= 0) {
            ours[run] = placements / seconds;
            plain[run] = placements / theirs;
          }
          jdbc.clear(space.id());
          jdbc.clear("plain");
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.0f | %.2f |%n",
          medium.name(),
          median(ours),
          median(plain),
          median(ours) / median(plain));
    }
    System.out.println();
  }

  private static void cold(List<Medium> media, int placements, int runs) throws Exception {
    System.out.println(
        "| database | placements | filled in, s | opened and one learner's read in a fresh process, ms (computed) |");
    System.out.println("|---|---|---|---|");
    Placements sample = new Placements();
    int[] numbers = Placements.inOrderOfIds(placements);
    for (Medium medium : media) {
      long begun = System.nanoTime();
      try (Storage storage = medium.open()) {
        for (int from = 0; from < placements; from += 10_000) {
          int to = Math.min(placements, from + 10_000);
          Placements.write(storage, Space.DEFAULT, sample.list(numbers, from, to), 5000);
        }
      }
      double filled = (System.nanoTime() - begun) * 1e-9;
      List<String> opened = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        int learner = placements / Placements.PER_LEARNER * (run + 1) / (runs + 1);
        opened.add(inFreshProcess(medium, learner));
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.0f | %s |%n",
          medium.name(),
          placements,
          filled,
          String.join(", ", opened));
    }
  }

  private static String inFreshProcess(Medium medium, int learner)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ColdRead.class.getName(),
                medium.settings().require("url"),
                medium.settings().get("user").orElse("sa"),
                Placements.learner(learner).value(),
                Integer.toString(Placements.PER_LEARNER))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).trim();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("The reading process failed.");
      }
      return said;
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(each);
      }
    }
  }
}
