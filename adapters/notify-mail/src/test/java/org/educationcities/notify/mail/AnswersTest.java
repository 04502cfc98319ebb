package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each code of a mail server means for a message. */
class AnswersTest {
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  static final Message MESSAGE =
      new Message(
          "m-1",
          Space.DEFAULT,
          "guardian-17",
          "waitlist.offered",
          Locale.ENGLISH,
          Instant.EPOCH,
          Map.of("collaboration", "c-1"));

  private DeliveryResult answer(Map<String, String> answers) throws Exception {
    return answer(answers, (space, recipient) -> Optional.of(Mailbox.of("kim@reader.example")));
  }

  private DeliveryResult answer(Map<String, String> answers, AddressBook book) throws Exception {
    try (TestServer server = server(answers);
        NotificationChannel channel =
            new MailPlugin(book)
                .channels()
                .get(0)
                .open(MailFarSide.settings(server.port(), Duration.ofSeconds(20)))) {
      return channel.deliver(MESSAGE);
    }
  }

  private TestServer server(Map<String, String> answers) throws IOException {
    return new TestServer(socket -> new Conversation(answers, heard, null).with(socket));
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 450 later,          later, postponed",
    "RCPT, 451 greylisted,     later, postponed",
    "RCPT, 452 full,           later, postponed",
    "RCPT, 550 unknown,        never, mailbox-unknown",
    "RCPT, 551 moved,          never, mailbox-unknown",
    "RCPT, 553 no such name,   never, mailbox-unknown",
    "RCPT, 552 full for good,  never, mailbox-refused",
    "RCPT, 554 no,             never, mailbox-refused",
    "RCPT, 530 log in first,   later, authentication-required",
    "RCPT, 421 closing,        later, postponed",
    "RCPT, what,               later, not-understood",
    "MAIL, 550 not you,        later, sender-refused",
    "MAIL, 553 not you,        later, sender-refused",
    "MAIL, 452 no room,        later, postponed",
    "MAIL, 530 log in first,   later, authentication-required",
    "DATA, 554 no,             never, message-refused",
    "DATA, 451 later,          later, postponed",
    "., 554 looks like spam,   never, message-refused",
    "., 552 too large,         never, message-refused",
    "., 451 later,             later, postponed",
    "., '',                    later, connection-broken",
    "AUTH, 535 wrong,          later, authentication-failed",
    "AUTH, 454 later,          later, authentication-failed",
    "CONNECT, 554 not here,    later, connection-failed",
    "CONNECT, 421 too busy,    later, connection-failed",
    "CONNECT, '',              later, connection-failed",
    "EHLO, '',                 later, connection-failed",
    "RCPT, '',                 later, not-understood"
  })
  void eachCodeHasItsAnswer(String verb, String says, String when, String reason) throws Exception {
    DeliveryResult expected =
        when.equals("later") ? new RetryLater(reason, null) : new Refused(reason);

    assertThat(answer(Map.of(verb, says))).isEqualTo(expected);
  }

  @Test
  void whatWasTakenIsAcceptedWhateverTheFarewell() throws Exception {
    assertThat(answer(Map.of("QUIT", "500 never heard of it"))).isEqualTo(new Accepted());
    assertThat(answer(Map.of("QUIT", ""))).isEqualTo(new Accepted());
  }

  @Test
  void oneRecipientIsNamedOnceAndThisMachineNever() throws Exception {
    assertThat(answer(Map.of())).isEqualTo(new Accepted());
    assertThat(heard)
        .filteredOn(line -> line.startsWith("RCPT"))
        .containsExactly("RCPT TO:<kim@reader.example>");
    assertThat(heard)
        .filteredOn(line -> line.startsWith("MAIL"))
        .containsExactly("MAIL FROM:<city@sender.example>");
    assertThat(heard)
        .filteredOn(line -> line.startsWith("EHLO"))
        .containsExactly("EHLO sender.example");
  }

  @Test
  void aLoginThatIsNotOfferedIsNotDoneWithout() throws Exception {
    assertThat(answer(Map.of("EHLO", "250 nothing")))
        .isEqualTo(new RetryLater("authentication-not-offered", null));
    assertThat(heard).noneMatch(line -> line.startsWith("MAIL"));
  }

  @Test
  void addressesAreCheckedBeforeAnythingIsSaid() throws Exception {
    AddressBook forged =
        (space, recipient) -> Optional.of(Mailbox.of("a@b.example\r\nBcc: c@d.example"));
    assertThat(answer(Map.of(), forged)).isEqualTo(new Refused("address-invalid"));
    AddressBook empty = (space, recipient) -> Optional.empty();
    assertThat(answer(Map.of(), empty)).isEqualTo(new Refused("recipient-unknown"));
    assertThat(heard).isEmpty();
  }

  @Test
  void anAddressBookThatFailsIsAskedAgainLater() throws Exception {
    AddressBook broken =
        (space, recipient) -> {
          throw new IllegalStateException("kim@reader.example");
        };
    assertThat(answer(Map.of(), broken)).isEqualTo(new RetryLater("address-book-failed", null));
  }

  @Test
  void aHostThatThereIsNotIsTriedAgain() throws Exception {
    Map<String, String> values =
        new HashMap<>(Map.of("host", "nowhere.invalid", "from", "a@b.example"));
    try (NotificationChannel channel =
        new MailPlugin((space, recipient) -> Optional.of(Mailbox.of("kim@reader.example")))
            .channels()
            .get(0)
            .open(Settings.of(values))) {
      assertThat(channel.deliver(MESSAGE)).isInstanceOf(RetryLater.class);
    }
  }
}
