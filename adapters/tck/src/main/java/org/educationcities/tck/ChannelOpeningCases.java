package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;

/** How a channel is opened: NOT-30 to NOT-32. */
abstract class ChannelOpeningCases extends ChannelCases {

  private ChannelFactory opener() {
    assumeTrue(factory().isPresent(), "It is given by hand alone.");
    return factory().orElseThrow();
  }

  private Map<String, String> given() {
    Map<String, String> values = new HashMap<>();
    settings().names().forEach(name -> values.put(name, settings().require(name)));
    return values;
  }

  private static ConfigurationException refusal(ChannelFactory opener, Map<String, String> values) {
    List<ConfigurationException> thrown = new ArrayList<>();
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> opener.open(Settings.of(values)).close())
        .satisfies(thrown::add);
    return thrown.get(0);
  }

  @Test
  void not30_theNameIsFitForAConfiguration() {
    assertThat(opener().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  @Test
  void not30_settingsHaveNamesOfTheirOwn() {
    assertThat(opener().settings()).extracting(Setting::name).doesNotHaveDuplicates();
  }

  @Test
  void not30_theSettingsGivenToTheKitOpenIt() {
    try (NotificationChannel channel = opener().open(settings())) {
      assertThat(channel).isNotNull();
    }
  }

  @Test
  void not30_unknownSettingsAreRefusedAllAtOnce() {
    ChannelFactory opener = opener();
    Map<String, String> values = given();
    values.put("no-such-setting", "x");
    values.put("nor-this-one", "y");
    assertThat(refusal(opener, values).problems())
        .anyMatch(problem -> problem.contains("no-such-setting"))
        .anyMatch(problem -> problem.contains("nor-this-one"));
  }

  @Test
  void not30_missingSettingsAreToldAllAtOnce() {
    ChannelFactory opener = opener();
    List<String> required =
        opener.settings().stream().filter(Setting::required).map(Setting::name).toList();
    assumeTrue(!required.isEmpty(), "It requires no setting.");
    ConfigurationException refusal = refusal(opener, Map.of("no-such-setting", "x"));
    assertThat(required)
        .allSatisfy(
            name ->
                assertThat(refusal.problems()).anyMatch(problem -> problem.contains("'" + name)));
    assertThat(refusal.problems()).anyMatch(problem -> problem.contains("no-such-setting"));
  }

  @Test
  void not30_eachRequiredSettingIsRequired() {
    ChannelFactory opener = opener();
    for (Setting setting : opener.settings()) {
      if (setting.required()) {
        Map<String, String> values = given();
        values.remove(setting.name());
        assertThat(refusal(opener, values).problems())
            .anyMatch(problem -> problem.contains(setting.name()));
      }
    }
  }

  @Test
  void not31_whatSoundsSecretIsDeclaredSecret() {
    assertThat(opener().settings())
        .filteredOn(s -> s.name().matches(".*(password|secret|token|private-key).*"))
        .allMatch(Setting::secret);
  }

  @Test
  void not31_noErrorRepeatsASecret() {
    ChannelFactory opener = opener();
    Map<String, String> values = given();
    values.put("no-such-setting", "x");
    for (Setting setting : opener.settings()) {
      if (setting.secret()) {
        values.put(setting.name(), "cormorant-5512");
      }
    }
    try (Overheard overheard = new Overheard(java.util.Set.of())) {
      ConfigurationException refusal = refusal(opener, values);
      for (Throwable t = refusal; t != null; t = t.getCause()) {
        assertThat(String.valueOf(t)).doesNotContain("cormorant-5512");
      }
      assertThat(overheard.lines())
          .allSatisfy(line -> assertThat(line).doesNotContain("cormorant-5512"));
    }
  }

  @Test
  void not31_anOpenChannelShowsNoSecret() {
    ChannelFactory opener = opener();
    List<String> secrets =
        opener.settings().stream()
            .filter(Setting::secret)
            .flatMap(setting -> settings().get(setting.name()).stream())
            .toList();
    assumeTrue(!secrets.isEmpty(), "No secret is given to the kit.");
    try (Overheard overheard = new Overheard(java.util.Set.of());
        NotificationChannel channel = opener.open(settings())) {
      assertThat(channel.toString()).doesNotContain(secrets);
      assertThat(overheard.lines()).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
    }
  }

  @Test
  void not32_openingNeedsNoFarSide() {
    far(Conduct.UNREACHABLE);
    NotificationChannel channel = another();
    assertThat(attempt(channel, message("m-1")).answer())
        .isInstanceOf(DeliveryResult.RetryLater.class);
    far().conduct(Conduct.ACCEPTS);
    assertThat(attempt(channel, message("m-1")).answer()).isEqualTo(ACCEPTED);
  }
}
