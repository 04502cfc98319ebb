package org.educationcities.storage.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTextTest {

  private static EntityText of(String payload) {
    return EntityText.of(
        "default",
        Entity.of(
            "place",
            "p-1",
            7,
            2,
            payload.getBytes(UTF_8),
            Map.of("kind", IndexValue.of("lab"), "seats", IndexValue.of(12))));
  }

  @Test
  void readsLikeThis() {
    assertThat(of("{\"title\":\"מוזיאון\",\"seats\":[1,2]}").write())
        .isEqualTo(
            """
            {
              "space": "default",
              "type": "place",
              "id": "p-1",
              "version": 7,
              "format": 2,
              "index": {
                "kind": "lab",
                "seats": 12
              },
              "json": {
                "title": "מוזיאון",
                "seats": [
                  1,
                  2
                ]
              }
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"a\":{}}",
        "{\"a\": 1}",
        "{\"a\":\"}\\\"{\"}",
        "{\"a\":1}{",
        "[1,2",
        "{\n}",
        "{\"a\":\"\n}\n\"}",
        "}\n",
        "[\"\\\\\"]",
        "plain\r\n\ttext",
        "{]",
        "{\"a\":tr ue}",
        "\u202e{\"x\":1}"
      })
  void givesEveryPayloadBackBitForBit(String payload) {
    EntityText text = of(payload);
    Entity read =
        Objects.requireNonNull(
            EntityText.read(text.write().getBytes(StandardCharsets.UTF_8)).entity());
    assertThat(read).isEqualTo(text.entity());
  }
}
