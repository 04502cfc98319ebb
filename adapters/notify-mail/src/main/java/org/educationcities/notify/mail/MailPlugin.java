package org.educationcities.notify.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.NotificationChannel;
import org.jspecify.annotations.Nullable;

/**
 * Offers the channel {@code mail}. Its settings are {@code host}, {@code port}, {@code security},
 * {@code user}, {@code password}, {@code from}, {@code from-name}, {@code reply-to}, {@code link}
 * and {@code time-limit}; each says in its description what it takes.
 *
 * <p>The host gives its {@link AddressBook} by hand, or provides one to {@link ServiceLoader}:
 *
 * <pre>{@code
 * EducationCities.builder().plugins(new MailPlugin(addressBook))
 * }</pre>
 *
 * <p>A mail says in English, Hebrew or Arabic that something happened and where to read more, as
 * plain text and as HTML. Nothing of the message's parameters is in it, no image, no link but the
 * host's own. The channel opens one connection a message and keeps none.
 */
public final class MailPlugin implements Plugin {
  private final @Nullable AddressBook addresses;
  private final @Nullable SSLContext trust;

  /** A plugin that asks {@link ServiceLoader} for the address book when a channel is opened. */
  public MailPlugin() {
    this.addresses = null;
    this.trust = null;
  }

  /** A plugin with the host's address book; servers are trusted as the JVM trusts them. */
  public MailPlugin(AddressBook addresses) {
    this.addresses = Objects.requireNonNull(addresses, "addresses");
    this.trust = null;
  }

  /**
   * A plugin with the host's address book, for a server whose certificate the JVM does not trust by
   * itself.
   *
   * @param trust decides which certificates are trusted, with security {@code starttls} only
   */
  public MailPlugin(AddressBook addresses, SSLContext trust) {
    this.addresses = Objects.requireNonNull(addresses, "addresses");
    this.trust = Objects.requireNonNull(trust, "trust");
  }

  @Override
  public SpiVersion spiVersion() {
    return SpiVersion.V1;
  }

  @Override
  public List<ChannelFactory> channels() {
    return List.of(new Factory());
  }

  private final class Factory implements ChannelFactory {
    @Override
    public String name() {
      return "mail";
    }

    @Override
    public List<Setting> settings() {
      return MailSettings.UNDERSTOOD;
    }

    @Override
    public NotificationChannel open(Settings settings) {
      List<String> problems = new ArrayList<>();
      MailSettings checked = null;
      AddressBook book = null;
      try {
        checked = MailSettings.of(settings);
      } catch (ConfigurationException e) {
        problems.addAll(e.problems());
      }
      try {
        book = addresses == null ? provided() : addresses;
      } catch (ConfigurationException e) {
        problems.addAll(e.problems());
      }
      if (checked != null && checked.security() == Security.TLS && trust != null) {
        problems.add(
            "Setting 'security' is 'tls', which trusts what the JVM trusts.\n"
                + "Maybe 'starttls' is meant, or the plugin needs no trust of its own.");
      }
      if (checked == null || book == null || !problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      return new MailChannel(checked, book, trust);
    }
  }

  private static AddressBook provided() {
    Map<String, AddressBook> found = new LinkedHashMap<>();
    try {
      // Either the host's own loader or, where that is none of its threads', ours.
      for (ServiceLoader<AddressBook> loader :
          List.of(
              ServiceLoader.load(AddressBook.class),
              ServiceLoader.load(AddressBook.class, MailPlugin.class.getClassLoader()))) {
        loader.forEach(book -> found.putIfAbsent(book.getClass().getName(), book));
      }
    } catch (ServiceConfigurationError e) {
      throw new ConfigurationException(
          List.of("An address book cannot be loaded.\nMaybe its jar is incomplete."), e);
    }
    Set<String> names = found.keySet();
    if (found.size() != 1) {
      throw new ConfigurationException(
          List.of(
              "Exactly one "
                  + AddressBook.class.getName()
                  + " is needed, but these were found: "
                  + names
                  + ".\nMaybe give one by hand: new MailPlugin(addressBook)."));
    }
    return found.values().iterator().next();
  }
}
