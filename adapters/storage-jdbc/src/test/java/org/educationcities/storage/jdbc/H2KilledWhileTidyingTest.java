package org.educationcities.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer whose file is tidied between any two commits is killed, and loses nothing. */
class H2KilledWhileTidyingTest extends TidiedCity {
  private static final H2Tidying.Pace BETWEEN_ALL =
      new H2Tidying.Pace(1, java.time.Duration.ofMillis(20), java.time.Duration.ofMillis(60));

  @TempDir Path folder;

  /** What is killed: it acknowledges each turn on its standard output. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      try (Storage storage = open(arguments[0], BETWEEN_ALL)) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("open");
        for (long turn = lastTurn(storage) + 1; ; turn++) {
          write(storage, turn);
          out.println(turn);
        }
      }
    }
  }

  @Test
  void sixKillsLoseNothing() throws Exception {
    kill(6);
  }

  @Test
  @Tag("long")
  void twoHundredKillsLoseNothing() throws Exception {
    kill(200);
  }

  private void kill(int kills) throws Exception {
    String url = url(folder.resolve("city"));
    SplittableRandom chance = new SplittableRandom(kills);
    try (Storage storage = open(url, EAGER)) {
      fill(storage);
    }
    long last = 0;
    for (int kill = 0; kill < kills; kill++) {
      long acknowledged = runUntilKilled(url, last, chance);
      try (Storage storage = open(url, NEVER)) {
        last = lastTurn(storage);
        assertThat(last).isBetween(acknowledged, acknowledged + 1);
        assertThat(stored(storage)).isEqualTo(expected(last));
      }
    }
    assertThat(last).isGreaterThan(kills);
    long turns = last;
    System.getLogger("org.educationcities.storage.jdbc")
        .log(
            Level.INFO,
            () -> kills + " kills while H2's file was tidied, " + turns + " commits, 0 lost");
  }

  private long runUntilKilled(String url, long before, SplittableRandom chance) throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Writer.class.getName(),
                    url))
            .redirectError(errors.toFile())
            .start();
    long last = before;
    long kill = before + 1 + chance.nextInt(25);
    boolean killed = false;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line.equals("open") ? last : Long.parseLong(line);
        if (last >= kill && !killed) {
          LockSupport.parkNanos(chance.nextInt(40_000_000)); // anywhere in writing or tidying
          process.toHandle().destroyForcibly();
          killed = true;
        }
      }
    }
    process.waitFor();
    assertThat(last).as("it said: %s", Files.readString(errors)).isGreaterThanOrEqualTo(kill);
    return last;
  }
}
