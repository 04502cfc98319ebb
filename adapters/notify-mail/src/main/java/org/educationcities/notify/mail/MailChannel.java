package org.educationcities.notify.mail;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.jspecify.annotations.Nullable;

/** Sends mail over SMTP, one connection a message. */
final class MailChannel implements NotificationChannel {
  /** The reasons that a person may have to mend, and that a warning tells. */
  static final Set<String> TO_MEND =
      Set.of(
          "address-book-failed",
          "authentication-failed",
          "authentication-not-offered",
          "authentication-required",
          "sender-refused",
          "server-unknown",
          "tls-failed",
          "tls-not-offered");

  private final Logger logger = System.getLogger("org.educationcities.notify.mail");
  private final MailSettings settings;
  private final AddressBook addresses;
  private final Letters letters;
  private final @Nullable SSLContext trust;

  /** Held, since a logger that nobody holds forgets its level. */
  @SuppressWarnings("UnusedVariable")
  private final List<java.util.logging.Logger> quiet;

  private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(MailChannel::thread);
  private volatile boolean closed;

  MailChannel(MailSettings settings, AddressBook addresses, @Nullable SSLContext trust) {
    this.settings = settings;
    this.addresses = addresses;
    this.letters = new Letters(settings.words(), settings.fromName(), settings.link());
    this.trust = trust;
    this.quiet = quiet();
  }

  /**
   * The mail library logs addresses below INFO (NOT-22). Unless the host has given its loggers a
   * level of their own, a level of the root does not reach them.
   */
  private static List<java.util.logging.Logger> quiet() {
    List<java.util.logging.Logger> loggers =
        Stream.of("org.eclipse.angus.mail", "jakarta.mail")
            .map(java.util.logging.Logger::getLogger)
            .toList();
    for (java.util.logging.Logger each : loggers) {
      if (each.getLevel() == null) {
        each.setLevel(java.util.logging.Level.INFO);
      }
    }
    return loggers;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "education-cities-mail");
    thread.setDaemon(true);
    thread.setContextClassLoader(MailChannel.class.getClassLoader());
    return thread;
  }

  @Override
  public DeliveryResult deliver(Message message) throws InterruptedException {
    Objects.requireNonNull(message, "message");
    checkOpen();
    if (Thread.interrupted()) {
      throw new InterruptedException("Interrupted before the message was delivered.");
    }
    Attempt attempt =
        new Attempt(settings, addresses, letters, trust, message, this::tellWhatToMend);
    underWay.add(attempt);
    try {
      // Again: whoever closed meanwhile may not have seen this attempt.
      checkOpen();
      threads.execute(attempt);
      return answer(attempt);
    } catch (RejectedExecutionException e) {
      throw closed();
    } catch (InterruptedException e) {
      attempt.end("interrupted");
      throw e;
    } finally {
      underWay.remove(attempt);
    }
  }

  private DeliveryResult answer(Attempt attempt) throws InterruptedException {
    try {
      return attempt.result().get(settings.timeLimit().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      attempt.end("timed-out");
      return attempt.result().join();
    } catch (ExecutionException e) {
      throw new AssertionError("An attempt has an answer, never an exception.", e);
    }
  }

  private void checkOpen() {
    if (closed) {
      throw closed();
    }
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("This channel is closed.");
  }

  private void tellWhatToMend(String reason) {
    if (TO_MEND.contains(reason)) {
      logger.log(
          Level.WARNING,
          "Mail by {0} does not go out: {1}.\n"
              + "Maybe one of the settings host, port, security, user, password and from is wrong,"
              + " or the address book fails.",
          settings.host(),
          reason);
    }
  }

  @Override
  public void close() {
    closed = true;
    underWay.forEach(attempt -> attempt.end("closed"));
    threads.shutdownNow();
  }

  /** The server only. */
  @Override
  public String toString() {
    return "MailChannel[" + settings.host() + "]";
  }
}
