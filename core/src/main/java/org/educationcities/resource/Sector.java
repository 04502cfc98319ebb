package org.educationcities.resource;

import java.util.Locale;
import java.util.Optional;

/** The four sectors that make a city. */
public enum Sector {
  /** Municipal and state bodies: libraries, museums, parks, schools. */
  PUBLIC,
  /** Enterprises and workshops. */
  BUSINESS,
  /** Associations, teams, community bodies. */
  NON_PROFIT,
  /** Enterprises with a social purpose. */
  SOCIAL_BUSINESS;

  /** The code used in files and records: lower-case, joined by hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sector of a code, if it is one. */
  public static Optional<Sector> parse(String code) {
    for (Sector sector : values()) {
      if (sector.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(sector);
      }
    }
    return Optional.empty();
  }
}
