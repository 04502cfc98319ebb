package org.educationcities.tck;

import java.util.List;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.NotificationChannel;

/** Opens a channel with one fault; some faults are the factory's own. */
final class FaultyChannelFactory implements ChannelFactory {
  private final ChannelFault fault;

  FaultyChannelFactory(ChannelFault fault) {
    this.fault = fault;
  }

  @Override
  public String name() {
    return fault == ChannelFault.NAME_WITH_A_BLANK ? "a channel" : "faulty";
  }

  @Override
  public List<Setting> settings() {
    Setting password = Setting.required("password", "What opens it.");
    return List.of(
        Setting.required("url", "Where it is."),
        fault == ChannelFault.SECRET_NOT_DECLARED ? password : password.asSecret());
  }

  @Override
  public NotificationChannel open(Settings settings) {
    List<String> problems = problems(settings);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new FaultyChannel(fault, new SimulatedFarSide(fault));
  }

  private List<String> problems(Settings settings) {
    List<String> problems = settings.problems(settings());
    if (problems.isEmpty()) {
      return problems;
    }
    return switch (fault) {
      case UNKNOWN_SETTINGS_TAKEN -> keep(problems, "missing");
      case MISSING_SETTINGS_TAKEN -> keep(problems, "unknown");
      case FIRST_PROBLEM_ALONE -> problems.subList(0, 1);
      case SECRET_IN_AN_ERROR -> List.of(problems + " " + settings.get("password").orElse(""));
      default -> problems;
    };
  }

  private static List<String> keep(List<String> problems, String word) {
    return problems.stream().filter(problem -> problem.contains(word)).toList();
  }
}
