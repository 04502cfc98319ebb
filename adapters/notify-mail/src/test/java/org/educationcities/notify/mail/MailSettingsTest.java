package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Settings;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

  private static Map<String, String> with(String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    values.put("host", "mail.example.org");
    values.put("from", "city@example.org");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }

  private static MailSettings read(Map<String, String> values) {
    return MailSettings.of(Settings.of(values));
  }

  private static List<String> problems(String... namesAndValues) {
    ConfigurationException refused =
        catchThrowableOfType(
            ConfigurationException.class, () -> read(with(namesAndValues)).toString());
    return refused == null ? List.of() : refused.problems();
  }

  @Test
  void needsHostAndSenderAloneAndRequiresTls() {
    MailSettings settings = read(with());

    assertThat(settings.security()).isEqualTo(Security.STARTTLS);
    assertThat(settings.port()).isEqualTo(587);
    assertThat(settings.timeLimit()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void takesThePortThatIsUsualForTheSecurity() {
    assertThat(read(with("security", "tls")).port()).isEqualTo(465);
    assertThat(read(with("security", "none")).port()).isEqualTo(25);
    assertThat(read(with("security", "none", "port", "2525")).port()).isEqualTo(2525);
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThat(
            problems(
                "host", "two words",
                "port", "65536",
                "security", "maybe",
                "user", "mailer",
                "from", "nobody",
                "from-name", "a\nb",
                "reply-to", "a@b, c@d",
                "link", "http://school.example/",
                "texts", "no-such-folder",
                "time-limit", "soon",
                "pasword", "x"))
        .hasSize(11);
  }

  @Test
  void keepsPasswordsOffTheNetworkInTheClear() {
    assertThat(problems("security", "none", "user", "u", "password", "p"))
        .singleElement()
        .asString()
        .contains("starttls");
    assertThat(problems("security", "none", "user", "u", "password", "p", "host", "127.0.0.1"))
        .isEmpty();
    assertThat(problems("security", "none", "user", "u", "password", "p", "host", "127.evil.org"))
        .hasSize(1);
    assertThat(problems("security", "none")).isEmpty();
  }

  @Test
  void linksAreOfHttpsWithAHost() {
    for (String bad :
        List.of("", "javascript:alert(1)", "https:", "https:///x", "//x", "https://a b")) {
      assertThat(problems("link", bad)).as(bad).hasSize(1);
    }
    assertThat(problems("link", "https://school.example")).isEmpty();
  }

  @Test
  void limitsAreFromATenthOfASecondToTenMinutes() {
    for (String bad : List.of("PT0.09S", "PT10M1S", "PT-1S", "P999999999D", "30")) {
      assertThat(problems("time-limit", bad)).as(bad).hasSize(1);
    }
    assertThat(problems("time-limit", "PT0.1S")).isEmpty();
    assertThat(problems("time-limit", "PT10M")).isEmpty();
  }

  @Test
  void printsTheServerAlone() {
    MailSettings settings = read(with("user", "mailer", "password", "petrel"));
    assertThat(settings.toString()).doesNotContain("mailer", "petrel", "city@");
  }

  @Test
  void withoutAnAddressBookItSaysHowToGiveOne() {
    ConfigurationException refused =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                new MailPlugin().channels().get(0).open(Settings.of(Map.of("host", "h"))).close());

    assertThat(refused.problems())
        .anyMatch(problem -> problem.contains("'from'"))
        .anyMatch(problem -> problem.contains("new MailPlugin(addressBook)"));
  }
}
