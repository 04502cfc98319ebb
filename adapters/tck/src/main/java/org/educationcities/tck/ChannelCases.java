package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a channel behaves over time: NOT-20 to NOT-26. */
abstract class ChannelCases extends AnswerCases {

  /** That an attempt ends within its bound is checked wherever the kit waits for one. */
  @TestFactory
  Stream<DynamicTest> not20_anAttemptEnds() {
    return whenFar(
        List.of(Conduct.SILENT, Conduct.TRICKLES, Conduct.BABBLES, Conduct.UNREACHABLE),
        conduct -> assertThat(attempt(channel(), message("m-1")).thrown()).isNull());
  }

  @Test
  void not21_aRepeatHasTheSameContent() {
    Arrival first = arrival(message("m-1"));
    arrival(message("m-2"));
    assertThat(arrival(message("m-1")).content()).isEqualTo(first.content());
  }

  @Test
  void not21_aRepeatThroughAnotherChannelHasTheSameContent() {
    Arrival first = arrival(message("m-1"));
    assertThat(attempt(another(), message("m-1")).answer()).isEqualTo(ACCEPTED);
    List<Arrival> arrived = far().arrived();
    assertThat(arrived.get(arrived.size() - 1).content()).isEqualTo(first.content());
  }

  @Test
  void not21_theOrderOfParametersChangesNothing() {
    // Names of one hash, which stand in an immutable map as they were put.
    Map<String, String> one = new LinkedHashMap<>();
    one.put("c0x", "1");
    one.put("anx", "2");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("anx", "2");
    other.put("c0x", "1");
    Arrival first = arrival(message("m-1", one));
    assertThat(arrival(message("m-1", other)).content()).isEqualTo(first.content());
  }

  @TestFactory
  Stream<DynamicTest> not22_nothingPersonalIsLogged() {
    return whenFar(
        List.of(Conduct.values()),
        conduct -> {
          Message message = to("wren-31@example.org", message("m-1", Map.of("subject", "ibis-92")));
          try (Overheard overheard = new Overheard(far().ownLoggers())) {
            deliver(message);
            far().unknownRecipient().ifPresent(unknown -> deliver(to(unknown, message)));
            Set<String> unheard = new HashSet<>(far().confidential());
            unheard.addAll(List.of("wren-31", "ibis-92"));
            far().unknownRecipient().ifPresent(unheard::add);
            assertThat(overheard.lines())
                .allSatisfy(line -> assertThat(line).doesNotContain(unheard));
          }
        });
  }

  @Test
  void not22_nothingPersonalIsPrinted() {
    far(Conduct.ACCEPTS);
    assertThat(deliver(to("wren-31", message("m-1", Map.of("subject", "ibis-92")))))
        .isEqualTo(ACCEPTED);
    Set<String> unseen = new HashSet<>(far().confidential());
    unseen.addAll(List.of("wren-31", "ibis-92"));
    assertThat(channel().toString()).doesNotContain(unseen);
  }

  private static void endedByInterrupt(Outcome outcome) {
    assertThat(outcome.thrown()).isInstanceOf(InterruptedException.class);
    assertThat(outcome.interrupted()).as("the interrupt is told once: by the exception").isFalse();
  }

  @Test
  void not23_anInterruptBeforeTheAttemptIsHeeded() throws Exception {
    Outcome outcome = new Attempt(channel(), message("m-1"), true).end(bound());
    if (outcome.thrown() == null) {
      assertThat(outcome.answer()).isNotNull();
      assertThat(outcome.interrupted()).as("the interrupt is kept").isTrue();
    } else {
      endedByInterrupt(outcome);
    }
  }

  @Test
  void not23_anInterruptEndsTheWaiting() throws Exception {
    far(Conduct.SILENT);
    Attempt attempt = start(message("m-1"));
    awaitContact();
    attempt.interrupt();
    endedByInterrupt(attempt.end(bound()));
  }

  @Test
  void not23_anInterruptEndsTheTrickling() throws Exception {
    far(Conduct.TRICKLES);
    Attempt attempt = start(message("m-1"));
    attempt.interrupt();
    endedByInterrupt(attempt.end(bound()));
  }

  @Test
  void not23_anInterruptConcernsNoOtherAttempt() throws Exception {
    far(Conduct.SILENT);
    Attempt other = start(message("m-2"));
    awaitContact();
    Attempt attempt = start(message("m-1"));
    attempt.interrupt();
    endedByInterrupt(attempt.end(bound()));
    Outcome outcome = other.end(bound());
    assertThat(outcome.answer()).isInstanceOf(DeliveryResult.RetryLater.class);
    assertThat(outcome.interrupted()).isFalse();
  }

  @Test
  void not23_afterAnInterruptTheNextGoesThrough() throws Exception {
    far(Conduct.SILENT);
    Attempt attempt = start(message("m-1"));
    awaitContact();
    attempt.interrupt();
    endedByInterrupt(attempt.end(bound()));
    far(Conduct.ACCEPTS);
    Arrival arrival = arrival(message("m-1"));
    assertThat(arrival(message("m-2")).id()).isNotEqualTo(arrival.id());
  }

  @Test
  void not24_afterCloseEveryAttemptIsRefused() {
    arrival(message("m-1"));
    channel().close();
    Outcome outcome = attempt(channel(), message("m-2"));
    assertThat(outcome.thrown()).isInstanceOf(IllegalStateException.class);
    assertThat(far().arrived()).hasSize(1);
  }

