package org.educationcities.notify.webhook;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.jspecify.annotations.Nullable;

/**
 * Posts each message to an endpoint that the host names: thin, in a CloudEvents 1.0 envelope,
 * signed by <a href="https://www.standardwebhooks.com">Standard Webhooks</a>. Thread-safe.
 *
 * <p>Only {@code https}, and only to public addresses: the name is resolved once, each address
 * checked, and the connection made to a checked one. Redirects are refused; no proxy, cookie,
 * login, kept connection or repetition of its own. A status of 2xx is {@code Accepted}; 408, 425,
 * 429, 5xx and every failure to get an answer are {@code RetryLater}, with the wait of {@code
 * Retry-After} up to 30 days; all else is {@code Refused}.
 *
 * <p>An attempt runs in a daemon thread of the channel and ends within the total time limit, also
 * where a name server or the host's directory does not return.
 */
public final class WebhookChannel implements NotificationChannel {
  private final Tools tools;
  private final Semaphore free;
  private final ExecutorService workers;
  private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** What every attempt works with. */
  record Tools(
      WebhookDirectory directory,
      Clock clock,
      Limits limits,
      boolean loopbackAllowed,
      Destination.Resolver resolver,
      Exchange.Sockets sockets,
      SSLSocketFactory encryption) {}

  private WebhookChannel(Tools tools, int atOnce) {
    this.tools = tools;
    this.free = new Semaphore(atOnce);
    this.workers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "education-cities-webhook");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A channel to the endpoints that the host's directory names. */
  public static Builder builder(WebhookDirectory directory) {
    return new Builder(directory);
  }

  @Override
  public DeliveryResult deliver(Message message) throws InterruptedException {
    Objects.requireNonNull(message, "message");
    if (closed) {
      throw new IllegalStateException("This channel is closed.");
    }
    long deadline = System.nanoTime() + tools.limits().total().toNanos();
    // Throws at once where the thread was interrupted before.
    if (!free.tryAcquire(left(deadline), TimeUnit.NANOSECONDS)) {
      return new DeliveryResult.RetryLater("channel-busy", null);
    }
    Attempt attempt = new Attempt(message, tools, deadline);
    CompletableFuture<DeliveryResult> result = start(attempt);
    try {
      return result.get(left(deadline), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new DeliveryResult.RetryLater("timed-out", null);
    } catch (ExecutionException e) {
      throw new IllegalStateException("An attempt ended without a result.", e);
    } finally {
      if (!result.isDone()) {
        attempt.abort();
      }
    }
  }

  private CompletableFuture<DeliveryResult> start(Attempt attempt) {
    CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
    underWay.add(attempt);
    try {
      workers.execute(
          () -> {
            try {
              attempt.run(result);
            } finally {
              end(attempt);
            }
          });
    } catch (RejectedExecutionException e) {
      end(attempt);
      throw new IllegalStateException("This channel is closed.", e);
    }
    return result;
  }

  private void end(Attempt attempt) {
    underWay.remove(attempt);
    free.release();
  }

  private static long left(long deadline) {
    return deadline - System.nanoTime();
  }

  /** Ends what is under way, as an attempt to repeat later, and lets no further begin. */
  @Override
  public void close() {
    closed = true;
    workers.shutdown();
    underWay.forEach(Attempt::abort);
  }

  /** Nothing of where it leads. */
  @Override
  public String toString() {
    return "WebhookChannel[…]";
  }

  /** Makes a channel; everything but the directory has a usual value. Not thread-safe. */
  public static final class Builder {
    private final WebhookDirectory directory;
    private Clock clock = Clock.systemUTC();
    private Limits limits = Limits.USUAL;
    private int atOnce = 32;
    private boolean loopbackAllowed;
    private Destination.Resolver resolver = InetAddress::getAllByName;
    private Exchange.Sockets sockets = Exchange.DIRECT;
    private @Nullable SSLContext trust;

    private Builder(WebhookDirectory directory) {
      this.directory = Objects.requireNonNull(directory, "directory");
    }

    /**
     * The clock of the signatures' time and of {@code Retry-After} dates; this machine's if unset.
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * How long to wait for a connection to each address; 5 seconds if unset.
     *
     * @param limit 1 ms to 10 minutes
     */
    public Builder connectLimit(Duration limit) {
      this.limits = new Limits(limit, limits.read(), limits.total());
      return this;
    }

    /**
     * How long to wait for each piece of the answer; 15 seconds if unset.
     *
     * @param limit 1 ms to 10 minutes
     */
    public Builder readLimit(Duration limit) {
      this.limits = new Limits(limits.connect(), limit, limits.total());
      return this;
    }

    /**
     * How long an attempt takes at most, whatever happens; 30 seconds if unset.
     *
     * @param limit 1 ms to 10 minutes
     */
    public Builder totalLimit(Duration limit) {
      this.limits = new Limits(limits.connect(), limits.read(), limit);
      return this;
    }

    /**
     * How many attempts are under way at most; further ones wait for their turn within their time
     * limit. 32 if unset.
     *
     * @param attempts 1 to 1,000
     */
    public Builder atOnce(int attempts) {
      if (attempts < 1 || attempts > 1000) {
        throw new IllegalArgumentException(
            attempts + " attempts at once; it must be 1 to 1,000.\nMaybe leave it unset.");
      }
      this.atOnce = attempts;
      return this;
    }

    /**
     * Whom to trust, for a city with a certificate authority of its own; what this Java platform
     * trusts if unset. That a certificate is made out to the host is checked in any case.
     */
    public Builder trust(SSLContext context) {
      this.trust = Objects.requireNonNull(context, "context");
      return this;
    }

    /**
     * Allows loopback addresses too, and to them {@code http}. For tests: in a running system it
     * opens to every endpoint's owner what listens on this machine alone.
     */
    public Builder allowLoopback() {
      this.loopbackAllowed = true;
      return this;
    }

    Builder resolver(Destination.Resolver resolver) {
      this.resolver = resolver;
      return this;
    }

    Builder sockets(Exchange.Sockets sockets) {
      this.sockets = sockets;
      return this;
    }

    /** The channel; connects nowhere yet. */
    public WebhookChannel build() {
      SSLSocketFactory encryption =
          trust == null
              ? (SSLSocketFactory) SSLSocketFactory.getDefault()
              : trust.getSocketFactory();
      return new WebhookChannel(
          new Tools(directory, clock, limits, loopbackAllowed, resolver, sockets, encryption),
          atOnce);
    }
  }
}
