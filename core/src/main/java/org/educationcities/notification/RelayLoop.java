package org.educationcities.notification;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A relay at work in the background of a host, on threads that the host gives.
 *
 * <pre>{@code
 * RelayLoop loop = RelayLoop.builder(cities.relay(channel, RelayRule.STANDARD)).build();
 * loop.start(work -> new Thread(work, "relay").start()); // or the host's own executor
 * ...
 * loop.stop(Duration.ofSeconds(20));
 * }</pre>
 *
 * <p>Thread-safe. It owns no thread and no state beyond itself: what it has not sent is in the
 * store, and any other relay on it goes on. It may be started again after it has stopped.
 */
public final class RelayLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RelayLoop.class.getName());

  private final Relay relay;
  private final int atOnce;
  private final int threads;
  private final Duration idle;
  private final Duration longestPause;
  private final Duration patience;
  private final RandomGenerator random;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Shift shift;
  private long wakes;

  private RelayLoop(Builder builder) {
    this.relay = builder.relay;
    this.atOnce = builder.atOnce;
    this.threads = builder.threads;
    this.idle = builder.idle;
    this.longestPause = builder.longestPause;
    this.patience = builder.patience;
    this.random = builder.random;
  }

  /** A loop of a relay, by default on one thread that looks again after a second. */
  public static Builder builder(Relay relay) {
    return new Builder(relay);
  }

  /**
   * Starts the work: asks the executor to run it once for each of its threads. An executor that
   * runs work in the caller's thread makes this call return only when the loop was stopped.
   *
   * @throws IllegalStateException if it is at work already
   */
  public void start(Executor executor) {
    Objects.requireNonNull(executor, "executor");
    Shift started = new Shift(threads);
    lock.lock();
    try {
      if (shift != null) {
        throw new IllegalStateException(
            "The relay is at work already.\nMaybe start() is called twice, or stop() is missing.");
      }
      shift = started;
    } finally {
      lock.unlock();
    }
    for (int i = 0; i < threads; i++) {
      try {
        executor.execute(() -> work(started));
      } catch (RuntimeException e) {
        started.end();
        leave(started, threads - i);
        throw e;
      }
    }
  }

  /** Whether it was started and has not come to rest. */
  public boolean isAtWork() {
    lock.lock();
    try {
      return shift != null;
    } finally {
      lock.unlock();
    }
  }

  /** Looks at once, as after a change that should be told soon. */
  public void wake() {
    lock.lock();
    try {
      wakes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Stops. The message in hand may go out and everything else is given back at once, so that others
   * take over; what is still under way after the wait is interrupted, and its recipients' messages
   * are free for others when their leases end. Does nothing if it is not at work.
   *
   * @param wait how long for the message in hand, and as long again after interrupting it
   * @return whether it has come to rest
   * @throws InterruptedException if the caller was interrupted; then it stops all the same
   */
  public boolean stop(Duration wait) throws InterruptedException {
    lock.lock();
    try {
      Shift stopped = shift;
      if (stopped == null) {
        return true;
      }
      stopped.end();
      changed.signalAll();
      try {
        if (awaitRest(stopped, wait)) {
          return true;
        }
      } finally {
        if (shift == stopped) {
          stopped.abandon();
        }
      }
      return awaitRest(stopped, wait);
    } finally {
      lock.unlock();
    }
  }

  /** Stops, with the patience it was built with. */
  @Override
  public void close() {
    try {
      if (!stop(patience)) {
        LOG.log(System.Logger.Level.WARNING, "A channel does not let go of its message.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitRest(Shift stopped, Duration wait) throws InterruptedException {
    long left = wait.toNanos();
    while (shift == stopped && left > 0) {
      left = changed.awaitNanos(left);
    }
    return shift != stopped;
  }

  private void work(Shift mine) {
    try {
      int failures = 0;
      while (!mine.isEnding()) {
        long seen = wakesSoFar();
        Duration pause;
        try {
          pause = relay.deliverDue(atOnce, mine).isIdle() ? idle : Duration.ZERO;
          failures = 0;
        } catch (RuntimeException e) {
          LOG.log(System.Logger.Level.WARNING, "The relay failed: {0}", e.getClass().getName());
          failures++;
          pause = RelayRule.jittered(idle, longestPause, failures, random);
        }
        pause(mine, pause, seen);
      }
    } catch (InterruptedException e) {
      // The host wants its thread back, or the loop was stopped in the midst of a message.
      if (!mine.isEnding()) {
        Thread.currentThread().interrupt();
      }
    } finally {
      leave(mine, 1);
    }
  }

  private long wakesSoFar() {
    lock.lock();
    try {
      return wakes;
    } finally {
      lock.unlock();
    }
  }

  private void pause(Shift mine, Duration pause, long seen) throws InterruptedException {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (left > 0 && wakes == seen && !mine.isEnding()) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void leave(Shift mine, int gone) {
    lock.lock();
    try {
      if (mine.left(gone) && shift == mine) {
        shift = null;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Collects how a loop works. Not thread-safe. */
  public static final class Builder {
    private final Relay relay;
    private int atOnce = 100;
    private int threads = 1;
    private Duration idle = Duration.ofSeconds(1);
    private Duration longestPause = Duration.ofMinutes(1);
    private Duration patience = Duration.ofSeconds(10);
    private RandomGenerator random = RandomGenerator.getDefault();

    private Builder(Relay relay) {
      this.relay = Objects.requireNonNull(relay, "relay");
    }

    /** How many events and messages one look takes at most, 1 to 1000; 100 unless told. */
    public Builder atOnce(int newAtOnce) {
      if (newAtOnce < 1 || newAtOnce > 1000) {
        throw new IllegalArgumentException("One look takes 1 to 1000, not " + newAtOnce + ".");
      }
      atOnce = newAtOnce;
      return this;
    }

    /** How many recipients are written to at once, 1 to 100; 1 unless told. */
    public Builder threads(int newThreads) {
      if (newThreads < 1 || newThreads > 100) {
        throw new IllegalArgumentException("There are 1 to 100 threads, not " + newThreads + ".");
      }
      threads = newThreads;
      return this;
    }

    /** How long it rests when nothing is due; a second unless told. */
    public Builder idle(Duration newIdle) {
      idle = aboveZero(newIdle);
      return this;
    }

    /** The longest it rests while the store fails, each time longer; a minute unless told. */
    public Builder longestPause(Duration newPause) {
      longestPause = aboveZero(newPause);
      return this;
    }

    /** How long {@link RelayLoop#close()} waits for the message in hand; 10 seconds unless told. */
    public Builder patience(Duration newPatience) {
      patience = aboveZero(newPatience);
      return this;
    }

    /** The chance that pauses after failures vary by. */
    public Builder random(RandomGenerator newRandom) {
      random = Objects.requireNonNull(newRandom, "random");
      return this;
    }

    private static Duration aboveZero(Duration duration) {
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("A duration is above 0, not " + duration + ".");
      }
      return duration;
    }

    /** The loop, not yet at work. */
    public RelayLoop build() {
      return new RelayLoop(this);
    }
  }
}
