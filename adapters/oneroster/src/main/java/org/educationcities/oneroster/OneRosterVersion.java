package org.educationcities.oneroster;

import java.util.Optional;

/** The versions of the format. */
public enum OneRosterVersion {
  /** 1.1: a user's role and orgs stand in users.csv. */
  V1_1("1.1"),
  /** 1.2: they stand in roles.csv. */
  V1_2("1.2");

  private final String number;

  OneRosterVersion(String number) {
    this.number = number;
  }

  /** As the manifest writes it. */
  public String number() {
    return number;
  }

  static Optional<OneRosterVersion> parse(String number) {
    for (OneRosterVersion version : values()) {
      if (number.equals(version.number) || number.startsWith(version.number + ".")) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}
