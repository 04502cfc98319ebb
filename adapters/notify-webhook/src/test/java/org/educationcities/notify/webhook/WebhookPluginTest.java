package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;

class WebhookPluginTest extends WithReceiver {
  private final ChannelFactory factory = new WebhookPlugin().channels().get(0);

  private static Settings settings(String... namesAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Settings.of(values);
  }

  private List<String> problems(String... namesAndValues) {
    try (NotificationChannel opened = factory.open(settings(namesAndValues))) {
      throw new AssertionError("Opened: " + opened);
    } catch (ConfigurationException e) {
      return e.problems();
    }
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Plugin.class))
        .filteredOn(WebhookPlugin.class::isInstance)
        .singleElement()
        .satisfies(
            plugin ->
                assertThat(plugin.channels())
                    .extracting(ChannelFactory::name)
                    .containsExactly("webhook"));
  }

  @Test
  void declaresWhatIsSecret() {
    assertThat(factory.settings())
        .filteredOn(Setting::secret)
        .extracting(Setting::name)
        .containsExactlyInAnyOrder("url", "secret");
    assertThat(factory.settings())
        .filteredOn(Setting::required)
        .extracting(Setting::name)
        .containsExactlyInAnyOrder("url", "secret");
  }

  @Test
  void deliversToItsEndpointAndNamesTheRecipient() throws Exception {
    try (NotificationChannel channel =
        factory.open(
            settings(
                "url", url("/inbox").toString(),
                "secret", SECRET.text(),
                "connect-limit", "PT10S",
                "read-limit", "PT10S",
                "total-limit", "PT20S",
                "allow-loopback", "true"))) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
    }

    assertThat(received.get(0).text()).contains("\"recipient\":\"guardian-17\"");
  }

  @Test
  void signsWithEverySecretThatIsGiven() throws Exception {
    WebhookSecret next = WebhookSecret.generate(new java.security.SecureRandom());
    try (NotificationChannel channel =
        factory.open(
            settings(
                "url",
                url("/inbox").toString(),
                "secret",
                " " + next.text() + "  " + SECRET.text() + " ",
                "allow-loopback",
                "true"))) {
      channel.deliver(message("m-1"));
    }

    assertThat(received.get(0).header("webhook-signature").split(" ", -1)).hasSize(2);
  }

  @Test
  void allowsNoLoopbackUnlessTold() throws Exception {
    try (NotificationChannel channel =
        factory.open(settings("url", "https://127.0.0.1/", "secret", SECRET.text()))) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Refused("address-not-public"));
    }
  }

  @Test
  void tellsAllProblemsAtOnceAndNoSecret() {
    List<String> problems =
        problems(
            "url", "http://user:t0k3n@example.org/",
            "secret", "whsec_t0k3n",
            "total-limit", "10 seconds",
            "read-limit", "PT1H",
            "allow-loopback", "yes",
            "colour", "red");

    assertThat(String.join("\n", problems)).doesNotContain("t0k3n", "example.org");
    assertThat(problems)
        .anyMatch(each -> each.contains("'colour'"))
        .anyMatch(each -> each.contains("'secret'"))
        .anyMatch(each -> each.contains("'url'"))
        .anyMatch(each -> each.contains("'total-limit'"))
        .anyMatch(each -> each.contains("'read-limit'"))
        .anyMatch(each -> each.contains("'allow-loopback'"))
        .hasSize(6);
  }

  @Test
  void tellsWhatIsMissing() {
    assertThat(problems()).hasSize(2);
  }

  @Test
  void takesNoUnencryptedEndpoint() {
    assertThat(problems("url", "http://127.0.0.1/?t0k3n", "secret", SECRET.text()))
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains("not https").doesNotContain("t0k3n"));
  }

  @Test
  void takesNoUrlThatIsNone() {
    assertThat(problems("url", "https://exa mple/t0k3n", "secret", SECRET.text()))
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains("'url'").doesNotContain("t0k3n"));
  }

  @Test
  void printsNothingOfItsSettings() {
    try (NotificationChannel channel =
        factory.open(settings("url", "https://example.org/", "secret", SECRET.text()))) {
      assertThat(channel).hasToString("WebhookChannel[…]");
    }
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> factory.open(Settings.none()));
  }
}
