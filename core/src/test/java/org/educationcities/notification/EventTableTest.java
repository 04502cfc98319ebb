package org.educationcities.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTableTest {
  private static final Instant NOW = Instant.parse("2026-09-01T06:00:00Z");

  @Test
  void everyEventStandsInTheTable() throws IOException {
    String table = Files.readString(Path.of("EVENTS.md"));
    long rows = table.lines().filter(line -> line.startsWith("| `")).count();

    for (EventType type : EventType.values()) {
      assertThat(table)
          .contains(
              "| `"
                  + type.code()
                  + "` | "
                  + type.version()
                  + " | "
                  + type.subject()
                  + " | "
                  + String.join(", ", type.data())
                  + " |");
    }
    assertThat(rows).isEqualTo(EventType.values().length);
  }

  @Test
  void anEventIsVersionedJson() {
    DomainEvent event =
        DomainEvent.of(
            EventType.COLLABORATION_SUSPENDED,
            "c-1",
            4,
            NOW,
            Map.of("reason", "permission-withdrawn", "kind", "PLACEMENT"));

    assertThat(event.toJson())
        .isEqualTo(
            "{\"id\":\""
                + event.id()
                + "\",\"type\":\"collaboration.suspended\",\"version\":1,"
                + "\"occurredAt\":\"2026-09-01T06:00:00Z\",\"subject\":\"c-1\","
                + "\"data\":{\"kind\":\"PLACEMENT\",\"reason\":\"permission-withdrawn\"}}");
  }

  @Test
  void anEventCarriesNothingThatItsTypeDoesNotDeclare() {
    assertThatThrownBy(
            () ->
                DomainEvent.of(
                    EventType.COLLABORATION_PROPOSED,
                    "c-1",
                    1,
                    NOW,
                    Map.of("learner", "learner-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("learner-1");
  }
}
