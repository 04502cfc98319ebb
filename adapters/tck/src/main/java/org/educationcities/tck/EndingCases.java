package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Transaction;
import org.junit.jupiter.api.Test;

/** After the end, after a conflict, and what cannot be found: STO-24 to STO-26. */
abstract class EndingCases extends TransactionCases {

  private Transaction keptBeyondTheWork() {
    List<Transaction> kept = new ArrayList<>();
    in(
        t -> {
          kept.add(t);
          return t.insert(item("kept"));
        });
    return kept.get(0);
  }

  @Test
  void sto24_readingBeyondTheReturnIsRefused() {
    Transaction ended = keptBeyondTheWork();
    illegalState(() -> ended.find(ITEM, Set.of("kept")));
    illegalState(() -> ended.query(query().build()));
  }

  @Test
  void sto24_writingBeyondTheReturnIsRefused() {
    Transaction ended = keptBeyondTheWork();
    Entity kept = read("kept").orElseThrow();
    illegalState(() -> ended.insert(item("b")));
    illegalState(() -> ended.update(kept));
    illegalState(() -> ended.delete(kept));
    illegalState(() -> ended.require(kept));
    assertThat(ids(query().build())).containsExactly("kept");
  }

  @Test
  void sto24_useBeyondAFailureIsRefused() {
    List<Transaction> kept = new ArrayList<>();
    fails(
        () ->
            in(
                t -> {
                  kept.add(t);
                  throw new Mishap();
                }));
    illegalState(() -> kept.get(0).insert(item("a")));
    assertThat(read("a")).isEmpty();
  }

  /** Swallows the conflict of one write among others, as no one should. */
  private void swallowing(java.util.function.Consumer<Transaction> write) {
    conflict(
        () ->
            in(
                t -> {
                  t.insert(item("before"));
                  try {
                    write.accept(t);
                    t.insert(item("after"));
                  } catch (ConflictException swallowed) {
                    assertThat(swallowed).isNotNull();
                  }
                  return "as if nothing had happened";
                }));
    assertThat(read("before")).isEmpty();
    assertThat(read("after")).isEmpty();
  }

  @Test
  void sto25_aSwallowedConflictOfAnUpdateStillFails() {
    Entity stale = insert(item("a"));
    update(stale);
    swallowing(t -> t.update(stale));
  }

  @Test
  void sto25_aSwallowedConflictOfAnInsertStillFails() {
    insert(item("a"));
    swallowing(t -> t.insert(item("a")));
  }

  @Test
  void sto25_aSwallowedConflictOfADeleteStillFails() {
    Entity stale = insert(item("a"));
    update(stale);
    swallowing(t -> t.delete(stale));
  }

  @Test
  void sto25_aSwallowedConflictOfARequireStillFails() {
    Entity stale = insert(item("a"));
    update(stale);
    swallowing(t -> t.require(stale));
  }

  @Test
  void sto25_aSwallowedConflictWithOwnWritesStillFails() {
    swallowing(
        t -> {
          Entity own = t.insert(item("own"));
          t.update(own);
          t.update(own);
        });
  }

  @Test
  void sto26_whatCannotBeAnIdIsNotFound() {
    Entity a = insert(item("a"));
    Set<String> ids =
        new HashSet<>(List.of("", "\u0000", "a\u0000", "\ud800", "\udc00a", "x".repeat(256), "a"));
    Map<String, Entity> found = in(t -> t.find(ITEM, ids));
    assertThat(found).isEqualTo(Map.of("a", a));
  }

  @Test
  void find_ofNoIdsFindsNothing() {
    Map<String, Entity> found = in(t -> t.find(ITEM, Set.of()));
    assertThat(found).isEmpty();
  }

  @Test
  void find_ofThousandsFindsThoseThatAreThere() {
    List<Entity> many = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (int i = 0; i < 2500; i++) {
      asked.add("m" + i);
      if (i % 2 == 0) {
        many.add(item("m" + i));
      }
    }
    insertAll(many);
    Map<String, Entity> found = in(t -> t.find(ITEM, asked));
    assertThat(found).hasSize(1250);
    found.forEach((id, entity) -> assertThat(entity.id()).isEqualTo(id));
  }

  @Test
  void find_ofAnUndeclaredTypeIsRefused() {
    refused(() -> in(t -> t.find("unheard-of", Set.of("a"))));
  }

  @Test
  void insert_ofAnUndeclaredTypeIsRefused() {
    refused(() -> insert(Entity.unstored("unheard-of", "a", 1, new byte[0], Map.of())));
  }
}
