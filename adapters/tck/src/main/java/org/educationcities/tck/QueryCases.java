package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.junit.jupiter.api.Test;

/** What a query matches, and in which order: STO-30 to STO-33, STO-40, STO-41. */
abstract class QueryCases extends RequireCases {
  private static final String BEYOND = "\ud800\udc00"; // U+10000, before U+FFFD by UTF-16 units
  private static final String LAST = "\udbff\udfff"; // U+10FFFF

  private static Query.Range range(String index, Long from, Long to) {
    return new Query.Range(index, IndexValue.of(from), IndexValue.of(to));
  }

  private static Query.Range from(String index, IndexValue from) {
    return new Query.Range(index, from, null);
  }

  private static Query.Range to(String index, IndexValue to) {
    return new Query.Range(index, null, to);
  }

  private void ranks(long... ranks) {
    for (long rank : ranks) {
      insert(ranked("r" + rank, rank));
    }
  }

  private void labels(String... labels) {
    for (int i = 0; i < labels.length; i++) {
      insert(labelled("l" + i, labels[i]));
    }
  }

  @Test
  void sto40_equalityOfATextMatchesExactly() {
    labels("lab", "Lab", "lab ", " lab", "la", "labs", "l\u00e1b", "la\u0301b", "");
    assertThat(ids(query().where("label", "lab").build())).containsExactly("l0");
    assertThat(ids(query().where("label", "lab ").build())).containsExactly("l2");
    assertThat(ids(query().where("label", "la\u0301b").build())).containsExactly("l7");
  }

  @Test
  void sto40_equalityOfTheEmptyText() {
    labels("", "a");
    insert(item("none"));
    assertThat(ids(query().where("label", "").build())).containsExactly("l0");
  }

  @Test
  void sto40_wildcardsAreOrdinaryCharacters() {
    labels("%", "_", "a%", "'", "a'b", "\\", "*");
    assertThat(ids(query().where("label", "%").build())).containsExactly("l0");
    assertThat(ids(query().where("label", "_").build())).containsExactly("l1");
    assertThat(ids(query().where("label", "a'b").build())).containsExactly("l4");
    assertThat(ids(query().where("label", "\\").build())).containsExactly("l5");
  }

  @Test
  void sto40_equalityOfANumber() {
    ranks(0, 1, -1, 10);
    assertThat(ids(query().where("rank", 1).build())).containsExactly("r1");
  }

