package org.educationcities.notify.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One mail as it goes out: the same bytes for every attempt at the same message. Its {@code
 * Message-ID} is derived from space and id, so that receivers drop repeats by it; its {@code Date}
 * is when what it tells happened.
 */
final class Envelope extends MimeMessage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final String messageId;

  Envelope(
      Session session,
      MailSettings settings,
      org.educationcities.spi.notification.Message message,
      PlainAddress to,
      Letter letter)
      throws MessagingException {
    super(session);
    String digest = digest(message.space().id() + '\0' + message.id());
    messageId = "<" + digest + "@" + settings.from().domain() + ">";
    setFrom(sender(settings));
    PlainAddress replyTo = settings.replyTo();
    if (replyTo != null) {
      setReplyTo(new InternetAddress[] {new InternetAddress(replyTo.value(), true)});
    }
    setRecipient(Message.RecipientType.TO, new InternetAddress(to.value(), true));
    setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    setHeader("Date", DATE.format(within(message.occurredAt())));
    // RFC 3834: no machine answers it.
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("Content-Language", letter.language());
    Alternatives both = new Alternatives("=_" + digest);
    both.addBodyPart(part(letter.text(), "plain"));
    both.addBodyPart(part(letter.html(), "html"));
    setDataHandler(new Written(both));
    saveChanges();
  }

  private static InternetAddress sender(MailSettings settings) throws MessagingException {
    InternetAddress from = new InternetAddress(settings.from().value(), true);
    if (!settings.fromName().isEmpty()) {
      try {
        from.setPersonal(settings.fromName(), StandardCharsets.UTF_8.name());
      } catch (UnsupportedEncodingException e) {
        throw new AssertionError("Every JVM has UTF-8.", e);
      }
    }
    return from;
  }

  /** A year of four digits, as RFC 5322 has it. */
  private static Instant within(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return FIRST;
    }
    return instant.isAfter(LAST) ? LAST : instant;
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JVM has SHA-256.", e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    String type = "text/" + subtype + "; charset=UTF-8";
    byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  /** Two forms of one text, between lines that are the same for every attempt. */
  private static final class Alternatives extends MimeMultipart {
    Alternatives(String boundary) {
      ParameterList parameters = new ParameterList();
      parameters.set("boundary", boundary);
      contentType = new ContentType("multipart", "alternative", parameters).toString();
    }
  }

  /**
   * Lets a multipart write itself. A plain handler would look for a writer of its type by the class
   * loader of the thread, and fail in hosts that have many.
   */
  private static final class Written extends DataHandler {
    private final MimeMultipart content;

    Written(MimeMultipart content) {
      super(content, content.getContentType());
      this.content = content;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      try {
        content.writeTo(out);
      } catch (MessagingException e) {
        throw new IOException(e);
      }
    }
  }
}
