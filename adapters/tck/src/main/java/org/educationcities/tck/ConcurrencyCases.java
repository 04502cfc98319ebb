package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.junit.jupiter.api.Test;

/** Many threads at once: STO-10, STO-17, STO-21 to STO-23 under load. */
abstract class ConcurrencyCases extends SpaceCases {

  static Entity number(String id, long value) {
    return Entity.unstored(ITEM, id, 1, bytes(value), Map.of());
  }

  static Entity numbered(Entity entity, long value) {
    return entity.withContent(1, bytes(value), entity.index());
  }

  private static byte[] bytes(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  static long value(Entity entity) {
    return ByteBuffer.wrap(entity.payload()).getLong();
  }

  /** Runs a task in so many threads, all starting together, and returns what each returned. */
  static <T> List<T> together(int threads, java.util.function.IntFunction<Callable<T>> task)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<T> own = task.apply(i);
        futures.add(
            pool.submit(
                () -> {
                  start.await(60, TimeUnit.SECONDS);
                  return own.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(300, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void sto21_noIncrementIsLost() throws Exception {
    insert(number("counter", 0));
    together(
        8,
        thread ->
            () -> {
              for (int i = 0; i < 25; i++) {
                retrying(
                    store(),
                    t -> {
                      Entity counter = read(t, ITEM, "counter").orElseThrow();
                      return t.update(numbered(counter, value(counter) + 1));
                    });
              }
              return thread;
            });
    assertThat(value(read("counter").orElseThrow())).isEqualTo(200);
  }

  @Test
  void sto22_oneOfManyInsertsOfAnIdWins() throws Exception {
    for (int round = 0; round < 15; round++) {
      String id = "contested" + round;
      List<Boolean> won =
          together(
              6,
              thread ->
                  () -> {
                    try {
                      insert(number(id, thread));
                      return true;
                    } catch (ConflictException lost) {
                      return false;
                    }
                  });
      assertThat(won.stream().filter(w -> w)).hasSize(1);
      assertThat(value(read(id).orElseThrow())).isEqualTo(won.indexOf(true));
    }
  }

  @Test
  void sto21_oneOfManyDeletesWins() throws Exception {
    for (int round = 0; round < 10; round++) {
      Entity entity = insert(item("doomed", "lab", round));
      List<Boolean> won =
          together(
              4,
              thread ->
                  () -> {
                    try {
                      delete(entity);
                      return true;
                    } catch (ConflictException lost) {
                      return false;
                    }
                  });
      assertThat(won.stream().filter(w -> w)).hasSize(1);
      assertThat(read("doomed")).isEmpty();
    }
  }

  @Test
  void sto10_disjointWritersLoseNothing() throws Exception {
    together(
        6,
        thread ->
            () -> {
              for (int i = 0; i < 40; i++) {
                Entity entity = item("t" + thread + "-" + i, "lab", i);
                retrying(store(), t -> t.insert(entity));
              }
              return thread;
            });
    assertThat(ids(query().where("kind", "lab").limit(50).build()))
        .hasSize(240)
        .doesNotHaveDuplicates();
  }

  /** Transfers between accounts in opposite directions: locks taken crosswise must not hang. */
  @Test
  void sto10_crosswiseTransfersKeepTheSum() throws Exception {
    List<String> accounts = List.of("a", "b", "c", "d");
    accounts.forEach(id -> insert(number(id, 100)));
    together(
        6,
        thread ->
            () -> {
              SeededValues seeded = SeededValues.of(thread);
              for (int i = 0; i < 20; i++) {
                String from = accounts.get(seeded.below(4));
                String to = accounts.get((accounts.indexOf(from) + 1 + seeded.below(3)) % 4);
                retrying(
                    store(),
                    t -> {
                      Entity source = read(t, ITEM, from).orElseThrow();
                      Entity target = read(t, ITEM, to).orElseThrow();
                      t.update(numbered(source, value(source) - 1));
                      return t.update(numbered(target, value(target) + 1));
                    });
              }
              return thread;
            });
    assertThat(accounts.stream().mapToLong(id -> value(read(id).orElseThrow())).sum())
        .isEqualTo(400);
  }

  /** Capacity is a number in its anchor; whoever takes the last place updates it. */
  @Test
  void sto21_noPlaceIsGivenTwice() throws Exception {
    insert(number("places", 30));
    AtomicInteger placed = new AtomicInteger();
    together(
        10,
        thread ->
            () -> {
              for (int i = 0; i < 8; i++) {
                String id = "placement" + thread + "-" + i;
                if (retrying(
                    store(),
                    t -> {
                      Entity places = read(t, ITEM, "places").orElseThrow();
                      if (value(places) == 0) {
                        return false;
                      }
                      t.update(numbered(places, value(places) - 1));
                      t.insert(item(id, "placement", 1));
                      return true;
                    })) {
                  placed.incrementAndGet();
                }
              }
              return thread;
            });
    assertThat(placed).hasValue(30);
    assertThat(ids(query().where("kind", "placement").limit(1000).build())).hasSize(30);
  }

  /** A permission is withdrawn while a placement is confirmed on it. */
  @Test
  void sto23_nothingIsConfirmedOnWhatNoLongerHolds() throws Exception {
    for (int round = 0; round < 60; round++) {
      String permission = "permission" + round;
      String placement = "placement" + round;
      insertAll(number(permission, 1), number(placement, 0));
      together(
          2,
          thread ->
              () ->
                  thread == 0
                      ? retrying(
                          store(),
                          t -> {
                            Entity given = read(t, ITEM, permission).orElseThrow();
                            if (value(given) == 0) {
                              return "refused";
                            }
                            t.require(given);
                            t.update(numbered(read(t, ITEM, placement).orElseThrow(), 1));
                            return "confirmed";
                          })
                      : retrying(
                          store(),
                          t -> {
                            t.update(numbered(read(t, ITEM, permission).orElseThrow(), 0));
                            Entity placed = read(t, ITEM, placement).orElseThrow();
                            t.update(numbered(placed, 2));
                            return "suspended";
                          }));
      assertThat(value(read(permission).orElseThrow())).isZero();
      assertThat(value(read(placement).orElseThrow())).isEqualTo(2);
    }
  }

  @Test
  void sto17_whatIsReadWasCommitted() throws Exception {
    insert(number("even", 0));
    AtomicInteger odd = new AtomicInteger();
    together(
        4,
        thread ->
            () -> {
              for (int i = 0; i < 40; i++) {
                if (thread == 0) {
                  failingOnOddNumbers();
                } else if (value(read("even").orElseThrow()) % 2 != 0) {
                  odd.incrementAndGet();
                }
              }
              return thread;
            });
    assertThat(odd).hasValue(0);
  }

  private void failingOnOddNumbers() {
    retrying(
        store(), t -> t.update(numbered(read(t, ITEM, "even").orElseThrow(), evenAfter(t) + 2)));
    try {
      in(
          t -> {
            t.update(numbered(read(t, ITEM, "even").orElseThrow(), evenAfter(t) + 1));
            t.query(query().build());
            throw new UnsupportedOperationException("rolled back on purpose");
          });
    } catch (UnsupportedOperationException expected) {
      assertThat(expected).hasMessage("rolled back on purpose");
    }
  }

  private static long evenAfter(org.educationcities.spi.storage.Transaction t) {
    return value(read(t, ITEM, "even").orElseThrow());
  }
}
