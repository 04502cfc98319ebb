package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static Message message(Map<String, String> parameters) {
    return new Message(
        "m-1",
        new Space("haifa"),
        "guardian-17",
        "placement.proposed",
        Locale.forLanguageTag("he-IL"),
        Instant.parse("2026-09-01T06:30:00.5Z"),
        parameters);
  }

  private static String text(Message message) {
    return new String(Envelope.of(message, false), StandardCharsets.UTF_8);
  }

  @Test
  void isACloudEventOfTheMessageAndNothingMore() {
    assertThat(text(message(Map.of("version", "1", "placement", "p-9"))))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\"m-1\",\"source\":\"/education-cities/spaces/haifa\","
                + "\"type\":\"org.educationcities.placement.proposed\","
                + "\"time\":\"2026-09-01T06:30:00.500Z\","
                + "\"datacontenttype\":\"application/json\","
                + "\"data\":{\"kind\":\"placement.proposed\",\"locale\":\"he-IL\","
                + "\"parameters\":{\"placement\":\"p-9\",\"version\":\"1\"}}}");
  }

  @Test
  void namesTheRecipientOnlyWhereAsked() {
    Message message = message(Map.of());

    assertThat(text(message)).doesNotContain("guardian-17").endsWith("\"parameters\":{}}}");
    assertThat(new String(Envelope.of(message, true), StandardCharsets.UTF_8))
        .contains("\"recipient\":\"guardian-17\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a \"quoted\" back\\slash",
        "{\"forged\":true}",
        "שלום مرحبا",
        "𝒳 and 👩‍🏫",
        "left-to-right \u200e",
        "</script>"
      })
  void carriesAnyText(String value) throws IOException {
    JsonNode read =
        new ObjectMapper().readTree(Envelope.of(message(Map.of("value", value)), false));

    assertThat(read.at("/data/parameters/value").textValue()).isEqualTo(value);
    assertThat(read.size()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "x\udc00y", "\udc00\ud800", "\ud83d\ud83d\udc69"})
  void carriesHalfACharacterAsItIs(String value) throws IOException {
    JsonNode read = new ObjectMapper().readTree(text(message(Map.of("value", value))));

    assertThat(read.at("/data/parameters/value").textValue()).isEqualTo(value);
  }

  @Test
  void leavesOutATimeThatHasNoForm() throws IOException {
    Message far =
        new Message(
            "m-1", Space.DEFAULT, "r", "placement.proposed", Locale.ROOT, Instant.MAX, Map.of());

    JsonNode read = new ObjectMapper().readTree(Envelope.of(far, false));

    assertThat(read.has("time")).isFalse();
    assertThat(read.at("/data/locale").textValue()).isEqualTo("und");
  }
}
