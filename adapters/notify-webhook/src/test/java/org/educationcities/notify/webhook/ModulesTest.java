package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On the module path, and the verifier without anything beside the JDK. */
class ModulesTest {
  private static final String MODULE = "org.educationcities.notify.webhook";

  private static Path[] published() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(
            each ->
                each.contains("httpcore5")
                    || each.contains("education-cities-spi")
                    || each.endsWith(Path.of("spi", "target", "classes").toString())
                    || Path.of(each).equals(Path.of(ownClasses())))
        .map(Path::of)
        .toArray(Path[]::new);
  }

  private static URI ownClasses() {
    return URI.create(
        WebhookVerifier.class.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  @Test
  void isFoundOnTheModulePath() throws Exception {
    ModuleFinder finder = ModuleFinder.of(published());
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolveAndBind(finder, ModuleFinder.of(), Set.of(MODULE));
    ModuleLayer layer =
        ModuleLayer.boot()
            .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());

    Class<?> plugin = layer.findLoader(MODULE).loadClass("org.educationcities.spi.Plugin");
    List<?> found = ServiceLoader.load(layer, plugin).stream().map(each -> each.get()).toList();

    assertThat(found).hasSize(1);
    Object only = found.get(0);
    assertThat(only.getClass().getModule().getName()).isEqualTo(MODULE);
    assertThat(only.getClass().getModule().isNamed()).isTrue();
    List<?> channels = (List<?>) plugin.getMethod("channels").invoke(only);
    assertThat(
            layer
                .findLoader(MODULE)
                .loadClass("org.educationcities.spi.notification.ChannelFactory")
                .getMethod("name")
                .invoke(channels.get(0)))
        .isEqualTo("webhook");
  }

  @Test
  void verifiesWithNothingBesideTheJdk() throws Exception {
    URL[] alone = {ownClasses().toURL()};
    try (URLClassLoader loader = new URLClassLoader(alone, ClassLoader.getPlatformClassLoader())) {
      Class<?> secret = loader.loadClass(WebhookSecret.class.getName());
      Class<?> verifier = loader.loadClass(WebhookVerifier.class.getName());
      Object parsed =
          secret
              .getMethod("parse", String.class)
              .invoke(null, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
      Object made =
          verifier
              .getMethod("of", List.class, Clock.class)
              .invoke(
                  null,
                  List.of(parsed),
                  Clock.fixed(Instant.ofEpochSecond(1_614_265_330), ZoneOffset.UTC));
      Method verify =
          verifier.getMethod("verify", String.class, String.class, String.class, byte[].class);

      Object verified =
          verify.invoke(
              made,
              "msg_p5jXN8AQM9LWM0D4loKWxJek",
              "1614265330",
              "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
              "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

      assertThat(verified.getClass().getClassLoader()).isSameAs(loader);
      assertThat(verified.toString()).contains("msg_p5jXN8AQM9LWM0D4loKWxJek");
    }
  }
}
