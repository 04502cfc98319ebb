package org.educationcities.notify.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.junit.jupiter.api.Test;

class CollectingChannelTest {
  private final CollectingChannel channel = new CollectingChannel();

  private static Message message(String id) {
    return new Message(
        id,
        Space.DEFAULT,
        "guardian-17",
        "placement.proposed",
        Locale.forLanguageTag("he"),
        Instant.EPOCH,
        Map.of("placement", "p-1"));
  }

  @Test
  void keepsWhoWouldBeToldWhatInOrder() throws InterruptedException {
    assertThat(channel.deliver(message("m-2"))).isEqualTo(new DeliveryResult.Accepted());
    channel.deliver(message("m-1"));

    assertThat(channel.collected()).extracting(Message::id).containsExactly("m-2", "m-1");
  }

  @Test
  void countsARepeatOnce() throws InterruptedException {
    channel.deliver(message("m-1"));
    channel.deliver(message("m-1"));

    assertThat(channel.collected()).hasSize(1);
  }

  @Test
  void refusesAfterCloseButStillShowsWhatItHas() throws InterruptedException {
    channel.deliver(message("m-1"));
    channel.close();
    channel.close();

    assertThatIllegalStateException().isThrownBy(() -> channel.deliver(message("m-2")));
    assertThat(channel.collected()).hasSize(1);
  }
}
