package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.Message;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private final Session session = Session.getInstance(new Properties());

  private static Message message(String space, String id, Instant when) {
    return new Message(
        id,
        new Space(space),
        "guardian-17",
        "waitlist.offered",
        Locale.forLanguageTag("he"),
        when,
        Map.of("subject", "cormorant-77", "opportunity", "stage"));
  }

  private byte[] written(Message message, Map<String, String> more) throws Exception {
    Map<String, String> values = new HashMap<>(more);
    values.put("host", "mail.example.org");
    values.put("from", "city@sender.example");
    MailSettings settings = MailSettings.of(Settings.of(values));
    Letters letters = new Letters(settings.words(), settings.fromName(), settings.link());
    PlainAddress to = PlainAddress.of("kim@reader.example").orElseThrow();
    Envelope envelope =
        new Envelope(session, settings, message, to, letters.of(message.kind(), message.locale()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    envelope.writeTo(out);
    return out.toByteArray();
  }

  private MimeMessage read(byte[] bytes) throws Exception {
    return new MimeMessage(session, new ByteArrayInputStream(bytes));
  }

  @Test
  void isTheSameByteForByteOnEveryAttempt() throws Exception {
    Message message = message("hadera", "m-1", Instant.parse("2026-11-25T08:00:00Z"));
    assertThat(written(message, Map.of())).isEqualTo(written(message, Map.of()));
  }

  @Test
  void holdsBothFormsInTheLanguageOfItsReader() throws Exception {
    MimeMessage mail = read(written(message("hadera", "m-1", Instant.EPOCH), Map.of()));
    MimeMultipart both = (MimeMultipart) mail.getContent();

    assertThat(both.getContentType()).startsWith("multipart/alternative");
    assertThat(both.getCount()).isEqualTo(2);
    BodyPart plain = both.getBodyPart(0);
    BodyPart page = both.getBodyPart(1);
    assertThat(plain.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(page.getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat((String) plain.getContent()).contains("התפנה מקום");
    assertThat((String) page.getContent()).contains("<html lang=\"he\" dir=\"rtl\">", "התפנה מקום");
    assertThat(mail.getHeader("Content-Language")).containsExactly("he");
    assertThat(mail.getSubject()).isEqualTo("עיר החינוך שלכם מחכה לתשובה");
  }

  @Test
  void saysThatAMachineWroteItAndNamesNoOther() throws Exception {
    MimeMessage mail =
        read(
            written(
                message("hadera", "m-1", Instant.parse("2026-11-25T08:00:00Z")),
                Map.of("reply-to", "office@school.example", "from-name", "עיר חינוך <x>")));

    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Date")).containsExactly("Wed, 25 Nov 2026 08:00:00 +0000");
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("kim@reader.example"));
    assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("office@school.example"));
    InternetAddress from = (InternetAddress) mail.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("city@sender.example");
    assertThat(from.getPersonal()).isEqualTo("עיר חינוך <x>");
    assertThat(Collections.list(mail.getAllHeaders()))
        .extracting(header -> header.getName())
        .containsExactlyInAnyOrder(
            "From",
            "Reply-To",
            "To",
            "Message-ID",
            "Subject",
            "Date",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type");
  }

  @Test
  void holdsNothingOfTheMessageItself() throws Exception {
    byte[] bytes = written(message("hadera", "robin-1", Instant.EPOCH), Map.of());
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .doesNotContain("cormorant-77", "stage", "guardian-17", "robin-1", "hadera");
  }

  @Test
  void linesAreOfALengthThatEveryServerTakes() throws Exception {
    Map<String, String> long_ =
        Map.of("from-name", "ש".repeat(100), "link", "https://x.example/" + "y".repeat(2000));
    byte[] bytes = written(message("hadera", "m-1", Instant.EPOCH), long_);
    List<String> lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    assertThat(lines).allMatch(line -> line.length() <= 78);
  }

  @Test
  void itsIdIsThatOfTheMessageInItsSpace() throws Exception {
    String id = read(written(message("hadera", "m-1", Instant.EPOCH), Map.of())).getMessageID();

    assertThat(id).matches("<[0-9a-f]{32}@sender\\.example>");
    assertThat(read(written(message("hadera", "m-2", Instant.EPOCH), Map.of())).getMessageID())
        .isNotEqualTo(id);
    assertThat(read(written(message("arad", "m-1", Instant.EPOCH), Map.of())).getMessageID())
        .isNotEqualTo(id);
  }

  @Test
  void datesAreOfYearsThatMailKnows() throws Exception {
    assertThat(read(written(message("a", "m", Instant.MIN), Map.of())).getHeader("Date"))
        .containsExactly("Thu, 1 Jan 1970 00:00:00 +0000");
    assertThat(read(written(message("a", "m", Instant.MAX), Map.of())).getHeader("Date"))
        .containsExactly("Fri, 31 Dec 9999 23:59:59 +0000");
  }
}
