package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All or nothing, once, and what the caller learns of it: STO-10 to STO-13, STO-16, STO-20. */
abstract class TransactionCases extends VersionCases {

  static final class Mishap extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mishap() {
      super("on purpose");
    }
  }

  @Test
  void sto10_allWritesBecomeVisibleTogether() {
    insertAll(item("a"), item("b"));
    assertThat(ids(query().build())).containsExactly("a", "b");
  }

  @Test
  void sto10_nothingIsVisibleToOthersBeforeTheReturn() {
    Entity first = insert(item("a", "lab", 1));
    in(
        t -> {
          t.insert(item("b", "lab", 2));
          t.update(changed(first, 9));
          t.query(query().build());
          Storage storage = store();
          CompletableFuture.runAsync(
                  () -> {
                    assertThat(
                            storage.<Boolean>inTransaction(
                                space(), u -> read(u, ITEM, "b").isEmpty()))
                        .isTrue();
                    assertThat(
                            storage.<Boolean>inTransaction(
                                space(), u -> read(u, ITEM, "a").orElseThrow().equals(first)))
                        .isTrue();
                    assertThat(
                            storage.<Integer>inTransaction(
                                space(),
                                u ->
                                    u.query(query().where("kind", "lab").build())
                                        .entities()
                                        .size()))
                        .isEqualTo(1);
                  })
              .join();
          return null;
        });
    assertThat(read("b")).isPresent();
  }

  @Test
  void sto10_aConflictOnTheLastWriteUndoesAll() {
    Entity stale = insert(item("stale"));
    Entity kept = insert(item("kept"));
    Entity gone = insert(item("gone"));
    update(stale);
    conflict(
        () ->
            in(
                t -> {
                  t.insert(item("new", "lab", 1));
                  t.update(changed(kept, 9));
                  t.delete(gone);
                  return t.update(stale);
                }));
    assertThat(read("new")).isEmpty();
    assertThat(read("kept")).contains(kept);
    assertThat(read("gone")).contains(gone);
    assertThat(ids(query().where("kind", "lab").build())).isEmpty();
  }

  @Test
  void sto10_twoTypesCommitTogether() {
    Entity stale = insert(item("stale"));
    update(stale);
    conflict(
        () ->
            in(
                t -> {
                  t.insert(Entity.unstored(OTHER, "o", 1, new byte[0], Map.of()));
                  return t.update(stale);
                }));
    assertThat(read(OTHER, "o")).isEmpty();
  }

  @Test
  void sto10_manyWritesCommitTogether() {
    List<Entity> many = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      many.add(item("m" + i, "lab", i));
    }
    insertAll(many);
    assertThat(ids(query().where("kind", "lab").limit(1000).build())).hasSize(3000);
  }

  @Test
  void sto10_manyWritesAreUndoneTogether() {
    Throwable thrown =
        catchThrowable(
            () ->
                in(
                    t -> {
                      for (int i = 0; i < 6000; i++) {
                        t.insert(ranked("m" + i, i));
                      }
                      throw new Mishap();
                    }));
    assertThat(thrown).isInstanceOf(Mishap.class);
    assertThat(ids(query().build())).isEmpty();
    assertThat(ids(query().ascendingBy("rank").build())).isEmpty();
  }

  @Test
  void sto11_workRunsOnce() {
    AtomicInteger runs = new AtomicInteger();
    in(t -> runs.incrementAndGet());
    assertThat(runs).hasValue(1);
  }

  @Test
  void sto11_workRunsOnceEvenOnAConflict() {
    Entity stale = insert(item("a"));
    update(stale);
    AtomicInteger runs = new AtomicInteger();
    conflict(
        () ->
            in(
                t -> {
                  runs.incrementAndGet();
                  return t.update(stale);
                }));
    assertThat(runs).hasValue(1);
  }

  @Test
  void sto12_workThatThrowsWritesNothing() {
    Entity first = insert(item("a", "lab", 1));
    Throwable thrown =
        catchThrowable(
            () ->
                in(
                    t -> {
                      t.insert(item("b"));
                      t.delete(first);
                      t.query(query().build());
                      throw new Mishap();
                    }));
    assertThat(thrown).isInstanceOf(Mishap.class);
    assertThat(read("a")).contains(first);
    assertThat(read("b")).isEmpty();
    assertThat(ids(query().where("kind", "lab").build())).containsExactly("a");
  }

  @Test
  void sto12_theVeryThrowableReachesTheCaller() {
    for (Throwable given : List.of(new Mishap(), new AssertionError("e"), new IOException("io"))) {
      Throwable caught =
          catchThrowable(
              () ->
                  in(
                      t -> {
                        t.insert(item("a"));
                        throw TransactionCases.<RuntimeException>unchecked(given);
                      }));
      assertThat(caught).isSameAs(given);
    }
    assertThat(read("a")).isEmpty();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // to throw what is not declared
  private static <E extends Throwable> E unchecked(Throwable given) throws E {
    throw (E) given;
  }

  @Test
  void sto12_theStorageStaysUsableAfterwards() {
    for (int round = 0; round < 30; round++) {
      fails(
          () ->
              in(
                  t -> {
                    t.insert(item("a"));
                    throw new Mishap();
                  }));
    }
    assertThat(insert(item("a")).version()).isPositive();
  }

  @Test
  void sto10_theResultOfTheWorkIsReturned() {
    String result = in(t -> "done");
    @Nullable String nothing = in(t -> null);
    assertThat(result).isEqualTo("done");
    assertThat(nothing).isNull();
  }

  @Test
  void sto13_conflictSaysWhatToDo() {
    insert(item("a"));
    Throwable conflict = catchThrowable(() -> insert(item("a")));
    assertThat(conflict)
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> {
              assertThat(e.code()).isEqualTo("conflict");
              assertThat(e).hasMessageContaining("Maybe ");
            });
  }

  @Test
  void sto16_transactionsDoNotNest() {
    illegalState(() -> in(t -> in(u -> "inner")));
  }

  @Test
  void sto16_aRefusedNestingLeavesTheOuterTransactionWhole() {
    in(
        t -> {
          t.insert(item("a"));
          illegalState(() -> in(u -> u.insert(item("b"))));
          t.insert(item("c"));
          return null;
        });
    assertThat(ids(query().build())).containsExactly("a", "c");
  }

  @Test
  void sto16_theThreadIsFreeAgainAfterAFailure() {
    fails(
        () ->
            in(
                t -> {
                  throw new Mishap();
                }));
    insert(item("a"));
    fails(() -> insert(item("a")));
    assertThat(read("a")).isPresent();
  }

  @Test
  void sto16_transactionsOfTwoStoragesMayNest() {
    Storage second = open(fresh(), TYPES);
    in(
        t -> {
          t.insert(item("a"));
          return second.inTransaction(space(), u -> u.insert(item("b")));
        });
    assertThat(ids(query().build())).containsExactly("a");
  }

  @Test
  void sto20_findSeesOwnWrites() {
    Entity changed = insert(item("changed"));
    Entity deleted = insert(item("deleted"));
    in(
        t -> {
          Entity inserted = t.insert(item("inserted"));
          Entity updated = t.update(changed(changed, 9));
          t.delete(deleted);
          assertThat(t.find(ITEM, Set.of("changed", "deleted", "inserted", "none")))
              .isEqualTo(Map.of("inserted", inserted, "changed", updated));
          return null;
        });
  }

  @Test
  void sto20_querySeesOwnWrites() {
    Entity leaves = insert(item("leaves", "lab", 1));
    Entity deleted = insert(item("deleted", "lab", 2));
    Entity comes = insert(item("comes", "farm", 3));
    insert(item("stays", "lab", 4));
    in(
        t -> {
          t.update(withIndex(leaves, item("leaves", "farm", 1).index()));
          t.delete(deleted);
          t.update(withIndex(comes, item("comes", "lab", 0).index()));
          t.insert(item("new", "lab", 9));
          Query lab = query().where("kind", "lab").ascendingBy("rank").build();
          assertThat(ids(t.query(lab))).containsExactly("comes", "stays", "new");
          return null;
        });
  }

  @Test
  void sto20_pagesSeeOwnWritesMadeBetweenThem() {
    insertAll(ranked("a", 1), ranked("b", 2), ranked("d", 4));
    in(
        t -> {
          Query first = query().ascendingBy("rank").limit(2).build();
          String cursor = t.query(first).next().orElseThrow();
          t.insert(ranked("c", 3));
          t.insert(ranked("0", 0));
          assertThat(ids(t.query(first.next(cursor)))).containsExactly("c", "d");
          return null;
        });
  }

  @Test
  void sto20_ownWritesAfterAQueryAreWrittenToo() {
    in(
        t -> {
          Entity a = t.insert(item("a", "lab", 1));
          t.query(query().where("kind", "lab").build());
          Entity again = t.update(withIndex(a, item("a", "farm", 2).index()));
          t.query(query().where("kind", "lab").build());
          t.delete(again);
          t.insert(item("b", "lab", 3));
          return null;
        });
    assertThat(ids(query().build())).containsExactly("b");
    assertThat(ids(query().where("kind", "farm").build())).isEmpty();
  }
}
