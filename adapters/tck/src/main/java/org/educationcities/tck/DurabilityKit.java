package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * STO-14 for storages that declare DURABLE: a process that writes is killed (SIGKILL) at random
 * moments; no acknowledged commit may be lost, none half-applied, and every restart be clean. And
 * STO-19, with a real second process.
 *
 * <p>The class must have a constructor without parameters, and {@link #factory()} must work in
 * another process, which is started on this one's class path.
 */
public abstract class DurabilityKit {
  @TempDir Path scratch;

  /** For the vendor's class. */
  protected DurabilityKit() {}

  /** The factory under test; called in another process too. */
  protected abstract StorageFactory factory();

  /** Settings for a medium that is empty and no other test uses. */
  protected abstract Settings freshMedium() throws Exception;

  /** The class that the other process makes, to ask its factory; this one where not overridden. */
  protected Class<? extends DurabilityKit> writer() {
    return getClass();
  }

  @Test
  void sto14_twentyKillsLoseNothing() throws Exception {
    kill(20, 14);
  }

  @Test
  @Tag("long")
  void sto14_twoHundredKillsLoseNothing() throws Exception {
    kill(200, 200);
  }

  /** A medium that one process has is refused to another, which changes nothing of it. */
  @Test
  void sto19_aSecondProcessIsRefused() throws Exception {
    Settings medium = freshMedium();
    assumeFalse(
        begin(medium).contains(StorageCapability.SHARED_BY_PROCESSES),
        "SHARED_BY_PROCESSES is declared.");
    Process process = start(written(medium));
    long last = 0;
    try (BufferedReader out = acknowledgements(process)) {
      assertThat(out.readLine()).as("what the other process said").isEqualTo("open");
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThatExceptionOfType(StorageUnavailableException.class)
            .isThrownBy(() -> open(medium).close())
            .withMessageContaining("Maybe ");
      }
      process.toHandle().destroyForcibly();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = Long.parseLong(line);
      }
    }
    process.waitFor();
    try (Storage storage = open(medium)) {
      assertThat(check(storage, 0)).isBetween(last, last + 1);
    }
  }

  private void kill(int kills, long seed) throws Exception {
    Settings medium = freshMedium();
    begin(medium);
    Path settings = written(medium);
    SeededValues seeded = SeededValues.of(seed);
    long checked = 0;
    long beyond = 0;
    for (int kill = 0; kill < kills; kill++) {
      long acknowledged = runUntilKilled(settings, seeded, checked);
      long found;
      try (Storage storage = open(medium)) {
        found = check(storage, checked);
      }
      assertThat(found).as("acknowledged commits kept").isGreaterThanOrEqualTo(acknowledged);
      assertThat(found).as("commits no one asked for").isLessThanOrEqualTo(acknowledged + 1);
      beyond += found - acknowledged;
      checked = found;
    }
    assertThat(checked).as("something was written at all").isGreaterThan(kills);
    long commits = checked;
    long unacknowledged = beyond;
    System.getLogger("org.educationcities.tck")
        .log(
            Level.INFO,
            () ->
                getClass().getSimpleName()
                    + ": "
                    + kills
                    + " kills, "
                    + commits
                    + " commits, 0 lost, 0 half-applied, "
                    + unacknowledged
                    + " committed but not yet acknowledged");
  }

  /** Makes what the writer begins from. */
  private Set<StorageCapability> begin(Settings medium) {
    try (Storage storage = open(medium)) {
      assertThat(storage.capabilities()).contains(StorageCapability.DURABLE);
      storage.inTransaction(
          Space.DEFAULT, t -> t.insert(ConcurrencyCases.number(KilledWriter.COUNTER, 0)));
      return storage.capabilities();
    }
  }

  private Path written(Settings medium) throws IOException {
    Path settings = scratch.resolve("settings.properties");
    Properties properties = new Properties();
    medium.names().forEach(name -> properties.setProperty(name, medium.require(name)));
    try (var out = Files.newBufferedWriter(settings)) {
      properties.store(out, null);
    }
    return settings;
  }

  private Storage open(Settings medium) {
    return factory().open(StorageContext.of(medium, StorageBench.TYPES));
  }

  private Process start(Path settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KilledWriter.class.getName(), writer().getName(), settings.toString()));
    return new ProcessBuilder(command).redirectError(errors()).start();
  }

  private File errors() {
    return scratch.resolve("errors.txt").toFile();
  }

  private static BufferedReader acknowledgements(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The last commit that the process acknowledged, or what was there before if none. */
  private long runUntilKilled(Path settings, SeededValues seeded, long before) throws Exception {
    Process process = start(settings);
    long last = before;
    long kill = before + 1 + seeded.below(25);
    try (BufferedReader out = acknowledgements(process)) {
      boolean killed = false;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (!line.equals("open")) {
          last = Long.parseLong(line);
        }
        if (last >= kill && !killed) {
          // Anywhere within the next transaction.
          LockSupport.parkNanos(seeded.below(3_000_000));
          // By its handle: Process itself would close the stream with the last acknowledgements.
          process.toHandle().destroyForcibly();
          killed = true;
        }
      }
    }
    process.waitFor();
    assertThat(last)
        .as(
            "the writer wrote until it was killed; it said: %s",
            Files.readString(errors().toPath()))
        .isGreaterThanOrEqualTo(kill);
    return last;
  }

  /** Checks all that was written after a number, and returns the counter. */
  private static long check(Storage storage, long after) {
    return storage.inTransaction(
        Space.DEFAULT,
        t -> {
          Entity counter =
              StorageBench.read(t, StorageBench.ITEM, KilledWriter.COUNTER).orElseThrow();
          long last = ConcurrencyCases.value(counter);
          for (long n = after + 1; n <= last; n++) {
            assertThat(StorageBench.read(t, StorageBench.OTHER, "event-" + n)).isPresent();
            Query items =
                Query.over(StorageBench.ITEM).where("kind", "written").where("rank", n).build();
            assertThat(t.query(items).entities()).hasSize(KilledWriter.ITEMS);
          }
          Query beyond =
              Query.over(StorageBench.ITEM)
                  .within(
                      new Query.Range(
                          "rank", org.educationcities.spi.storage.IndexValue.of(last + 1), null))
                  .build();
          assertThat(t.query(beyond).entities()).isEmpty();
          assertThat(StorageBench.read(t, StorageBench.OTHER, "event-" + (last + 1))).isEmpty();
          return last;
        });
  }
}
