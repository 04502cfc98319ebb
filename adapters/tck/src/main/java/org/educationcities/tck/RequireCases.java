package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Transaction;
import org.junit.jupiter.api.Test;

/** What a decision rests on: STO-23. */
abstract class RequireCases extends EndingCases {

  private static Boolean done(Runnable work) {
    work.run();
    return Boolean.TRUE;
  }

  private void require(Entity entity) {
    in(t -> done(() -> t.require(entity)));
  }

  @Test
  void sto23_requireOfTheCurrentVersionCommits() {
    Entity anchor = insert(item("anchor"));
    in(
        t -> {
          t.require(anchor);
          return t.insert(item("decision"));
        });
    assertThat(read("decision")).isPresent();
  }

  @Test
  void sto23_requireChangesNothing() {
    Entity anchor = insert(item("anchor", "lab", 1));
    require(anchor);
    require(anchor);
    assertThat(read("anchor")).contains(anchor);
  }

  @Test
  void sto23_requireOfAStaleVersionConflicts() {
    Entity anchor = insert(item("anchor"));
    update(anchor);
    conflict(
        () ->
            in(
                t -> {
                  t.require(anchor);
                  return t.insert(item("decision"));
                }));
    assertThat(read("decision")).isEmpty();
  }

  @Test
  void sto23_requireWithoutAnyWriteConflictsToo() {
    Entity anchor = insert(item("anchor"));
    update(anchor);
    conflict(() -> require(anchor));
  }

  @Test
  void sto23_requireOfWhatWasDeletedConflicts() {
    Entity anchor = insert(item("anchor"));
    delete(anchor);
    conflict(() -> require(anchor));
  }

  @Test
  void sto23_requireOfWhatWasDeletedAndInsertedAgainConflicts() {
    Entity anchor = insert(item("anchor"));
    delete(anchor);
    insert(item("anchor"));
    conflict(() -> require(anchor));
  }

  @Test
  void sto23_requireOfWhatNeverWasConflicts() {
    conflict(() -> require(item("anchor").withVersion(3)));
  }

  @Test
  void sto23_requireOfWhatHasNoVersionIsRefused() {
    insert(item("anchor"));
    refused(() -> require(item("anchor")));
  }

  @Test
  void sto23_requireTwiceIsAsOnce() {
    Entity anchor = insert(item("anchor"));
    in(
        t -> {
          t.require(anchor);
          t.require(anchor);
          return t.insert(item("decision"));
        });
    assertThat(read("decision")).isPresent();
  }

  @Test
  void sto23_requireThenUpdate() {
    Entity anchor = insert(item("anchor"));
    Entity updated =
        in(
            t -> {
              t.require(anchor);
              return t.update(changed(anchor, 7));
            });
    assertThat(read("anchor")).contains(updated);
  }

  @Test
  void sto23_requireThenDelete() {
    Entity anchor = insert(item("anchor"));
    in(
        t ->
            done(
                () -> {
                  t.require(anchor);
                  t.delete(anchor);
                }));
    assertThat(read("anchor")).isEmpty();
  }

  @Test
  void sto23_requireOfAStaleVersionThenUpdateOfItConflicts() {
    Entity anchor = insert(item("anchor"));
    Entity newer = update(anchor);
    conflict(
        () ->
            in(
                t -> {
                  t.require(anchor);
                  return t.update(newer);
                }));
    assertThat(read("anchor")).contains(newer);
  }

  @Test
  void sto23_requireOfWhatOneWroteOneself() {
    Entity anchor = insert(item("anchor"));
    Entity updated =
        in(
            t -> {
              Entity own = t.update(changed(anchor, 7));
              t.require(own);
              return own;
            });
    assertThat(read("anchor")).contains(updated);
    conflict(
        () ->
            in(
                t ->
                    done(
                        () -> {
                          t.update(changed(updated, 8));
                          t.require(updated);
                        })));
    assertThat(read("anchor")).contains(updated);
  }

