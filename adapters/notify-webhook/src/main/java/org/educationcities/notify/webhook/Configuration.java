package org.educationcities.notify.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.NotificationChannel;

/** Reads the settings of the channel with a fixed endpoint; tells all their problems at once. */
final class Configuration {
  private static final String LIMIT = " in ISO 8601, PT0.001S to PT10M; ";

  static final List<Setting> SETTINGS =
      List.of(
          Setting.required("url", "The https address of the endpoint.").asSecret(),
          Setting.required(
                  "secret",
                  "What requests are signed with: whsec_ and Base64; while one is being replaced,"
                      + " both, separated by a space.")
              .asSecret(),
          Setting.optional("connect-limit", "Time for a connection" + LIMIT + "PT5S if unset."),
          Setting.optional(
              "read-limit", "Time for each piece of the answer" + LIMIT + "PT15S if unset."),
          Setting.optional("total-limit", "Time for a whole attempt" + LIMIT + "PT30S if unset."),
          Setting.optional(
              "allow-loopback",
              "'true' allows loopback addresses, and http to them, for tests; 'false' if unset."));

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Settings settings;
  private final List<String> problems;

  Configuration(Settings settings) {
    this.settings = settings;
    this.problems = new ArrayList<>(settings.problems(SETTINGS));
  }

  /**
   * The channel these settings describe.
   *
   * @throws ConfigurationException if they do not
   */
  NotificationChannel open() {
    Optional<WebhookEndpoint> endpoint = endpoint(secrets());
    WebhookChannel.Builder builder = WebhookChannel.builder((space, recipient) -> endpoint);
    limit("connect-limit", builder::connectLimit);
    limit("read-limit", builder::readLimit);
    limit("total-limit", builder::totalLimit);
    boolean loopback = loopbackAllowed();
    if (loopback) {
      builder.allowLoopback();
    } else if (endpoint.isPresent() && !endpoint.get().isEncrypted()) {
      problems.add("Setting 'url' is not https.\nMaybe 'allow-loopback' is meant, for a test.");
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return builder.build();
  }

  private List<WebhookSecret> secrets() {
    List<WebhookSecret> secrets = new ArrayList<>();
    settings
        .get("secret")
        .ifPresent(
            text ->
                SPACES
                    .splitAsStream(text.strip())
                    .forEach(each -> read("secret", () -> secrets.add(WebhookSecret.parse(each)))));
    return secrets;
  }

  private Optional<WebhookEndpoint> endpoint(List<WebhookSecret> secrets) {
    List<WebhookEndpoint> read = new ArrayList<>();
    settings
        .get("url")
        .ifPresent(
            text -> {
              URI url;
              try {
                url = new URI(text);
              } catch (URISyntaxException e) {
                // Its own message would repeat the address.
                problems.add(
                    "Setting 'url' is no address.\nMaybe a character in it must be escaped.");
                return;
              }
              read(
                  "url",
                  () -> {
                    WebhookEndpoint.check(url);
                    // Without secrets the problem of theirs is told already.
                    if (!secrets.isEmpty()) {
                      read.add(WebhookEndpoint.of(url, secrets).namingRecipient());
                    }
                  });
            });
    return read.stream().findFirst();
  }

  private void limit(String name, Consumer<Duration> taken) {
    settings
        .get(name)
        .ifPresent(
            text -> {
              try {
                Duration limit = Duration.parse(text);
                read(name, () -> taken.accept(limit));
              } catch (DateTimeParseException e) {
                problems.add(
                    "Setting '" + name + "' is '" + text + "'.\nMaybe PT10S is meant: 10 seconds.");
              }
            });
  }

  private boolean loopbackAllowed() {
    String text = settings.get("allow-loopback").orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      problems.add("Setting 'allow-loopback' is '" + text + "'.\nMaybe 'true' is meant.");
    }
    return text.equals("true");
  }

  private void read(String name, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      problems.add("Setting '" + name + "': " + e.getMessage());
    }
  }
}
