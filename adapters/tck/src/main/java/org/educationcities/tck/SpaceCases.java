package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.junit.jupiter.api.Test;

/** Nothing crosses spaces: STO-15. */
abstract class SpaceCases extends PagingCases {
  private Space north() {
    return new Space(space().id() + "-north");
  }

  private Space south() {
    return new Space(space().id() + "-south");
  }

  private Entity insertIn(Space space, Entity entity) {
    return store().inTransaction(space, t -> t.insert(entity));
  }

  private Optional<Entity> readIn(Space space, String id) {
    return store().inTransaction(space, t -> read(t, ITEM, id));
  }

  @Test
  void sto15_oneIdInTwoSpacesIsTwoEntities() {
    Entity north = insertIn(north(), changed(item("a"), 1));
    Entity south = insertIn(south(), changed(item("a"), 2));
    assertThat(readIn(north(), "a")).contains(north);
    assertThat(readIn(south(), "a")).contains(south);
  }

  @Test
  void sto15_findLooksInItsSpaceOnly() {
    insertIn(north(), item("a"));
    assertThat(readIn(south(), "a")).isEmpty();
    assertThat(read("a")).isEmpty();
  }

  @Test
  void sto15_queryLooksInItsSpaceOnly() {
    insertIn(north(), item("a", "lab", 1));
    insertIn(south(), item("b", "lab", 1));
    List<String> south =
        store().inTransaction(south(), t -> ids(t.query(query().where("kind", "lab").build())));
    assertThat(south).containsExactly("b");
    List<String> byRank =
        store().inTransaction(north(), t -> ids(t.query(query().ascendingBy("rank").build())));
    assertThat(byRank).containsExactly("a");
    List<String> byId = store().inTransaction(north(), t -> ids(t.query(query().build())));
    assertThat(byId).containsExactly("a");
  }

  @Test
  void sto15_updateReachesItsSpaceOnly() {
    Entity north = insertIn(north(), item("a"));
    conflict(() -> store().inTransaction(south(), t -> t.update(changed(north, 9))));
    assertThat(readIn(north(), "a")).contains(north);
    assertThat(readIn(south(), "a")).isEmpty();
  }

  @Test
  void sto15_deleteReachesItsSpaceOnly() {
    Entity north = insertIn(north(), item("a", "lab", 1));
    Entity south = insertIn(south(), item("a", "lab", 1));
    store()
        .inTransaction(
            south(),
            t -> {
              t.delete(south);
              return null;
            });
    assertThat(readIn(north(), "a")).contains(north);
    List<String> left =
        store().inTransaction(north(), t -> ids(t.query(query().where("kind", "lab").build())));
    assertThat(left).containsExactly("a");
  }

  @Test
  void sto15_aVersionOfOneSpaceIsGoodForNothingInAnother() {
    Entity north = insertIn(north(), item("a"));
    insertIn(south(), item("a"));
    if (readIn(south(), "a").orElseThrow().version() != north.version()) {
      conflict(() -> store().inTransaction(south(), t -> t.update(north)));
    }
    assertThat(readIn(north(), "a")).contains(north);
  }

  @Test
  void sto15_spacesWithNamesAlikeStayApart() {
    isolate();
    Set<String> names =
        new HashSet<>(List.of("a", "a-b", "a_b", "ab", "a-", "a_", "0", "00", "a".repeat(64)));
    for (String name : names) {
      insertIn(new Space(name), Entity.unstored(ITEM, name, 1, new byte[0], Map.of()));
    }
    for (String name : names) {
      List<String> ids = store().inTransaction(new Space(name), t -> ids(t.query(query().build())));
      assertThat(ids).containsExactly(name);
    }
  }
}