  @Test
  void sto40_equalityOfTheExtremes() {
    ranks(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    assertThat(ids(query().where("rank", Long.MAX_VALUE).build()))
        .containsExactly("r" + Long.MAX_VALUE);
    assertThat(ids(query().where("rank", Long.MIN_VALUE).build()))
        .containsExactly("r" + Long.MIN_VALUE);
  }

  @Test
  void sto40_allEqualitiesMustHold() {
    insertAll(item("a", "lab", 1), item("b", "lab", 2), item("c", "farm", 1));
    assertThat(ids(query().where("kind", "lab").where("rank", 1).build())).containsExactly("a");
    assertThat(ids(query().where("kind", "farm").where("rank", 2).build())).isEmpty();
  }

  @Test
  void sto40_asManyEqualitiesAsATypeHasIndexes() {
    Map<String, IndexValue> index = new HashMap<>();
    Query.Builder all = Query.over(WIDE);
    for (Map.Entry<String, org.educationcities.spi.storage.IndexType> e :
        wideIndexes().entrySet()) {
      IndexValue value =
          e.getValue() == org.educationcities.spi.storage.IndexType.TEXT
              ? IndexValue.of(e.getKey())
              : IndexValue.of(e.getKey().hashCode());
      index.put(e.getKey(), value);
      all.where(e.getKey(), value);
    }
    insert(Entity.unstored(WIDE, "w", 1, new byte[0], index));
    index.put("index-a", IndexValue.of("another"));
    insert(Entity.unstored(WIDE, "v", 1, new byte[0], index));

    assertThat(index).hasSize(EntityType.MAX_INDEXES);
    assertThat(ids(all.build())).containsExactly("w");
  }

  @Test
  void sto40_rangeIncludesItsLowerEndOnly() {
    ranks(1, 2, 3, 4);
    assertThat(ids(query().within(range("rank", 2L, 4L)).build())).containsExactly("r2", "r3");
  }

  @Test
  void sto40_rangeWithOneEnd() {
    ranks(1, 2, 3);
    assertThat(ids(query().within(from("rank", IndexValue.of(2))).build()))
        .containsExactly("r2", "r3");
    assertThat(ids(query().within(to("rank", IndexValue.of(2))).build())).containsExactly("r1");
  }

  @Test
  void sto40_rangeOfTheExtremes() {
    ranks(Long.MIN_VALUE, 0, Long.MAX_VALUE);
    assertThat(ids(query().within(from("rank", IndexValue.of(Long.MAX_VALUE))).build()))
        .containsExactly("r" + Long.MAX_VALUE);
    assertThat(ids(query().within(to("rank", IndexValue.of(Long.MIN_VALUE))).build())).isEmpty();
    assertThat(ids(query().within(from("rank", IndexValue.of(Long.MIN_VALUE))).build())).hasSize(3);
  }

  @Test
  void sto40_emptyRangeMatchesNothing() {
    ranks(1, 2, 3);
    assertThat(ids(query().within(range("rank", 2L, 2L)).build())).isEmpty();
    assertThat(ids(query().within(range("rank", 3L, 1L)).ascendingBy("rank").build())).isEmpty();
  }

  @Test
  void sto40_rangeOfTexts() {
    labels("a", "ab", "b", "\ufffd", BEYOND);
    Query.Range range = new Query.Range("label", IndexValue.of("ab"), IndexValue.of(BEYOND));
    assertThat(ids(query().within(range).build())).containsExactly("l1", "l2", "l3");
  }

  @Test
  void sto40_rangeAndEqualityTogether() {
    insertAll(item("a", "lab", 1), item("b", "lab", 5), item("c", "farm", 5));
    assertThat(ids(query().where("kind", "lab").within(from("rank", IndexValue.of(2))).build()))
        .containsExactly("b");
  }

  @Test
  void sto40_rangeAndEqualityOnOneIndex() {
    ranks(1, 2, 3);
    assertThat(ids(query().where("rank", 2).within(range("rank", 1L, 3L)).build()))
        .containsExactly("r2");
    assertThat(ids(query().where("rank", 3).within(range("rank", 1L, 3L)).build())).isEmpty();
    assertThat(
            ids(query().where("rank", 2).within(range("rank", 1L, 3L)).ascendingBy("rank").build()))
        .containsExactly("r2");
  }

  @Test
  void sto40_nothingMatches() {
    Page page = in(t -> t.query(query().where("kind", "lab").build()));
    assertThat(page.entities()).isEmpty();
    assertThat(page.next()).isEmpty();
  }

  @Test
  void sto33_whatHasNoValueIsFoundByNoCondition() {
    insertAll(item("none"), ranked("some", 0));
    assertThat(ids(query().where("rank", 0).build())).containsExactly("some");
    assertThat(ids(query().within(from("rank", IndexValue.of(Long.MIN_VALUE))).build()))
        .containsExactly("some");
    assertThat(ids(query().within(to("rank", IndexValue.of(1))).build())).containsExactly("some");
    assertThat(ids(query().build())).containsExactly("none", "some");
  }

  @Test
  void sto33_anUpdateMayTakeAValueAway() {
    Entity a = insert(item("a", "lab", 1));
    update(withIndex(a, Map.of("kind", IndexValue.of("lab"))));
    assertThat(ids(query().where("rank", 1).build())).isEmpty();
    assertThat(ids(query().ascendingBy("rank").build())).isEmpty();
    assertThat(ids(query().where("kind", "lab").build())).containsExactly("a");
  }

  @Test
  void sto33_anUpdateMayAddOrChangeAValue() {
    Entity a = insert(item("a"));
    Entity b = update(withIndex(a, Map.of("rank", IndexValue.of(1))));
    assertThat(ids(query().where("rank", 1).build())).containsExactly("a");
    update(withIndex(b, Map.of("rank", IndexValue.of(2))));
    assertThat(ids(query().where("rank", 1).build())).isEmpty();
    assertThat(ids(query().where("rank", 2).build())).containsExactly("a");
  }

  @Test
  void sto33_aDeletedEntityIsFoundByNothing() {
    Entity a = insert(item("a", "lab", 1));
    delete(a);
    assertThat(ids(query().where("kind", "lab").build())).isEmpty();
    assertThat(ids(query().ascendingBy("rank").build())).isEmpty();
    assertThat(ids(query().build())).isEmpty();
  }

  @Test
  void sto41_withoutAnOrderById() {
    insertAll(item("c"), item("a"), item("B"), item("10"), item("9"));
    assertThat(ids(query().build())).containsExactly("10", "9", "B", "a", "c");
    assertThat(ids(query().descendingById().build())).containsExactly("c", "a", "B", "9", "10");
  }

  @Test
  void sto41_idsByCodePoint() {
    insertAll(item(BEYOND), item("\ufffd"), item(LAST), item("z"), item("\ud7ff"), item("Z"));
    List<String> inOrder = List.of("Z", "z", "\ud7ff", "\ufffd", BEYOND, LAST);
    assertThat(ids(query().build())).isEqualTo(inOrder);
    assertThat(ids(query().limit(1).build())).isEqualTo(inOrder);
  }

  @Test
  void sto41_byNumber() {
    ranks(3, -1, 0, Long.MAX_VALUE, Long.MIN_VALUE, 20);
    List<String> inOrder =
        List.of("r" + Long.MIN_VALUE, "r-1", "r0", "r3", "r20", "r" + Long.MAX_VALUE);
    assertThat(ids(query().ascendingBy("rank").build())).isEqualTo(inOrder);
    List<String> turned = new java.util.ArrayList<>(inOrder);
    java.util.Collections.reverse(turned);
    assertThat(ids(query().descendingBy("rank").build())).isEqualTo(turned);
  }

  @Test
  void sto31_textsByCodePoint() {
    labels(LAST, "b", "\ufffd", "B", BEYOND, "", "\u05d0", "a\u0301", "ab", "\u00e1", "\ue000");
    assertThat(ids(query().ascendingBy("label").build()))
        .containsExactly("l5", "l3", "l8", "l7", "l1", "l9", "l6", "l10", "l2", "l4", "l0");
    assertThat(ids(query().descendingBy("label").limit(2).build()))
        .containsExactly("l0", "l4", "l2", "l10", "l6", "l9", "l1", "l7", "l8", "l3", "l5");
  }

  @Test
  void sto31_numbersByValueNotByDigits() {
    ranks(9, 10, 100, -9, -10);
    assertThat(ids(query().ascendingBy("rank").build()))
        .containsExactly("r-10", "r-9", "r9", "r10", "r100");
  }

  @Test
  void sto32_instantsByTime() {
    Instant noon = Instant.parse("2026-09-01T12:00:00Z");
    insert(item("late", Map.of("due", IndexValue.of(noon.plusNanos(1000)))));
    insert(item("noon", Map.of("due", IndexValue.of(noon))));
    insert(item("ancient", Map.of("due", IndexValue.of(Instant.EPOCH.minusSeconds(1)))));
    assertThat(ids(query().ascendingBy("due").build())).containsExactly("ancient", "noon", "late");
  }

  @Test
  void sto41_equalValuesById() {
    insertAll(
        ranked("c", 1), ranked("a", 1), ranked("\ufffd", 1), ranked(BEYOND, 1), ranked("b", 0));
    assertThat(ids(query().ascendingBy("rank").build()))
        .containsExactly("b", "a", "c", "\ufffd", BEYOND);
    assertThat(ids(query().descendingBy("rank").build()))
        .containsExactly(BEYOND, "\ufffd", "c", "a", "b");
  }

  @Test
  void sto41_whatHasNoOrderValueDoesNotAppear() {
    insertAll(item("none"), ranked("b", 2), ranked("a", 1));
    assertThat(ids(query().ascendingBy("rank").build())).containsExactly("a", "b");
    assertThat(ids(query().descendingBy("rank").build())).containsExactly("b", "a");
  }

  @Test
  void sto41_orderWithAnEqualityOnAnotherIndex() {
    insertAll(item("a", "lab", 3), item("b", "farm", 2), item("c", "lab", 1));
    assertThat(ids(query().where("kind", "lab").ascendingBy("rank").build()))
        .containsExactly("c", "a");
  }

  @Test
  void sto41_orderWithARangeOnTheSameIndex() {
    ranks(1, 2, 3, 4);
    assertThat(ids(query().within(range("rank", 2L, 4L)).descendingBy("rank").build()))
        .containsExactly("r3", "r2");
  }

  @Test
  void sto41_orderWithARangeOnAnotherIndex() {
    insert(item("a", Map.of("rank", IndexValue.of(1), "label", IndexValue.of("z"))));
    insert(item("b", Map.of("rank", IndexValue.of(2), "label", IndexValue.of("y"))));
    insert(item("c", Map.of("rank", IndexValue.of(3), "label", IndexValue.of("x"))));
    insert(item("d", Map.of("rank", IndexValue.of(2))));
    assertThat(ids(query().within(range("rank", 1L, 3L)).ascendingBy("label").build()))
        .containsExactly("b", "a");
  }

  @Test
  void sto30_theLongestTexts() {
    String longest = "\ud83c\udf93".repeat(255);
    labels(longest, longest.substring(2), "x".repeat(255));
    assertThat(ids(query().where("label", longest).build())).containsExactly("l0");
    assertThat(ids(query().ascendingBy("label").limit(1).build()))
        .containsExactly("l2", "l1", "l0");
  }

  @Test
  void sto40_aTypeIsAskedAlone() {
    insert(item("a", "lab", 1));
    insert(Entity.unstored(OTHER, "b", 1, new byte[0], Map.of("kind", IndexValue.of("lab"))));
    assertThat(ids(Query.over(OTHER).where("kind", "lab").build())).containsExactly("b");
    assertThat(ids(query().where("kind", "lab").build())).containsExactly("a");
  }

  @Test
  void query_overWhatIsNotDeclaredIsRefused() {
    refused(() -> ids(Query.over("unheard-of").build()));
    refused(() -> ids(query().where("colour", "red").build()));
    refused(() -> ids(query().ascendingBy("colour").build()));
    refused(() -> ids(query().within(from("colour", IndexValue.of(1))).build()));
  }

  @Test
  void query_withAnotherKindOfValueIsRefused() {
    refused(() -> ids(query().where("rank", "first").build()));
    refused(() -> ids(query().where("kind", 1).build()));
    refused(() -> ids(query().within(from("rank", IndexValue.of("a"))).build()));
  }
}
