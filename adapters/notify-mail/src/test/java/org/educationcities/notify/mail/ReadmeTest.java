package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;

/** What the README of this module shows is what runs. */
class ReadmeTest {
  private static final Path MODULE =
      Path.of(System.getProperty("project.root"), "adapters", "notify-mail");

  // README: begin
  static NotificationChannel mail(
      Map<String, String> addressByRecipient, Map<String, String> settings) {
    AddressBook addresses =
        (space, recipient) ->
            Optional.ofNullable(addressByRecipient.get(recipient)).map(Mailbox::of);
    return new MailPlugin(addresses).channels().get(0).open(Settings.of(settings));
  }

  // README: end

  @Test
  void theSampleSends() throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Map<String, String> settings = new HashMap<>();
    settings.put("host", "127.0.0.1");
    settings.put("security", "none");
    settings.put("from", "city@sender.example");
    try (TestServer server =
        new TestServer(socket -> new Conversation(Map.of(), heard, null).with(socket))) {
      settings.put("port", Integer.toString(server.port()));
      try (NotificationChannel known = mail(Map.of("guardian-17", "k@reader.example"), settings);
          NotificationChannel empty = mail(Map.of(), settings)) {
        assertThat(known.deliver(AnswersTest.MESSAGE)).isEqualTo(new Accepted());
        assertThat(empty.deliver(AnswersTest.MESSAGE)).isEqualTo(new Refused("recipient-unknown"));
      }
    }
    assertThat(heard).contains("RCPT TO:<k@reader.example>");
  }

  @Test
  void theSampleIsWhatTheReadmeShows() throws Exception {
    String source =
        Files.readString(
            MODULE.resolve("src/test/java/org/educationcities/notify/mail/ReadmeTest.java"));
    String begin = "// README: begin\n";
    String shown =
        source.substring(
            source.indexOf(begin) + begin.length(), source.indexOf("  // README: end"));
    assertThat(Files.readString(MODULE.resolve("README.md")))
        .contains(shown.stripTrailing().stripIndent());
  }

  @Test
  void everySettingAndEveryWarningIsToldOf() throws Exception {
    String readme = Files.readString(MODULE.resolve("README.md"));
    assertThat(MailSettings.UNDERSTOOD)
        .extracting(Setting::name)
        .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    assertThat(MailChannel.TO_MEND)
        .allSatisfy(reason -> assertThat(readme).contains("`" + reason + "`"));
  }
}
