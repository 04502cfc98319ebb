package org.educationcities.notify.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;

/**
 * What a failure of SMTP means for the message (RFC 5321, 4.2): codes from 400 are for now, codes
 * from 500 for good, if they are about the recipient or the message. What is about this side (its
 * login, its address, its TLS) or about the connection may be mended, and is tried again.
 */
final class Answers {

  private Answers() {}

  static DeliveryResult of(MessagingException failure) {
    List<Throwable> chain = chain(failure);
    for (Throwable each : chain) {
      if (each instanceof AuthenticationFailedException) {
        return later("authentication-failed");
      }
      if (each instanceof SMTPAddressFailedException address) {
        return ofRecipient(address.getReturnCode());
      }
    }
    for (Throwable each : chain) {
      if (each instanceof SMTPSendFailedException send) {
        return ofMessage(send.getCommand(), send.getReturnCode());
      }
    }
    return later(ofConnection(failure, chain));
  }

  private static DeliveryResult ofRecipient(int code) {
    if (isAboutLogin(code)) {
      return later("authentication-required");
    }
    if (code >= 500) {
      boolean unknown = code == 550 || code == 551 || code == 553;
      return new Refused(unknown ? "mailbox-unknown" : "mailbox-refused");
    }
    return later(code >= 400 ? "postponed" : "not-understood");
  }

  private static DeliveryResult ofMessage(String command, int code) {
    if (isAboutLogin(code)) {
      return later("authentication-required");
    }
    if (code >= 500) {
      return command.startsWith("MAIL") ? later("sender-refused") : new Refused("message-refused");
    }
    return later(code >= 400 ? "postponed" : "connection-broken");
  }

  /** RFC 4954, 6: codes that a login would mend. */
  private static boolean isAboutLogin(int code) {
    return code == 530 || code == 534 || code == 535 || code == 538;
  }

  private static String ofConnection(MessagingException failure, List<Throwable> chain) {
    for (Throwable each : chain) {
      if (each instanceof SocketTimeoutException) {
        return "timed-out";
      }
      if (each instanceof UnknownHostException) {
        return "server-unknown";
      }
      if (each instanceof SSLException) {
        return "tls-failed";
      }
    }
    if (failure instanceof MailConnectException) {
      return "server-unreachable";
    }
    // The mail library has no type for it; the text is its own, not the server's.
    boolean withoutTls = String.valueOf(failure.getMessage()).startsWith("STARTTLS is required");
    return withoutTls ? "tls-not-offered" : "connection-failed";
  }

  private static DeliveryResult later(String reason) {
    return new RetryLater(reason, null);
  }

  /** All that hangs on a failure: the exception after it, and what caused it. */
  private static List<Throwable> chain(MessagingException failure) {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> seen = new HashSet<>();
    List<Throwable> open = new ArrayList<>(List.of(failure));
    while (!open.isEmpty()) {
      Throwable each = open.remove(0);
      if (!seen.add(each)) {
        continue;
      }
      chain.add(each);
      if (each instanceof MessagingException messaging && messaging.getNextException() != null) {
        open.add(messaging.getNextException());
      }
      if (each.getCause() != null) {
        open.add(each.getCause());
      }
    }
    return chain;
  }
}
