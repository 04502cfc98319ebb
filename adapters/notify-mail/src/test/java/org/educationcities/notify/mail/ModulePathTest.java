package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.spi.Settings;
import org.junit.jupiter.api.Test;

/** Found and sending on the module path, where the mail library looks things up differently. */
class ModulePathTest {
  private static final String MODULE = "org.educationcities.notify.mail";
  private static final String SPI = "org.educationcities.spi.";

  private final ModuleLayer layer = layer();
  private final ClassLoader loader = layer.findLoader(MODULE);

  private static ModuleLayer layer() {
    Path[] path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(
                entry ->
                    Stream.of(
                                "angus-mail",
                                "angus-activation",
                                "jakarta.mail-api",
                                "jakarta.activation-api",
                                "education-cities-spi")
                            .anyMatch(entry::contains)
                        || entry.endsWith(Path.of("spi", "target", "classes").toString())
                        || entry.endsWith(Path.of("notify-mail", "target", "classes").toString()))
            .map(Path::of)
            .toArray(Path[]::new);
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolveAndBind(ModuleFinder.of(path), ModuleFinder.of(), Set.of(MODULE));
    return ModuleLayer.boot()
        .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  @Test
  void isFoundThere() throws Exception {
    List<?> found =
        ServiceLoader.load(layer, type(SPI + "Plugin")).stream().map(each -> each.get()).toList();

    assertThat(found)
        .singleElement()
        .satisfies(plugin -> assertThat(plugin.getClass().getModule().getName()).isEqualTo(MODULE));
  }

  @Test
  void sendsThere() throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (TestServer server =
        new TestServer(socket -> new Conversation(Map.of(), heard, null).with(socket))) {
      Object result =
          type(SPI + "notification.NotificationChannel")
              .getMethod("deliver", type(SPI + "notification.Message"))
              .invoke(channel(server.port()), message());

      assertThat(result.toString()).isEqualTo("Accepted[]");
      assertThat(heard).contains("RCPT TO:<kim@reader.example>", "Content-Language: ar");
    }
  }

  private Object channel(int port) throws Exception {
    Settings given = MailFarSide.settings(port, Duration.ofSeconds(20));
    Map<String, String> values = new HashMap<>();
    given.names().forEach(name -> values.put(name, given.require(name)));
    Class<?> book = type(MODULE + ".AddressBook");
    Object addresses =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {book},
            (proxy, method, arguments) ->
                Optional.of(
                    type(MODULE + ".Mailbox")
                        .getMethod("of", String.class)
                        .invoke(null, "kim@reader.example")));
    Object plugin = type(MODULE + ".MailPlugin").getConstructor(book).newInstance(addresses);
    List<?> factories = (List<?>) type(SPI + "Plugin").getMethod("channels").invoke(plugin);
    Object settings = type(SPI + "Settings").getMethod("of", Map.class).invoke(null, values);
    return type(SPI + "notification.ChannelFactory")
        .getMethod("open", type(SPI + "Settings"))
        .invoke(factories.get(0), settings);
  }

  private Object message() throws Exception {
    return type(SPI + "notification.Message")
        .getConstructor(
            String.class,
            type(SPI + "Space"),
            String.class,
            String.class,
            Locale.class,
            Instant.class,
            Map.class)
        .newInstance(
            "m-1",
            type(SPI + "Space").getConstructor(String.class).newInstance("hadera"),
            "guardian-17",
            "waitlist.offered",
            Locale.forLanguageTag("ar"),
            Instant.EPOCH,
            Map.of());
  }
}
