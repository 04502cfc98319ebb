package org.educationcities.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.junit.jupiter.api.Test;

/** Ids, payloads and formats come back as they were given: STO-1 to STO-3, STO-34. */
abstract class EntityCases extends JoiningCases {

  /** Stores entities of these ids, each knowing its own, and finds each again and no other. */
  private void keepsApart(String... ids) {
    for (String id : ids) {
      insert(Entity.unstored(ITEM, id, 1, id.getBytes(UTF_8), Map.of()));
    }
    for (String id : ids) {
      assertThat(read(id).orElseThrow().payload()).isEqualTo(id.getBytes(UTF_8));
    }
    Map<String, Entity> all = in(t -> t.find(ITEM, java.util.Set.of(ids)));
    assertThat(all.keySet()).containsExactlyInAnyOrder(ids);
  }

  private static String codePoint(int codePoint) {
    return new String(Character.toChars(codePoint));
  }

  private void keepsPayload(byte[] payload) {
    insert(Entity.unstored(ITEM, "p", 1, payload, Map.of()));
    assertThat(read("p").orElseThrow().payload()).isEqualTo(payload);
  }

  @Test
  void sto1_idOfOneCodePoint() {
    keepsApart("a", "b", "0", "_");
  }

  @Test
  void sto1_idOf255CodePoints() {
    keepsApart("a".repeat(254) + "b", "a".repeat(254) + "c", "a".repeat(254));
  }

  @Test
  void sto1_idOf255CodePointsBeyondTheBasicPlane() {
    String pupil = codePoint(0x1F393);
    keepsApart(pupil.repeat(255), pupil.repeat(254) + codePoint(0x1F394), pupil.repeat(254));
  }

  @Test
  void sto1_idsThatDifferInCaseAreTwo() {
    keepsApart("theatre", "Theatre", "THEATRE", "ß", "ẞ", "ı", "I", "i", "İ");
  }

  @Test
  void sto1_idsThatDifferInNormalFormAreTwo() {
    keepsApart("\u00e9", "e\u0301", "\u212b", "\u00c5", "A\u030a");
  }

  @Test
  void sto1_idsThatDifferInSpacesAreTwo() {
    keepsApart("a", "a ", " a", "a  ", "a\u00a0", " ", "\u200b", "a\u200b", "\t", "\n");
  }

  @Test
  void sto1_idsOfQuotesAndWildcards() {
    keepsApart("'", "''", "\"", "%", "_", "%%", "\\", "\\\\", "$1", "?", ":a", ";--", "`", "[a]");
  }

  @Test
  void sto1_idsOfControlCharacters() {
    keepsApart("\u0001", "\u001b", "\u007f", "\u0085", "\r", "\r\n", "\n", "\u2028", "\ufeff");
  }

  @Test
  void sto1_idsFromRightToLeft() {
    keepsApart("עיר", "מדינה", "مدرسة", "a\u202eb", "a\u200fb", "\u2067עיר\u2069", "עיר-1");
  }

  @Test
  void sto1_idsOfEveryPlane() {
    List<String> ids = new ArrayList<>();
    for (int plane = 0; plane <= 16; plane++) {
      ids.add(codePoint((plane << 16) + 0x41));
      ids.add(codePoint((plane << 16) + 0xfffd));
    }
    keepsApart(ids.toArray(String[]::new));
  }

  @Test
  void sto1_idsOfNoncharacters() {
    keepsApart("\uffff", "\ufffe", "\ufdd0", codePoint(0x10ffff), codePoint(0x1fffe), "\ufffd");
  }

  @Test
  void sto1_idsThatLookLikePaths() {
    keepsApart(".", "..", "../a", "a/b", "/", "a\\b", "con", "nul.json", "~", "a:b", "*", "a.json");
  }

  @Test
  void sto1_oneIdInTwoTypesIsTwoEntities() {
    insert(Entity.unstored(ITEM, "a", 1, new byte[] {1}, Map.of()));
    insert(Entity.unstored(OTHER, "a", 1, new byte[] {2}, Map.of()));

    assertThat(read(ITEM, "a").orElseThrow().payload()).containsExactly(1);
    assertThat(read(OTHER, "a").orElseThrow().payload()).containsExactly(2);
  }

  @Test
  void sto2_emptyPayload() {
    keepsPayload(new byte[0]);
  }

  @Test
  void sto2_payloadOfEveryByte() {
    byte[] payload = new byte[512];
    for (int i = 0; i < payload.length; i++) {
      payload[i] = (byte) i;
    }
    keepsPayload(payload);
  }

