package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.educationcities.spi.notification.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a channel answers: NOT-10 to NOT-14. */
abstract class AnswerCases extends MessageCases {
  private static final List<Conduct> NO_ANSWER =
      List.of(Conduct.SILENT, Conduct.TRICKLES, Conduct.BREAKS_OFF, Conduct.UNREACHABLE);
  private static final List<Conduct> TELLING =
      List.of(Conduct.REFUSES, Conduct.POSTPONES, Conduct.BABBLES);

  private static String reason(DeliveryResult result) {
    if (result instanceof RetryLater retry) {
      return retry.reason();
    }
    return result instanceof Refused refused ? refused.reason() : "";
  }

  private static @Nullable Duration wait(DeliveryResult result) {
    assertThat(result).isInstanceOf(RetryLater.class);
    return result instanceof RetryLater retry ? retry.notBefore() : null;
  }

  private String unknown() {
    assumeTrue(far().unknownRecipient().isPresent(), "Its far side knows everyone.");
    return far().unknownRecipient().orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> not10_itAnswersWhateverTheFarSideDoes() {
    return whenFar(
        List.of(Conduct.values()),
        conduct -> {
          Outcome outcome = attempt(channel(), message("m-1"));
          assertThat(outcome.thrown()).as("thrown by deliver").isNull();
          assertThat(outcome.result()).as("result of deliver").isNotNull();
          assertThat(outcome.interrupted()).as("interrupted by nobody").isFalse();
        });
  }

  @Test
  void not11_whatWasAcceptedHasArrived() {
    Arrival arrival = arrival(message("m-1"));
    assertThat(far().arrived()).hasSize(1);
    assertThat(arrival.id()).isNotEmpty();
    arrival(to("guardian-18", message("m-2")));
    assertThat(far().arrived()).hasSize(2);
  }

  @Test
  void not11_itArrivesForItsRecipientAlone() {
    Arrival one = arrival(to("guardian-18", message("m-1")));
    Arrival other = arrival(to("guardian-19", message("m-2")));
    Arrival again = arrival(to("guardian-18", message("m-3")));
    assertThat(far().arrived()).hasSize(3);
    assertThat(again.recipient()).isEqualTo(one.recipient());
    if (!one.recipient().isEmpty()) {
      assertThat(other.recipient()).isNotEqualTo(one.recipient());
    }
  }

  @TestFactory
  Stream<DynamicTest> not11_nothingElseIsAccepted() {
    return whenFar(
        FAILURES,
        conduct -> {
          assertThat(deliver(message("m-1"))).isNotEqualTo(ACCEPTED);
          assertThat(deliver(message("m-1"))).as("a repeat").isNotEqualTo(ACCEPTED);
        });
  }

  @TestFactory
  Stream<DynamicTest> not12_whatGaveNoAnswerIsTriedAgain() {
    return whenFar(
        NO_ANSWER,
        conduct -> {
          DeliveryResult result = deliver(message("m-1"));
          assertThat(wait(result)).as("a wait that nobody asked for").isNull();
        });
  }

  @Test
  void not12_whatWasPostponedIsTriedAgain() {
    far(Conduct.POSTPONES);
    assertThat(deliver(message("m-1"))).isInstanceOf(RetryLater.class);
  }

  @Test
  void not12_theWaitThatWasAskedForIsPassedOn() {
    far(Conduct.POSTPONES);
    Duration asked = far().asksToWait().orElse(null);
    assertThat(wait(deliver(message("m-1")))).isEqualTo(asked);
  }

  @Test
  void not13_whatWasRefusedIsRefusedForGood() {
    far(Conduct.REFUSES);
    assertThat(deliver(message("m-1"))).isInstanceOf(Refused.class);
    assertThat(deliver(message("m-1"))).isInstanceOf(Refused.class);
    assertThat(far().arrived()).isEmpty();
  }

  @Test
  void not13_anUnknownRecipientIsRefused() {
    Message message = to(unknown(), message("m-1"));
    assertThat(deliver(message)).isInstanceOf(Refused.class);
    assertThat(far().arrived()).isEmpty();
  }

  @Test
  void not13_oneRefusalConcernsNoOtherMessage() {
    String unknown = unknown();
    assertThat(deliver(to(unknown, message("m-1")))).isInstanceOf(Refused.class);
    assertThat(deliver(message("m-2"))).isEqualTo(ACCEPTED);
    assertThat(deliver(to(unknown, message("m-3")))).isInstanceOf(Refused.class);
  }

  @TestFactory
  Stream<DynamicTest> not14_noReasonRepeatsTheFarSide() {
    return whenFar(
        TELLING,
        conduct -> assertThat(reason(deliver(message("m-1")))).doesNotContain(FarSide.TEXT));
  }

  @TestFactory
  Stream<DynamicTest> not14_noReasonTellsOfTheMessage() {
    return whenFar(
        FAILURES,
        conduct -> {
          Message message = to("wren", message("lark", java.util.Map.of("subject", "ibis")));
          List<String> reasons = new ArrayList<>(List.of(reason(deliver(message))));
          far()
              .unknownRecipient()
              .ifPresent(
                  unknown -> {
                    String reason = reason(deliver(to(unknown, message)));
                    assertThat(reason).doesNotContain(unknown.toLowerCase(Locale.ROOT));
                    reasons.add(reason);
                  });
          assertThat(reasons)
              .allSatisfy(reason -> assertThat(reason).doesNotContain("wren", "lark", "ibis"));
        });
  }
}
