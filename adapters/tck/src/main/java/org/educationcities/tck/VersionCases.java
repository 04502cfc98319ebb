package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.StorageCapability;
import org.junit.jupiter.api.Test;

/** Versions, and compare-and-set on them: STO-4, STO-21, STO-22. */
abstract class VersionCases extends EntityCases {

  @Test
  void sto4_versionIsAboveZero() {
    assertThat(insert(item("a")).version()).isPositive();
  }

  @Test
  void sto4_versionReturnedIsTheOneStored() {
    Entity written = insert(item("a", "lab", 7));
    assertThat(read("a")).contains(written);
    Entity updated = update(changed(written, 5));
    assertThat(read("a")).contains(updated);
  }

  @Test
  void sto4_updateGivesAnotherVersion() {
    Entity first = insert(item("a"));
    assertThat(update(changed(first, 5)).version()).isNotEqualTo(first.version());
  }

  @Test
  void sto4_updateWithoutAChangeGivesAnotherVersionToo() {
    Entity first = insert(item("a"));
    assertThat(update(first).version()).isNotEqualTo(first.version());
    conflict(() -> update(first));
  }

  @Test
  void sto4_versionNeverComesBackAfterDeleteAndInsert() {
    Entity first = insert(item("a"));
    delete(first);
    Entity second = insert(item("a"));
    assertThat(second.version()).isNotEqualTo(first.version());
    conflict(() -> update(first));
    conflict(() -> delete(first));
    assertThat(read("a")).contains(second);
  }

  @Test
  void sto4_versionNeverComesBackOverManyRounds() {
    Set<Long> seen = new HashSet<>();
    for (int round = 0; round < 40; round++) {
      Entity inserted = insert(item("a"));
      Entity updated = update(changed(inserted, round));
      assertThat(seen.add(inserted.version())).isTrue();
      assertThat(seen.add(updated.version())).isTrue();
      delete(updated);
    }
  }

  @Test
  void sto4_versionNeverComesBackAfterReopening() {
    assumeCan(StorageCapability.DURABLE);
    Set<Long> seen = new HashSet<>();
    for (int round = 0; round < 6; round++) {
      Entity inserted = insert(item("a"));
      assertThat(seen.add(inserted.version())).isTrue();
      delete(inserted);
      reopen();
    }
  }