  @Test
  void sto2_payloadOfZeros() {
    keepsPayload(new byte[4096]);
  }

  @Test
  void sto2_payloadThatIsNoText() {
    keepsPayload(
        new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xed, (byte) 0xa0, (byte) 0x80, 0x5c});
  }

  @Test
  void sto2_payloadOfLinesAndQuotes() {
    keepsPayload("{\"a\":\"\\u0000\"}\r\n\n\t'x'\\".getBytes(UTF_8));
  }

  @Test
  void sto2_payloadOfOneMebibyte() {
    byte[] payload = new byte[Entity.MAX_PAYLOAD_BYTES];
    SeededValues.of(2).bytes(payload);
    keepsPayload(payload);
  }

  @Test
  void sto2_manyBigPayloadsInOneTransaction() {
    byte[] payload = new byte[Entity.MAX_PAYLOAD_BYTES];
    SeededValues.of(3).bytes(payload);
    in(
        t -> {
          for (int i = 0; i < 20; i++) {
            t.insert(Entity.unstored(ITEM, "p" + i, i, payload, Map.of()));
          }
          return null;
        });
    for (int i = 0; i < 20; i++) {
      assertThat(read("p" + i).orElseThrow().payload()).isEqualTo(payload);
    }
  }

  @Test
  void sto2_payloadIsReplacedWhole() {
    Entity first = insert(Entity.unstored(ITEM, "p", 1, new byte[10_000], Map.of()));
    update(first.withContent(1, new byte[] {7}, Map.of()));

    assertThat(read("p").orElseThrow().payload()).containsExactly(7);
  }

  @Test
  void sto2_whatWasGivenIsNotSharedWithTheCaller() {
    byte[] payload = {1, 2, 3};
    Entity written = insert(Entity.unstored(ITEM, "p", 1, payload, Map.of()));
    Arrays.fill(payload, (byte) 9);
    Arrays.fill(written.payload(), (byte) 9);
    Arrays.fill(read("p").orElseThrow().payload(), (byte) 9);

    assertThat(read("p").orElseThrow().payload()).containsExactly(1, 2, 3);
  }

  @Test
  void sto3_formatZero() {
    insert(Entity.unstored(ITEM, "p", 0, new byte[0], Map.of()));
    assertThat(read("p").orElseThrow().format()).isZero();
  }

  @Test
  void sto3_formatNewerThanAnyKnown() {
    insert(Entity.unstored(ITEM, "p", Integer.MAX_VALUE, new byte[0], Map.of()));
    assertThat(read("p").orElseThrow().format()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void sto3_formatChangesWithAnUpdate() {
    Entity first = insert(item("p"));
    update(first.withContent(77, new byte[] {1}, Map.of()));
    assertThat(read("p").orElseThrow().format()).isEqualTo(77);
  }

  @Test
  void sto3_indexValuesComeBackWithTheEntity() {
    Map<String, IndexValue> index =
        Map.of(
            "kind", IndexValue.of(""),
            "label", IndexValue.of("עיר\ud83c\udf93"),
            "rank", IndexValue.of(Long.MIN_VALUE),
            "due", IndexValue.of(Long.MAX_VALUE));
    insert(item("p", index));
    assertThat(read("p").orElseThrow().index()).isEqualTo(index);
  }

  @Test
  void sto34_valueUnderAnUndeclaredIndexIsRefused() {
    refused(() -> insert(item("p", Map.of("colour", IndexValue.of("red")))));
    assertThat(read("p")).isEmpty();
  }

  @Test
  void sto34_valueOfAnotherKindIsRefused() {
    refused(() -> insert(item("p", Map.of("rank", IndexValue.of("first")))));
    refused(() -> insert(item("p", Map.of("kind", IndexValue.of(1)))));
    assertThat(read("p")).isEmpty();
  }

  @Test
  void sto34_valueOfAnotherKindIsRefusedInAnUpdate() {
    Entity first = insert(ranked("p", 1));
    refused(() -> update(withIndex(first, Map.of("rank", IndexValue.of("first")))));
    assertThat(read("p")).contains(first);
  }

  @Test
  void sto34_valueOnATypeWithoutIndexesIsRefused() {
    refused(
        () ->
            insert(
                Entity.unstored(BARE, "p", 1, new byte[0], Map.of("kind", IndexValue.of("lab")))));
    assertThat(read(BARE, "p")).isEmpty();
  }
}
