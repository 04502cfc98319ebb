package org.educationcities.storage.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.OutcomeUnknownException;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.educationcities.spi.storage.Transaction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure at every write and every sync: the old state or the new one, never anything else. */
class FailingDiskTest {
  private static final EntityType TYPE = new EntityType("item", Map.of());
  private static final int TRANSACTIONS = 4;

  @TempDir Path folder;

  private static Storage open(Disk disk, Path medium) {
    return new JsonPlugin.Factory(disk)
        .open(StorageContext.of(Settings.of(Map.of("folder", medium.toString())), Set.of(TYPE)));
  }

  /** The n-th transaction sets "a" and "b" to n, adds an entity, and takes an older one away. */
  private static int step(Transaction t, int n) {
    set(t, "a", n);
    set(t, "b", n);
    set(t, "n" + n, n);
    Optional.ofNullable(t.find("item", Set.of("n" + (n - 2))).get("n" + (n - 2)))
        .ifPresent(t::delete);
    return n;
  }

  private static void set(Transaction t, String id, int n) {
    byte[] payload = ("{\"n\":" + n + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Entity old = t.find("item", Set.of(id)).get(id);
    if (old == null) {
      t.insert(Entity.unstored("item", id, 1, payload, Map.of()));
    } else {
      t.update(old.withContent(1, payload, Map.of()));
    }
  }

  private static Map<String, String> state(Storage storage) {
    Map<String, String> state = new TreeMap<>();
    storage.inTransaction(
        Space.DEFAULT,
        t -> {
          t.query(Query.over("item").build())
              .entities()
              .forEach(
                  e ->
                      state.put(
                          e.id(),
                          new String(e.payload(), java.nio.charset.StandardCharsets.UTF_8)));
          return null;
        });
    return state;
  }

  private List<Map<String, String>> allStates() throws Exception {
    List<Map<String, String>> states = new ArrayList<>();
    try (Storage storage = open(new RealDisk(), Files.createTempDirectory(folder, "good"))) {
      states.add(state(storage));
      for (int n = 1; n <= TRANSACTIONS; n++) {
        int step = n;
        storage.inTransaction(Space.DEFAULT, t -> step(t, step));
        states.add(state(storage));
      }
    }
    return states;
  }

  private record Outcome(int acknowledged, boolean unknown, int operations) {}

  /** Runs on a failing disk until it refuses, closing and opening once on the way. */
  private static Outcome run(FailingDisk disk, Path medium) {
    int acknowledged = 0;
    boolean unknown = false;
    for (int half = 0; half < 2 && !unknown; half++) {
      try (Storage storage = open(disk, medium)) {
        int last = (half + 1) * TRANSACTIONS / 2;
        for (int n = acknowledged + 1; n <= last; n++) {
          int step = n;
          acknowledged = storage.inTransaction(Space.DEFAULT, t -> step(t, step));
        }
      } catch (OutcomeUnknownException e) {
        unknown = true;
      } catch (StorageUnavailableException refused) {
        assertThat(refused).hasMessageContaining("Maybe ");
      }
    }
    return new Outcome(acknowledged, unknown, disk.operations());
  }

  @ParameterizedTest
  @EnumSource
  void everyFailureLeavesTheOldOrTheNewState(FailingDisk.Torn torn) throws Exception {
    List<Map<String, String>> states = allStates();
    int points = 0;
    for (boolean forEver : new boolean[] {true, false}) {
      for (int failAt = 1; ; failAt++) {
        Path medium = Files.createTempDirectory(folder, "bad");
        Outcome outcome = run(new FailingDisk(failAt, torn, forEver), medium);
        try (Storage healthy = open(new RealDisk(), medium)) {
          int most = outcome.acknowledged() + (outcome.unknown() ? 1 : 0);
          assertThat(states.subList(outcome.acknowledged(), most + 1))
              .as("failure %s, torn %s, for ever %s", failAt, torn, forEver)
              .contains(state(healthy));
        }
        if (outcome.operations() < failAt) {
          break;
        }
        points++;
      }
    }
    assertThat(points).isGreaterThan(40);
  }
}