  @Test
  void not24_whatWasNeverUsedClosesToo() {
    channel().close();
    assertThat(attempt(channel(), message("m-1")).thrown())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void not24_closingTwiceDoesNothing() {
    arrival(message("m-1"));
    channel().close();
    assertThatCode(() -> channel().close()).doesNotThrowAnyException();
  }

  @Test
  void not24_closingOneLeavesAnotherOpen() {
    NotificationChannel other = another();
    arrival(message("m-1"));
    channel().close();
    assertThat(attempt(other, message("m-2")).answer()).isEqualTo(ACCEPTED);
  }

  @Test
  void not24_anInterruptedThreadClosesToo() {
    arrival(message("m-1"));
    Thread.currentThread().interrupt();
    try {
      assertThatCode(() -> channel().close()).doesNotThrowAnyException();
    } finally {
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
    assertThat(attempt(channel(), message("m-2")).thrown())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void not24_closingEndsWhatIsUnderWay() throws Exception {
    far(Conduct.SILENT);
    Attempt attempt = start(message("m-1"));
    awaitContact();
    channel().close();
    Outcome outcome = attempt.end(bound());
    if (outcome.thrown() == null) {
      assertThat(outcome.answer()).isInstanceOf(DeliveryResult.RetryLater.class);
    } else {
      assertThat(outcome.thrown()).isInstanceOf(IllegalStateException.class);
    }
    assertThat(outcome.interrupted()).isFalse();
  }

  @Test
  void not25_manyThreadsDeliverAtOnce() throws Exception {
    List<List<DeliveryResult>> results =
        ConcurrencyCases.together(
            12,
            thread ->
                () -> {
                  List<DeliveryResult> own = new ArrayList<>();
                  for (int i = 0; i < 10; i++) {
                    String name = "t" + thread + "-" + i;
                    own.add(
                        channelNow()
                            .deliver(to("guardian-" + name, message(name, Map.of("it", name)))));
                  }
                  return own;
                });
    assertThat(results).allSatisfy(own -> assertThat(own).hasSize(10).containsOnly(ACCEPTED));
    assertThat(far().arrived()).extracting(Arrival::id).doesNotHaveDuplicates().hasSize(120);
    assertThat(far().arrived())
        .extracting(Arrival::recipient)
        .filteredOn(recipient -> !recipient.isEmpty())
        .doesNotHaveDuplicates();
  }

  /** The channel, asked for by many threads. */
  private synchronized NotificationChannel channelNow() {
    return channel();
  }

  @Test
  void not25_eachThreadGetsTheAnswerToItsOwn() throws Exception {
    String unknown = far().unknownRecipient().orElse("");
    assumeFalse(unknown.isEmpty(), "It knows everyone.");
    List<List<Boolean>> right =
        ConcurrencyCases.together(
            8,
            thread ->
                () -> {
                  List<Boolean> own = new ArrayList<>();
                  for (int i = 0; i < 10; i++) {
                    Message message = message("t" + thread + "-" + i);
                    boolean known = (thread + i) % 2 == 0;
                    DeliveryResult result =
                        channelNow().deliver(known ? message : to(unknown, message));
                    own.add(known ? result.equals(ACCEPTED) : result instanceof Refused);
                  }
                  return own;
                });
    assertThat(right).allSatisfy(own -> assertThat(own).containsOnly(true));
    assertThat(far().arrived()).hasSize(40);
  }

  @Test
  void not25_nothingIsMixedUpUnderLoad() throws Exception {
    Map<String, String> alone = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      Arrival arrival = arrival(to("guardian-" + i, message("m-" + i, Map.of("it", "v" + i))));
      alone.put(arrival.id(), arrival.recipient() + "\n" + arrival.content());
    }
    ConcurrencyCases.together(
        8,
        thread ->
            () -> {
              for (int i = 0; i < 5; i++) {
                channelNow()
                    .deliver(
                        to(
                            "guardian-" + thread,
                            message("m-" + thread, Map.of("it", "v" + thread))));
              }
              return thread;
            });
    assertThat(far().arrived())
        .hasSize(48)
        .allSatisfy(
            arrival ->
                assertThat(arrival.recipient() + "\n" + arrival.content())
                    .isEqualTo(alone.get(arrival.id())));
  }

  @TestFactory
  Stream<DynamicTest> not26_theNextGoesThroughAfter() {
    return whenFar(
        FAILURES,
        conduct -> {
          assertThat(deliver(message("m-1"))).isNotEqualTo(ACCEPTED);
          far().conduct(Conduct.ACCEPTS);
          Arrival arrival = arrival(message("m-2"));
          Arrival again = arrival(message("m-1"));
          assertThat(again.id()).isNotEqualTo(arrival.id());
          assertThat(far().arrived()).hasSizeGreaterThanOrEqualTo(2);
        });
  }

  @Test
  void not26_manyFailuresLeaveNothingBehind() {
    far(Conduct.BREAKS_OFF);
    for (int i = 0; i < 40; i++) {
      assertThat(deliver(message("m-" + i))).isNotEqualTo(ACCEPTED);
    }
    far().conduct(Conduct.ACCEPTS);
    arrival(message("m-0"));
  }
}
