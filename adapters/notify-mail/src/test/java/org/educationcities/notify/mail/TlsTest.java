package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.educationcities.spi.notification.NotificationChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is said in the clear, and to nobody else. */
class TlsTest {
  private static final AddressBook BOOK =
      (space, recipient) -> Optional.of(Mailbox.of("kim@reader.example"));
  private static final Map<String, String> OFFERED =
      Map.of("EHLO", "250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN", "STARTTLS", "220 go on");

  private static SSLContext localhost;
  private static SSLContext elsewhere;

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    localhost = TestCertificates.forHost(folder, "localhost");
    elsewhere = TestCertificates.forHost(folder, "elsewhere.example");
  }

  private static Settings settings(int port, String security) {
    Map<String, String> values = new HashMap<>();
    MailFarSide.settings(port, java.time.Duration.ofSeconds(20))
        .names()
        .forEach(
            name ->
                values.put(
                    name,
                    MailFarSide.settings(port, java.time.Duration.ofSeconds(20)).require(name)));
    values.put("host", "localhost");
    values.put("security", security);
    return Settings.of(values);
  }

  private DeliveryResult overStartTls(
      Map<String, String> answers, @Nullable SSLContext server, MailPlugin plugin)
      throws Exception {
    try (TestServer listening =
            new TestServer(socket -> new Conversation(answers, heard, server).with(socket));
        NotificationChannel channel =
            plugin.channels().get(0).open(settings(listening.port(), "starttls"))) {
      return channel.deliver(AnswersTest.MESSAGE);
    }
  }

  private void assertNothingTold() {
    assertThat(heard)
        .allMatch(
            line ->
                line.startsWith("EHLO") || line.startsWith("STARTTLS") || line.startsWith("QUIT"));
  }

  @Test
  void allButTheGreetingIsSaidUnderTls() throws Exception {
    DeliveryResult result = overStartTls(OFFERED, localhost, new MailPlugin(BOOK, localhost));

    assertThat(result).isEqualTo(new Accepted());
    assertThat(heard.subList(0, 2)).containsExactly("EHLO sender.example", "STARTTLS");
    assertThat(heard.get(2)).startsWith("EHLO");
    assertThat(heard.get(3)).startsWith("AUTH PLAIN");
  }

  @Test
  void whereTlsIsNotOfferedNothingIsSaid() throws Exception {
    DeliveryResult result = overStartTls(Map.of(), localhost, new MailPlugin(BOOK, localhost));

    assertThat(result).isEqualTo(new RetryLater("tls-not-offered", null));
    assertNothingTold();
  }

  @Test
  void whereTlsIsOfferedButRefusedNothingIsSaid() throws Exception {
    Map<String, String> refusing = new HashMap<>(OFFERED);
    refusing.put("STARTTLS", "454 not now");
    DeliveryResult result = overStartTls(refusing, null, new MailPlugin(BOOK, localhost));

    assertThat(result).isInstanceOf(RetryLater.class);
    assertNothingTold();
  }

  @Test
  void aCertificateOfAnotherHostIsNotTrusted() throws Exception {
    DeliveryResult result = overStartTls(OFFERED, elsewhere, new MailPlugin(BOOK, elsewhere));

    assertThat(result).isEqualTo(new RetryLater("tls-failed", null));
    assertNothingTold();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
    DeliveryResult result = overStartTls(OFFERED, localhost, new MailPlugin(BOOK));

    assertThat(result).isEqualTo(new RetryLater("tls-failed", null));
    assertNothingTold();
  }

  @Test
  void tlsFromTheFirstByteTrustsWhatTheJvmTrusts() throws Exception {
    SSLContext before = SSLContext.getDefault();
    try (TestServer listening =
        new TestServer(
            socket -> {
              SSLSocket secured =
                  (SSLSocket)
                      localhost
                          .getSocketFactory()
                          .createSocket(socket, "localhost", socket.getPort(), true);
              secured.setUseClientMode(false);
              new Conversation(Map.of(), heard, null).with(secured);
            })) {
      MailPlugin plugin = new MailPlugin(BOOK);
      try (NotificationChannel channel =
          plugin.channels().get(0).open(settings(listening.port(), "tls"))) {
        assertThat(channel.deliver(AnswersTest.MESSAGE))
            .isEqualTo(new RetryLater("tls-failed", null));
        assertThat(heard).isEmpty();
        SSLContext.setDefault(localhost);
        assertThat(channel.deliver(AnswersTest.MESSAGE)).isEqualTo(new Accepted());
      } finally {
        SSLContext.setDefault(before);
      }
    }
  }

  @Test
  void aTrustOfItsOwnIsForStartTlsAlone() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                new MailPlugin(BOOK, localhost).channels().get(0).open(settings(9, "tls")).close())
        .withMessageContaining("starttls");
  }
}
