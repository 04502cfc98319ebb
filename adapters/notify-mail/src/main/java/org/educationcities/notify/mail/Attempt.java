package org.educationcities.notify.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.educationcities.spi.notification.Message;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, with a connection of its own: nothing is left of it for the next. It runs in a
 * thread of its own, since a read of a socket heeds no interrupt; {@link #end} ends it from
 * outside.
 */
final class Attempt implements Runnable {
  private final MailSettings settings;
  private final AddressBook addresses;
  private final Letters letters;
  private final @Nullable SSLContext trust;
  private final Message message;
  private final Consumer<String> trouble;
  private final OwnSockets sockets = new OwnSockets();
  private final CompletableFuture<DeliveryResult> result = new CompletableFuture<>();

  /**
   * An attempt that has not begun.
   *
   * @param trouble told the reason of each failure that a person may have to mend
   */
  Attempt(
      MailSettings settings,
      AddressBook addresses,
      Letters letters,
      @Nullable SSLContext trust,
      Message message,
      Consumer<String> trouble) {
    this.settings = settings;
    this.addresses = addresses;
    this.letters = letters;
    this.trust = trust;
    this.message = message;
    this.trouble = trouble;
  }

  CompletableFuture<DeliveryResult> result() {
    return result;
  }

  /** Ends it with an answer, unless it has one already. */
  void end(String reason) {
    result.complete(new RetryLater(reason, null));
    sockets.close();
  }

  @Override
  public void run() {
    try {
      Optional<Mailbox> mailbox = mailbox();
      if (mailbox.isPresent()) {
        send(mailbox.get());
      } else {
        // Unless the address book has failed.
        result.complete(new Refused("recipient-unknown"));
      }
    } finally {
      result.complete(new RetryLater("failed", null));
      sockets.close();
    }
  }

  private Optional<Mailbox> mailbox() {
    try {
      return addresses.find(message.space(), message.recipient());
    } catch (RuntimeException e) {
      // Its text may tell of the recipient: that it failed is all that is told.
      fail("address-book-failed");
      return Optional.empty();
    }
  }

  private void fail(String reason) {
    if (result.complete(new RetryLater(reason, null))) {
      trouble.accept(reason);
    }
  }

  private void send(Mailbox mailbox) {
    Optional<PlainAddress> to = PlainAddress.of(mailbox.address());
    if (to.isEmpty()) {
      result.complete(new Refused("address-invalid"));
      return;
    }
    Locale own = mailbox.language();
    Letter letter = letters.of(message.kind(), own == null ? message.locale() : own);
    Session session = Session.getInstance(properties());
    URLName server = new URLName("smtp", settings.host(), settings.port(), null, null, null);
    try (SMTPTransport transport = new SMTPTransport(session, server)) {
      Envelope envelope = new Envelope(session, settings, message, to.get(), letter);
      transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      if (settings.user() != null && !transport.supportsExtension("AUTH")) {
        // The mail library would go on without.
        fail("authentication-not-offered");
        return;
      }
      transport.sendMessage(envelope, envelope.getAllRecipients());
      // Before the farewell, which may fail: the server has taken it over.
      result.complete(new Accepted());
    } catch (MessagingException e) {
      DeliveryResult answer = Answers.of(e);
      if (answer instanceof RetryLater later) {
        fail(later.reason());
      } else {
        result.complete(answer);
      }
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    String limit = Long.toString(settings.timeLimit().toMillis());
    properties.put("mail.smtp.connectiontimeout", limit);
    properties.put("mail.smtp.timeout", limit);
    properties.put("mail.smtp.socketFactory", sockets);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.from", settings.from().value());
    // Else it looks up the name of this machine, and tells it.
    properties.put("mail.smtp.localhost", settings.from().domain());
    properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        if (trust != null) {
          properties.put("mail.smtp.ssl.socketFactory", trust.getSocketFactory());
        }
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
    }
    return properties;
  }
}
