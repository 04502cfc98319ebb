package org.educationcities.notify.webhook;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.educationcities.notify.webhook.WebhookChannel.Tools;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one message, from the directory to the answer. Run by one thread; {@link #abort}
 * may come from any. Logs the message's id and codes: an exception's own text may hold a host.
 */
final class Attempt {
  private static final Logger LOGGER = System.getLogger("org.educationcities.notify.webhook");

  private final Message message;
  private final Tools tools;
  private final long deadline;
  private final Object lock = new Object();
  private @Nullable Thread thread;
  private @Nullable Exchange exchange;
  private boolean aborted;

  Attempt(Message message, Tools tools, long deadline) {
    this.message = message;
    this.tools = tools;
    this.deadline = deadline;
  }

  /** Runs it; the result is there as soon as it is known, some tidying may follow. */
  void run(CompletableFuture<DeliveryResult> result) {
    if (!begin()) {
      result.complete(later("channel-closed"));
      return;
    }
    try {
      send(result);
    } catch (ForbiddenDestinationException e) {
      LOGGER.log(
          Level.WARNING, () -> "Webhook " + message.id() + " was not sent: " + e.reason() + ".");
      result.complete(new DeliveryResult.Refused(e.reason()));
    } catch (IOException | HttpException | RuntimeException e) {
      String reason = isAborted() ? "channel-closed" : reason(e);
      LOGGER.log(
          Level.DEBUG,
          () ->
              "Webhook "
                  + message.id()
                  + " was not sent: "
                  + reason
                  + ", "
                  + e.getClass().getName()
                  + ".");
      result.complete(later(reason));
    } finally {
      finish();
      // After an Error there would be none, and who waits would wait until the time limit.
      result.complete(later("channel-failed"));
    }
  }

  private void send(CompletableFuture<DeliveryResult> result)
      throws IOException, HttpException, ForbiddenDestinationException {
    Optional<WebhookEndpoint> found;
    try {
      found = tools.directory().find(message.space(), message.recipient());
    } catch (RuntimeException e) {
      LOGGER.log(
          Level.WARNING,
          () ->
              "The directory failed on webhook "
                  + message.id()
                  + ": "
                  + e.getClass().getName()
                  + ".");
      result.complete(later("directory-failed"));
      return;
    }
    if (found.isEmpty()) {
      result.complete(new DeliveryResult.Refused("recipient-unknown"));
      return;
    }
    WebhookEndpoint endpoint = found.get();
    List<InetAddress> addresses =
        Destination.of(endpoint, tools.resolver(), tools.loopbackAllowed());
    byte[] body = Envelope.of(message, endpoint.isRecipientNamed());
    Instant now = tools.clock().instant();
    exchange(endpoint).post(addresses, headers(endpoint, body, now), body, now, result::complete);
  }

  private Exchange exchange(WebhookEndpoint endpoint) throws IOException {
    Exchange made =
        new Exchange(endpoint, tools.limits(), deadline, tools.sockets(), tools.encryption());
    synchronized (lock) {
      if (aborted) {
        throw new SocketTimeoutException();
      }
      exchange = made;
    }
    return made;
  }

  private List<Header> headers(WebhookEndpoint endpoint, byte[] body, Instant now) {
    String id = headerId(message);
    List<Header> headers = new ArrayList<>();
    headers.add(new BasicHeader("webhook-id", id));
    headers.add(new BasicHeader("webhook-timestamp", Long.toString(now.getEpochSecond())));
    headers.add(
        new BasicHeader(
            "webhook-signature",
            endpoint.secrets().stream()
                .map(each -> "v1," + Base64.getEncoder().encodeToString(each.sign(id, now, body)))
                .collect(Collectors.joining(" "))));
    headers.add(new BasicHeader("Content-Type", Envelope.CONTENT_TYPE));
    headers.add(new BasicHeader("User-Agent", "education-cities-webhook"));
    return headers;
  }

  /**
   * What a receiver drops repeats by: the message's id, before it the space unless there is only
   * one (NOT-1). Without a full stop: it separates what is signed, so an id that held one could be
   * read as a shorter id with another time (Standard Webhooks, signature scheme).
   */
  private static String headerId(Message message) {
    String id = message.id().replace("%", "%25").replace(".", "%2E").replace(":", "%3A");
    return message.space().equals(Space.DEFAULT) ? id : message.space().id() + ":" + id;
  }

  private static String reason(Exception e) {
    if (e instanceof UnknownHostException) {
      return "host-unknown";
    }
    if (e instanceof SocketTimeoutException) {
      return "timed-out";
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "connection-failed";
    }
    if (e instanceof SSLException) {
      return "encryption-failed";
    }
    if (e instanceof HttpException || e instanceof MessageConstraintException) {
      return "answer-malformed";
    }
    return e instanceof IOException ? "connection-cut" : "channel-failed";
  }

  private static DeliveryResult later(String reason) {
    return new DeliveryResult.RetryLater(reason, null);
  }

  private boolean begin() {
    synchronized (lock) {
      thread = Thread.currentThread();
      return !aborted;
    }
  }

  private boolean isAborted() {
    synchronized (lock) {
      return aborted;
    }
  }

  /** From here on no interrupt of ours comes, which would meet the thread's next task. */
  private void finish() {
    synchronized (lock) {
      thread = null;
    }
  }

  /** Ends it soon: closes its connection, and interrupts the host's directory where it waits. */
  void abort() {
    Exchange under;
    synchronized (lock) {
      aborted = true;
      under = exchange;
      if (thread != null) {
        thread.interrupt();
      }
    }
    if (under != null) {
      under.abort();
    }
  }
}
