package org.educationcities.notify.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.jspecify.annotations.Nullable;

/** The settings of a mail channel, checked. Prints the server alone. */
record MailSettings(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    PlainAddress from,
    String fromName,
    @Nullable PlainAddress replyTo,
    @Nullable URI link,
    Wordings words,
    Duration timeLimit) {

  static final List<Setting> UNDERSTOOD =
      List.of(
          Setting.required(
              "host", "The mail server that takes the mail over: its name or address."),
          Setting.optional("port", "Its port, 1 to 65535; as usual for the security if left out."),
          Setting.optional(
              "security",
              "starttls (if left out), tls, or none; with a user, none only on this machine."),
          Setting.optional("user", "Who logs in, where the server asks for it."),
          Setting.optional("password", "What the user logs in with.").asSecret(),
          Setting.required("from", "The address that mail comes from, such as city@example.org."),
          Setting.optional("from-name", "The name beside it; at most 100 characters."),
          Setting.optional("reply-to", "The address that answers go to."),
          Setting.optional("link", "Where recipients sign in: an address that begins with https."),
          Setting.optional(
              "texts", "A folder with letters_LANGUAGE.properties: own texts over the usual ones."),
          Setting.optional(
              "time-limit", "The longest that one attempt takes: PT0.1S to PT10M; else PT30S."));

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,253})|[0-9a-fA-F:]+");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]+){3}|::1");

  static MailSettings of(Settings settings) {
    return new Reading(settings).read();
  }

  /** Collects all problems before it says so. */
  private static final class Reading {
    private final Settings settings;
    private final List<String> problems;

    Reading(Settings settings) {
      this.settings = settings;
      this.problems = new ArrayList<>(settings.problems(UNDERSTOOD));
    }

    MailSettings read() {
      Security security = security();
      String host = text("host");
      if (!host.isEmpty() && !HOST.matcher(host).matches()) {
        problems.add("Setting 'host' is no name of a host: '" + host + "'.");
      }
      String user = settings.get("user").orElse(null);
      String password = settings.get("password").orElse(null);
      checkLogin(security, host, user, password);
      PlainAddress from = address("from");
      PlainAddress replyTo = address("reply-to");
      String name = text("from-name");
      if (name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
        problems.add("Setting 'from-name' has more than 100 characters, or a control character.");
      }
      int port = port(security);
      URI link = link();
      Wordings words = words();
      Duration limit = timeLimit();
      if (!problems.isEmpty() || from == null) {
        throw new ConfigurationException(problems);
      }
      return new MailSettings(
          host, port, security, user, password, from, name, replyTo, link, words, limit);
    }

    private String text(String name) {
      return settings.get(name).orElse("");
    }

    private Security security() {
      String value = text("security").toLowerCase(Locale.ROOT);
      for (Security security : Security.values()) {
        if (security.name().toLowerCase(Locale.ROOT).equals(value)) {
          return security;
        }
      }
      if (!value.isEmpty()) {
        problems.add("Setting 'security' is '" + value + "', not starttls, tls or none.");
      }
      return Security.STARTTLS;
    }

    private void checkLogin(
        Security security, String host, @Nullable String user, @Nullable String password) {
      if ((user == null) != (password == null)) {
        problems.add("Settings 'user' and 'password' are given both or not at all.");
      }
      if (user != null && security == Security.NONE && !LOOPBACK.matcher(host).matches()) {
        problems.add(
            "Setting 'security' is 'none' with a password and a host other than this machine.\n"
                + "Maybe 'starttls' is meant: a password does not go over a network in the clear.");
      }
    }

    private @Nullable PlainAddress address(String name) {
      Optional<String> value = settings.get(name);
      Optional<PlainAddress> address = value.flatMap(PlainAddress::of);
      if (value.isPresent() && address.isEmpty()) {
        problems.add("Setting '" + name + "' is no plain address: '" + value.get() + "'.");
      }
      return address.orElse(null);
    }

    private int port(Security security) {
      Optional<String> value = settings.get("port");
      if (value.isEmpty()) {
        return security.port();
      }
      if (value.get().matches("[0-9]{1,5}")) {
        int port = Integer.parseInt(value.get());
        if (port >= 1 && port <= 65535) {
          return port;
        }
      }
      problems.add("Setting 'port' is '" + value.get() + "', not 1 to 65535.");
      return security.port();
    }

    private @Nullable URI link() {
      Optional<String> value = settings.get("link");
      if (value.isEmpty()) {
        return null;
      }
      try {
        URI link = new URI(value.get());
        if ("https".equals(link.getScheme()) && link.getHost() != null) {
          return new URI(link.toASCIIString());
        }
      } catch (URISyntaxException e) {
        // Told below, as any other that is no such link.
      }
      problems.add("Setting 'link' does not begin with https and a host: '" + value.get() + "'.");
      return null;
    }

    private Wordings words() {
      Optional<String> folder = settings.get("texts");
      try {
        return folder.isEmpty()
            ? Wordings.standard()
            : Wordings.with(Path.of(folder.get()), problems);
      } catch (InvalidPathException e) {
        problems.add("Setting 'texts' is no path: '" + folder.orElse("") + "'.");
        return Wordings.standard();
      }
    }

    private Duration timeLimit() {
      Duration usual = Duration.ofSeconds(30);
      String value = settings.get("time-limit").orElse(usual.toString());
      try {
        Duration limit = Duration.parse(value);
        if (limit.toMillis() >= 100 && limit.compareTo(Duration.ofMinutes(10)) <= 0) {
          return limit;
        }
      } catch (DateTimeParseException | ArithmeticException e) {
        // Told below, as any other that is no such duration.
      }
      problems.add("Setting 'time-limit' is '" + value + "', not PT0.1S to PT10M.");
      return usual;
    }
  }

  /** The server only: the rest is secret or personal. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", " + security + "]";
  }
}