  @Test
  void sto23_requireOfWhatOneDeletedOneselfConflicts() {
    Entity anchor = insert(item("anchor"));
    conflict(
        () ->
            in(
                t ->
                    done(
                        () -> {
                          t.delete(anchor);
                          t.require(anchor);
                        })));
    assertThat(read("anchor")).contains(anchor);
  }

  @Test
  void sto23_requireLooksInItsOwnSpaceOnly() {
    Entity anchor = insert(item("anchor"));
    conflict(
        () -> store().inTransaction(new Space("elsewhere"), t -> done(() -> t.require(anchor))));
  }

  /** Another transaction changes the anchor while the first is between its call and its commit. */
  @Test
  void sto23_requireHoldsUntilTheCommit() throws Exception {
    for (int round = 0; round < 5; round++) {
      Entity anchor = insert(item("anchor" + round));
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        boolean[] changedFirst = new boolean[1];
        String decision = "decision" + round;
        boolean committed =
            commits(
                () ->
                    in(
                        t -> {
                          t.require(anchor);
                          t.insert(item(decision));
                          Future<Boolean> change =
                              other.submit(() -> commits(() -> update(anchor)));
                          changedFirst[0] = endsSoon(change);
                          return "decided";
                        }));
        other.shutdown();
        assertThat(other.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        if (changedFirst[0]) {
          assertThat(committed).as("committed on what had changed before").isFalse();
        }
        assertThat(read(decision).isPresent()).isEqualTo(committed);
      } finally {
        other.shutdownNow();
      }
    }
  }

  private static boolean endsSoon(Future<Boolean> change) {
    try {
      // An adapter that locks makes the other wait for us: then it has not changed it first.
      return change.get(300, TimeUnit.MILLISECONDS);
    } catch (TimeoutException waits) {
      return false;
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  private static boolean commits(Callable<?> transaction) {
    try {
      transaction.call();
      return true;
    } catch (ConflictException conflict) {
      return false;
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }

  /** Two doctors on call, each of whom leaves only because the other is there. */
  @Test
  void sto23_writeSkewIsImpossible() throws Exception {
    int both = 0;
    ExecutorService pair = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 60; round++) {
        Entity one = insert(item("one" + round));
        Entity two = insert(item("two" + round));
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> first = pair.submit(() -> leaves(start, one, two));
        Future<Boolean> second = pair.submit(() -> leaves(start, two, one));
        if (first.get(60, TimeUnit.SECONDS) && second.get(60, TimeUnit.SECONDS)) {
          both++;
        }
      }
    } finally {
      pair.shutdownNow();
    }
    assertThat(both).isZero();
  }

  private boolean leaves(CyclicBarrier start, Entity own, Entity other) throws Exception {
    start.await(60, TimeUnit.SECONDS);
    return commits(
        () ->
            in(
                t -> {
                  t.require(other);
                  return t.update(changed(own, 0));
                }));
  }

  /** The same skew through what a query did not find: only the anchor guards it. */
  @Test
  void sto23_writeSkewOnWhatWasNotThereIsImpossible() throws Exception {
    ExecutorService pair = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 60; round++) {
        Entity anchor = insert(item("anchor" + round));
        String kind = "booking" + round;
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> first = pair.submit(() -> books(start, anchor, kind, "a" + kind));
        Future<Boolean> second = pair.submit(() -> books(start, anchor, kind, "b" + kind));
        first.get(60, TimeUnit.SECONDS);
        second.get(60, TimeUnit.SECONDS);
        assertThat(ids(query().where("kind", kind).build())).hasSize(1);
      }
    } finally {
      pair.shutdownNow();
    }
  }

  private boolean books(CyclicBarrier start, Entity anchor, String kind, String id)
      throws Exception {
    start.await(60, TimeUnit.SECONDS);
    return commits(() -> in(t -> bookIfNone(t, anchor, kind, id)));
  }

  private static String bookIfNone(Transaction t, Entity anchor, String kind, String id) {
    if (t.query(query().where("kind", kind).build()).entities().isEmpty()) {
      t.insert(item(id, kind, 1));
      t.update(anchor);
    }
    return id;
  }
}
