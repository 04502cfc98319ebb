package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.StorageCapability;
import org.junit.jupiter.api.Test;

/** Page after page while others write: STO-42 to STO-45. */
abstract class PagingCases extends QueryCases {

  private void hundred() {
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      entities.add(item(name(i), i % 2 == 0 ? "lab" : "farm", i / 10));
    }
    insertAll(entities);
  }

  private static String name(int number) {
    return String.format(java.util.Locale.ROOT, "n%03d", number);
  }

  private void coversAll(Query.Builder query) {
    for (int limit : new int[] {1, 7, 10, 50, 99, 100, 101, 1000}) {
      List<String> whole = ids(query.limit(1000).build());
      assertThat(ids(query.limit(limit).build())).as("limit %s", limit).isEqualTo(whole);
    }
  }

  @Test
  void sto42_pagesById() {
    hundred();
    coversAll(query());
    coversAll(query().descendingById());
  }

  @Test
  void sto42_pagesByANumberThatManyShare() {
    hundred();
    coversAll(query().ascendingBy("rank"));
    coversAll(query().descendingBy("rank"));
  }

  @Test
  void sto42_pagesByAText() {
    hundred();
    coversAll(query().ascendingBy("kind"));
    coversAll(query().descendingBy("kind"));
  }

  @Test
  void sto42_pagesOfAnEquality() {
    hundred();
    coversAll(query().where("kind", "lab"));
    coversAll(query().where("kind", "lab").descendingBy("rank"));
    coversAll(query().where("kind", "lab").where("rank", 3));
  }

  @Test
  void sto42_pagesOfARange() {
    hundred();
    Query.Range middle = new Query.Range("rank", IndexValue.of(2), IndexValue.of(8));
    coversAll(query().within(middle));
    coversAll(query().within(middle).descendingBy("rank"));
    coversAll(query().within(middle).ascendingBy("kind"));
  }

  @Test
  void sto42_pagesByValuesOfEveryPlane() {
    SeededValues seeded = SeededValues.of(42);
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      entities.add(labelled(name(i), seeded.text(3)));
    }
    insertAll(entities);
    coversAll(query().ascendingBy("label"));
    coversAll(query().descendingBy("label"));
  }

  @Test
  void sto43_denseEqualityUnderAnotherOrder() {
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      entities.add(item("d" + i, i % 10 == 0 ? "farm" : "lab", i));
    }
    insertAll(entities);
    Query lab = query().where("kind", "lab").descendingBy("rank").limit(997).build();
    assertThat(ids(lab)).hasSize(4500).doesNotHaveDuplicates().startsWith("d4999", "d4998");
    Query farm =
        query()
            .where("kind", "farm")
            .within(new Query.Range("rank", IndexValue.of(1000), null))
            .limit(99)
            .build();
    assertThat(ids(farm)).hasSize(400).doesNotHaveDuplicates();
  }

  @Test
  void sto44_noPageIsLargerThanItsLimit() {
    hundred();
    Query asked = query().limit(30).build();
    List<Integer> sizes = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Query page = next.map(asked::next).orElse(asked);
      Page answer = in(t -> t.query(page));
      sizes.add(answer.entities().size());
      next = answer.next();
    } while (next.isPresent());
    assertThat(sizes).startsWith(30, 30, 30, 10);
    assertThat(sizes.size()).isLessThanOrEqualTo(5);
  }

  @Test
  void sto44_onlyTheLastPageHasNoCursor() {
    hundred();
    Page some = in(t -> t.query(query().limit(99).build()));
    assertThat(some.next()).isPresent();
    Page all = in(t -> t.query(query().limit(1000).build()));
    assertThat(all.next()).isEmpty();
  }

  @Test
  void sto43_insertsMeanwhile() {
    hundred();
    int[] count = new int[1];
    List<String> seen =
        ids(
            query().ascendingBy("rank").limit(9).build(),
            () -> {
              insert(item("early" + count[0], "lab", -1));
              insert(item("late" + count[0]++, "lab", 99));
            });
    assertThat(seen.stream().filter(id -> id.startsWith("n"))).hasSize(100).doesNotHaveDuplicates();
    assertThat(seen).doesNotHaveDuplicates();
  }

  @Test
  void sto43_deletesMeanwhile() {
    hundred();
    int[] count = new int[1];
    List<String> seen =
        ids(query().limit(9).build(), () -> delete(read(name(99 - count[0]++)).orElseThrow()));
    int deleted = count[0];
    for (int i = 0; i < 100 - deleted; i++) {
      assertThat(seen).contains(name(i));
    }
    assertThat(seen).doesNotHaveDuplicates();
  }

  @Test
  void sto42_theEntityOfTheCursorMayBeGone() {
    hundred();
    Query asked = query().ascendingBy("rank").limit(10).build();
    Page first = in(t -> t.query(asked));
    delete(first.entities().get(9));
    Page second = in(t -> t.query(asked.next(first.next().orElseThrow())));
    assertThat(ids(second)).startsWith(name(10)).endsWith(name(19));
  }

  @Test
  void sto42_theEntityOfTheCursorMayHaveMoved() {
    hundred();
    Query asked = query().ascendingBy("rank").limit(10).build();
    Page first = in(t -> t.query(asked));
    Entity last = first.entities().get(9);
    update(withIndex(last, item("x", "lab", 99).index()));
    Page second = in(t -> t.query(asked.next(first.next().orElseThrow())));
    assertThat(ids(second)).startsWith(name(10));
  }

  @Test
  void sto43_updatesOfOtherPartsMeanwhile() {
    hundred();
    int[] count = new int[1];
    List<String> seen =
        ids(
            query().where("kind", "lab").ascendingBy("rank").limit(4).build(),
            () -> {
              for (int i = 0; i < 100; i += 10) {
                Entity entity = read(name(i)).orElseThrow();
                update(changed(entity, count[0]++));
              }
            });
    assertThat(seen).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void sto43_whileAnotherThreadWritesAllTheTime() throws InterruptedException {
    hundred();
    AtomicBoolean stop = new AtomicBoolean();
    Thread churn =
        new Thread(
            () -> {
              SeededValues seeded = SeededValues.of(43);
              while (!stop.get()) {
                String id = "churn" + seeded.below(20);
                retrying(
                    store(),
                    t -> {
                      Optional<Entity> old = read(t, ITEM, id);
                      long rank = seeded.below(12);
                      return old.isEmpty()
                          ? t.insert(item(id, "lab", rank))
                          : t.update(withIndex(old.get(), item(id, "lab", rank).index()));
                    });
                String same = name(seeded.below(100));
                retrying(store(), t -> t.update(read(t, ITEM, same).orElseThrow()));
              }
            });
    churn.start();
    try {
      for (int round = 0; round < 12; round++) {
        for (Query query :
            List.of(
                query().limit(7).build(),
                query().ascendingBy("rank").limit(7).build(),
                query().descendingBy("rank").limit(7).build(),
                query().where("kind", "lab").descendingBy("rank").limit(3).build())) {
          List<String> steady = ids(query).stream().filter(id -> id.startsWith("n")).toList();
          assertThat(steady).hasSize(query.equal().isEmpty() ? 100 : 50).doesNotHaveDuplicates();
        }
      }
    } finally {
      stop.set(true);
      churn.join();
    }
  }

  private String cursor(Query query) {
    Page page = in(t -> t.query(query));
    return page.next().orElseThrow();
  }

  private void cursorRefused(Query.Builder query, String cursor) {
    refused(() -> in(t -> t.query(query.after(cursor).build())));
  }

  @Test
  void sto45_cursorSurvivesReopening() {
    assumeCan(StorageCapability.DURABLE);
    hundred();
    Query asked = query().descendingBy("rank").limit(60).build();
    String cursor = cursor(asked);
    reopen();
    Page second = in(t -> t.query(asked.next(cursor)));
    assertThat(second.entities()).hasSize(40);
  }

  @Test
  void sto45_cursorOfAnotherTypeIsRefused() {
    hundred();
    cursorRefused(Query.over(OTHER), cursor(query().limit(1).build()));
  }

  @Test
  void sto45_cursorOfAnotherOrderIsRefused() {
    hundred();
    String byRank = cursor(query().ascendingBy("rank").limit(1).build());
    cursorRefused(query(), byRank);
    cursorRefused(query().ascendingBy("kind"), byRank);
    cursorRefused(query().descendingBy("rank"), byRank);
    cursorRefused(query().ascendingBy("rank"), cursor(query().limit(1).build()));
  }

  @Test
  void sto45_cursorOfAnotherSpaceIsRefused() {
    hundred();
    String cursor = cursor(query().limit(1).build());
    refused(
        () ->
            store()
                .inTransaction(
                    new Space("elsewhere"), t -> t.query(query().after(cursor).build())));
  }

  @Test
  void sto45_malformedCursorIsRefused() {
    hundred();
    String good = cursor(query().ascendingBy("rank").limit(1).build());
    for (String bad :
        List.of(
            "", "x", "nonsense", "%", "עיר", good + "A", good.substring(0, good.length() / 2))) {
      cursorRefused(query().ascendingBy("rank"), bad);
    }
  }

  /** Random entities and queries against the plain reading of the rules. */
  @Test
  void sto40_whateverIsAskedTheAnswerIsThatOfThePlainReading() {
    SeededValues seeded = SeededValues.of(40);
    List<Entity> entities = new ArrayList<>();
    List<String> texts = List.of("", "a", "b", "\ufffd", "\ud800\udc00", "ab", "\u05d0");
    for (int i = 0; i < 150; i++) {
      Map<String, IndexValue> index = new java.util.HashMap<>();
      if (seeded.chance(80)) {
        index.put("kind", IndexValue.of(seeded.oneOf(texts)));
      }
      if (seeded.chance(80)) {
        index.put("label", IndexValue.of(seeded.text(2)));
      }
      if (seeded.chance(80)) {
        index.put("rank", IndexValue.of(seeded.number()));
      }
      if (seeded.chance(80)) {
        index.put("due", IndexValue.of(seeded.below(4)));
      }
      entities.add(item(i + seeded.text(2), index));
    }
    insertAll(entities);
    for (int round = 0; round < 300; round++) {
      Query query = random(seeded, texts);
      List<String> expected =
          entities.stream().filter(query::matches).sorted(query.order()).map(Entity::id).toList();
      assertThat(ids(query)).as("round %s", round).isEqualTo(expected);
    }
  }

  private static Query random(SeededValues seeded, List<String> texts) {
    Query.Builder query = query().limit(seeded.oneOf(List.of(1, 3, 20, 1000)));
    if (seeded.chance(40)) {
      query.where("kind", seeded.oneOf(texts));
    }
    if (seeded.chance(30)) {
      query.where("due", seeded.below(4));
    }
    if (seeded.chance(30)) {
      query.within(
          new Query.Range("rank", IndexValue.of(seeded.number()), IndexValue.of(seeded.number())));
    } else if (seeded.chance(30)) {
      query.within(new Query.Range("label", IndexValue.of(seeded.text(1)), null));
    }
    String order = seeded.oneOf(List.of("", "kind", "label", "rank", "due"));
    boolean down = seeded.chance(50);
    if (!order.isEmpty()) {
      return (down ? query.descendingBy(order) : query.ascendingBy(order)).build();
    }
    return (down ? query.descendingById() : query).build();
  }
}