  @Test
  void sto4_versionOfARolledBackTransactionIsGoodForNothing() {
    List<Entity> lost = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      try {
        in(
            t -> {
              lost.add(t.insert(item("a")));
              throw new IllegalStateException("rolled back on purpose");
            });
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("rolled back on purpose");
      }
    }
    insert(item("a"));
    for (Entity entity : lost) {
      conflict(() -> update(entity));
    }
  }

  @Test
  void sto4_versionsWithinOneTransactionDiffer() {
    Set<Long> versions = new HashSet<>();
    in(
        t -> {
          Entity entity = t.insert(item("a"));
          versions.add(entity.version());
          for (int i = 0; i < 5; i++) {
            entity = t.update(changed(entity, i));
            versions.add(entity.version());
          }
          return null;
        });
    assertThat(versions).hasSize(6);
    assertThat(read("a").orElseThrow().payload()).containsExactly(4);
  }

  @Test
  void sto21_updateOfAStaleVersionConflicts() {
    Entity first = insert(item("a"));
    Entity second = update(changed(first, 1));
    conflict(() -> update(changed(first, 2)));
    assertThat(read("a")).contains(second);
  }

  @Test
  void sto21_deleteOfAStaleVersionConflicts() {
    Entity first = insert(item("a"));
    Entity second = update(changed(first, 1));
    conflict(() -> delete(first));
    assertThat(read("a")).contains(second);
  }

  @Test
  void sto21_updateOfADeletedEntityConflicts() {
    Entity first = insert(item("a"));
    delete(first);
    conflict(() -> update(first));
    assertThat(read("a")).isEmpty();
  }

  @Test
  void sto21_deleteOfADeletedEntityConflicts() {
    Entity first = insert(item("a"));
    delete(first);
    conflict(() -> delete(first));
  }

  @Test
  void sto21_updateOfWhatNeverWasConflicts() {
    conflict(() -> update(item("a").withVersion(17)));
    assertThat(read("a")).isEmpty();
  }

  @Test
  void sto21_updateOfAGreaterVersionConflicts() {
    Entity first = insert(item("a"));
    conflict(() -> update(first.withVersion(first.version() + 1)));
    conflict(() -> update(first.withVersion(Long.MAX_VALUE)));
    assertThat(read("a")).contains(first);
  }

  @Test
  void sto21_updateTwiceUnderOneVersionInOneTransactionConflicts() {
    Entity first = insert(item("a"));
    conflict(
        () ->
            in(
                t -> {
                  t.update(changed(first, 1));
                  return t.update(changed(first, 2));
                }));
    assertThat(read("a")).contains(first);
  }

  @Test
  void sto21_updateUnderTheVersionJustWrittenSucceeds() {
    Entity first = insert(item("a"));
    Entity last = in(t -> t.update(changed(t.update(changed(first, 1)), 2)));
    assertThat(read("a")).contains(last);
  }

  @Test
  void sto21_updateAfterDeleteInOneTransactionConflicts() {
    Entity first = insert(item("a"));
    conflict(
        () ->
            in(
                t -> {
                  t.delete(first);
                  return t.update(first);
                }));
    assertThat(read("a")).contains(first);
  }

  @Test
  void sto21_staleUpdateLeavesTheIndexAlone() {
    Entity first = insert(item("a", "lab", 1));
    update(withIndex(first, Map.of("rank", IndexValue.of(2))));
    conflict(() -> update(withIndex(first, Map.of("rank", IndexValue.of(3)))));
    assertThat(ids(query().where("rank", 2).build())).containsExactly("a");
    assertThat(ids(query().where("rank", 3).build())).isEmpty();
  }

  static org.educationcities.spi.storage.Query.Builder query() {
    return org.educationcities.spi.storage.Query.over(ITEM);
  }

  @Test
  void sto22_insertOfAnIdThatExistsConflicts() {
    Entity first = insert(item("a"));
    conflict(() -> insert(changed(item("a"), 9)));
    assertThat(read("a")).contains(first);
  }

  @Test
  void sto22_insertTwiceInOneTransactionConflicts() {
    conflict(
        () ->
            in(
                t -> {
                  t.insert(item("a"));
                  return t.insert(item("a"));
                }));
    assertThat(read("a")).isEmpty();
  }

  @Test
  void sto22_insertAfterDeleteInOneTransactionReplaces() {
    Entity first = insert(item("a", "lab", 1));
    Entity second =
        in(
            t -> {
              t.delete(first);
              return t.insert(item("a", "farm", 2));
            });
    assertThat(second.version()).isNotEqualTo(first.version());
    assertThat(read("a")).contains(second);
    assertThat(ids(query().where("kind", "lab").build())).isEmpty();
    assertThat(ids(query().where("kind", "farm").build())).containsExactly("a");
  }

  @Test
  void sto22_deleteAfterInsertInOneTransactionLeavesNothing() {
    in(
        t -> {
          t.delete(t.insert(item("a", "lab", 1)));
          return null;
        });
    assertThat(read("a")).isEmpty();
    assertThat(ids(query().where("kind", "lab").build())).isEmpty();
  }

  @Test
  void sto22_insertAndDeleteOfAnIdThatExistsConflicts() {
    Entity first = insert(item("a"));
    conflict(
        () ->
            in(
                t -> {
                  t.delete(t.insert(item("a")));
                  return null;
                }));
    assertThat(read("a")).contains(first);
  }

  @Test
  void sto22_insertOfWhatHasAVersionIsRefused() {
    Entity first = insert(item("a"));
    delete(first);
    refused(() -> insert(first));
    assertThat(read("a")).isEmpty();
  }

  @Test
  void sto21_updateOfWhatHasNoVersionIsRefused() {
    insert(item("a"));
    refused(() -> update(item("a")));
  }

  @Test
  void sto21_deleteOfWhatHasNoVersionIsRefused() {
    Entity first = insert(item("a"));
    refused(() -> delete(item("a")));
    assertThat(read("a")).contains(first);
  }
}
