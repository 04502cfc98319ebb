package org.educationcities.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values that a host gave for the settings of one adapter. Immutable; prints names only. */
public final class Settings {
  private static final Settings NONE = new Settings(Map.of());

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Settings by name. */
  public static Settings of(Map<String, String> values) {
    return values.isEmpty() ? NONE : new Settings(values);
  }

  /** No settings at all. */
  public static Settings none() {
    return NONE;
  }

  /** The value of a setting, if it was given. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The value of a setting that must be there.
   *
   * @throws ConfigurationException if it was not given
   */
  public String require(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new ConfigurationException(List.of("Setting '" + name + "' is missing."));
    }
    return value;
  }

  /** The names of all settings given. */
  public Set<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /**
   * Refuses settings that an adapter cannot use; does nothing where all are well.
   *
   * @throws ConfigurationException with all {@link #problems}
   */
  public void check(Collection<Setting> understood) {
    List<String> problems = problems(understood);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  /**
   * What is wrong with these settings for an adapter that understands the given ones: required ones
   * missing, unknown ones given. Empty when nothing is.
   */
  public List<String> problems(Collection<Setting> understood) {
    List<String> problems = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Setting setting : understood) {
      known.add(setting.name());
      if (setting.required() && !values.containsKey(setting.name())) {
        problems.add("Setting '" + setting.name() + "' is missing: " + setting.description());
      }
    }
    for (String name : names()) {
      if (!known.contains(name)) {
        problems.add(
            "Setting '"
                + name
                + "' is unknown. Maybe one of "
                + new TreeSet<>(known)
                + " is meant.");
      }
    }
    return problems;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The names only: values may be secret. */
  @Override
  public String toString() {
    Map<String, String> shown = new TreeMap<>();
    values.keySet().forEach(name -> shown.put(name, "…"));
    return "Settings" + shown;
  }
}
