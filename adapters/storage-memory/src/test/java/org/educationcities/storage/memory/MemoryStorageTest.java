package org.educationcities.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.junit.jupiter.api.Test;

class MemoryStorageTest {
  private static final EntityType PLACE =
      new EntityType("place", Map.of("kind", IndexType.TEXT, "seats", IndexType.NUMBER));

  private final MemoryStorage storage = MemoryStorage.of(Set.of(PLACE));

  private static Entity place(String id, String kind, long seats) {
    return Entity.unstored(
        "place",
        id,
        1,
        new byte[] {1, 2, 3},
        Map.of("kind", IndexValue.of(kind), "seats", IndexValue.of(seats)));
  }

  @Test
  void isFoundByServiceLoaderUnderItsName() {
    assertThat(ServiceLoader.load(Plugin.class))
        .flatExtracting(Plugin::storages)
        .extracting(factory -> factory.name())
        .containsExactly("memory");
  }

  @Test
  void pagesThroughOwnAndCommittedWritesInOneOrder() {
    storage.inTransaction(
        Space.DEFAULT,
        t -> {
          for (int i = 0; i < 50; i += 2) {
            t.insert(place("p" + i, i % 4 == 0 ? "lab" : "farm", i));
          }
          return null;
        });
    List<Long> seats = new ArrayList<>();

    storage.inTransaction(
        Space.DEFAULT,
        t -> {
          for (int i = 1; i < 50; i += 2) {
            t.insert(place("p" + i, "lab", i));
          }
          Query query =
              Query.over("place").where("kind", "lab").descendingBy("seats").limit(7).build();
          Optional<String> next;
          do {
            Page page = t.query(query);
            page.entities()
                .forEach(
                    e -> {
                      if (e.index().get("seats") instanceof IndexValue.Whole whole) {
                        seats.add(whole.value());
                      }
                    });
            next = page.next();
            query = next.map(query::next).orElse(query);
          } while (next.isPresent());
          return null;
        });

    assertThat(seats).hasSize(38).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void refusesAStaleVersion() {
    Entity first = storage.inTransaction(Space.DEFAULT, t -> t.insert(place("p", "lab", 1)));
    storage.inTransaction(Space.DEFAULT, t -> t.update(first));

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> storage.inTransaction(Space.DEFAULT, t -> t.update(first)));
  }
}
