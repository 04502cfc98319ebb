package org.educationcities.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop rests an hour when idle here: nothing is told unless it is woken. */
@Timeout(60)
class RelayLoopTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  private final RelayBench bench = new RelayBench();
  private final List<Thread> threads = new ArrayList<>();
  private final List<RelayLoop> loops = new ArrayList<>();
  private final Semaphore sent = new Semaphore(0);

  private RelayLoop loop(Relay relay, int threadsOfIt) {
    RelayLoop loop =
        RelayLoop.builder(relay).idle(Duration.ofHours(1)).threads(threadsOfIt).build();
    loops.add(loop);
    return loop;
  }

  private Executor newThreads() {
    return work -> {
      Thread thread = new Thread(work, "relay");
      threads.add(thread);
      thread.start();
    };
  }

  private DeliveryResult accept() {
    sent.release();
    return new DeliveryResult.Accepted();
  }

  @AfterEach
  void everyThreadIsGivenBack() throws InterruptedException {
    for (RelayLoop each : loops) {
      each.close();
    }
    for (Thread each : threads) {
      each.join();
    }
  }

  @Test
  void tellsInTheBackgroundWhatIsThereAndWhatComes() throws InterruptedException {
    bench.answer = each -> accept();
    bench.tell("c-1");
    RelayLoop loop = loop(bench.relay(), 1);

    loop.start(newThreads());
    sent.acquire();
    bench.tell("c-2");
    loop.wake();
    sent.acquire();

    assertThat(loop.isAtWork()).isTrue();
    assertThat(loop.stop(LONG)).isTrue();
    assertThat(loop.isAtWork()).isFalse();
    assertThat(bench.subjects()).containsExactly("c-1", "c-2");
  }

  @Test
  void isStartedOnceAndAgainAfterItHasStopped() throws InterruptedException {
    bench.answer = each -> accept();
    RelayLoop loop = loop(bench.relay(), 1);
    loop.start(newThreads());

    assertThatThrownBy(() -> loop.start(newThreads())).isInstanceOf(IllegalStateException.class);
    assertThat(loop.stop(LONG)).isTrue();
    assertThat(loop.stop(LONG)).isTrue();
    bench.tell("c-1");
    loop.start(newThreads());
    sent.acquire();
    assertThat(bench.subjects()).containsExactly("c-1");
  }

  @Test
  void stoppingLetsTheMessageInHandGoOutAndGivesTheRestToOthers() throws InterruptedException {
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    bench.answer =
        each -> {
          inHand.countDown();
          goOn.await();
          return new DeliveryResult.Accepted();
        };
    bench.tell("c-1");
    bench.pass(Duration.ofMillis(1));
    bench.tell("c-2");
    RelayLoop loop = loop(bench.relay(), 1);
    loop.start(newThreads());
    inHand.await();

    Thread stopper =
        new Thread(
            () -> {
              // Comes while stop() waits, or before: the message goes out either way.
              goOn.countDown();
            });
    stopper.start();
    assertThat(loop.stop(LONG)).isTrue();
    stopper.join();

    List<String> before = bench.subjects();
    assertThat(before.get(0)).isEqualTo("c-1");
    bench.answer = each -> new DeliveryResult.Accepted();
    bench.relay().deliverDue(10); // no time has passed: nothing is leased any more
    assertThat(bench.subjects()).containsExactly("c-1", "c-2");
  }

  @Test
  void aChannelThatHangsIsInterruptedAndItsMessageIsFreeWhenTheLeaseEnds()
      throws InterruptedException {
    CountDownLatch inHand = new CountDownLatch(1);
    bench.answer =
        each -> {
          inHand.countDown();
          new CountDownLatch(1).await();
          throw new AssertionError("nobody counts down");
        };
    bench.tell("c-1");
    RelayLoop loop = loop(bench.relay(), 1);
    loop.start(newThreads());
    inHand.await();

    assertThat(loop.stop(Duration.ofMillis(1)) || loop.stop(LONG)).isTrue();

    bench.answer = each -> new DeliveryResult.Accepted();
    assertThat(bench.relay().deliverDue(10).isIdle()).isTrue();
    bench.pass(Duration.ofMinutes(2));
    assertThat(bench.relay().deliverDue(10).sent()).isEqualTo(1);
    assertThat(bench.seen).extracting(Message::id).containsOnly(bench.seen.get(0).id()).hasSize(2);
  }

  @Test
  void anInterruptOfItsThreadEndsItAndTheHostSeesIt() throws InterruptedException {
    RelayLoop loop = loop(bench.relay(), 1);
    AtomicInteger flagged = new AtomicInteger();
    loop.start(
        work ->
            newThreads()
                .execute(
                    () -> {
                      work.run();
                      flagged.set(Thread.currentThread().isInterrupted() ? 1 : -1);
                    }));

    threads.get(0).interrupt();
    threads.get(0).join();

    assertThat(loop.isAtWork()).isFalse();
    assertThat(flagged).hasValue(1);
  }

  @Test
  void goesOnWhenTheStoreFailsForAWhile() throws InterruptedException {
    bench.answer = each -> accept();
    AtomicInteger failures = new AtomicInteger(3);
    bench.tell("c-1");
    bench.audience = event -> List.of(RelayBench.guardian("1"));
    Relay failing =
        new Relay(
            bench.store,
            bench.channel(),
            event -> bench.audience.of(event),
            () -> {
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the store is away");
              }
              return bench.now;
            },
            new Random(1),
            RelayBench.RULE);
    RelayLoop loop =
        RelayLoop.builder(failing)
            .idle(Duration.ofMillis(1))
            .longestPause(Duration.ofMillis(2))
            .build();
    loops.add(loop);

    loop.start(newThreads());
    sent.acquire();

    assertThat(bench.subjects()).containsExactly("c-1");
  }

  @Test
  void anExecutorThatRefusesLeavesItAtRest() throws InterruptedException {
    RelayLoop loop = loop(bench.relay(), 3);
    AtomicInteger taken = new AtomicInteger();

    assertThatThrownBy(
            () ->
                loop.start(
                    work -> {
                      if (taken.getAndIncrement() == 1) {
                        throw new RejectedExecutionException("full");
                      }
                      newThreads().execute(work);
                    }))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(loop.stop(LONG)).isTrue();
    assertThat(loop.isAtWork()).isFalse();
  }

  @Test
  void severalRelaysOnOneStoreShareTheWorkAndKeepEachRecipientsOrder() throws InterruptedException {
    int recipients = 20;
    int events = 30;
    bench.audience =
        event -> IntStream.range(0, recipients).mapToObj(i -> RelayBench.guardian("" + i)).toList();
    bench.answer = each -> accept();
    for (int i = 0; i < events; i++) {
      bench.tell("c-" + (100 + i));
      bench.pass(Duration.ofMillis(1));
    }
    for (int i = 0; i < 3; i++) {
      RelayLoop loop =
          RelayLoop.builder(bench.relay()).idle(Duration.ofMillis(5)).threads(2).build();
      loops.add(loop);
      loop.start(newThreads());
    }

    sent.acquire(recipients * events);
    for (RelayLoop each : loops) {
      assertThat(each.stop(LONG)).isTrue();
    }

    assertThat(bench.seen).extracting(Message::id).doesNotHaveDuplicates();
    assertThat(bench.seen).hasSize(recipients * events);
    for (int i = 0; i < recipients; i++) {
      String recipient = "guardian/" + i;
      assertThat(bench.seen.stream().filter(each -> each.recipient().equals(recipient)))
          .extracting(each -> each.parameters().get("subject"))
          .isSorted()
          .hasSize(events);
    }
    assertThat(bench.counts().isEmpty()).isTrue();
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    Relay relay = bench.relay();
    assertThatThrownBy(() -> RelayLoop.builder(relay).atOnce(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> RelayLoop.builder(relay).threads(101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("101");
    assertThatThrownBy(() -> RelayLoop.builder(relay).idle(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
