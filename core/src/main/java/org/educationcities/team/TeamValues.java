package org.educationcities.team;

import org.jspecify.annotations.Nullable;

/**
 * What teams are worth, remembered: a search by exchanges meets the same few teams again and again
 * (a class of 30 has 27,405 teams of four). Each team has one place in a table, where the last one
 * met replaces the one before. Not thread-safe.
 */
final class TeamValues {
  private static final int BITS = 15;

  private final TeamModel model;
  private final long[] teams = new long[1 << BITS];
  private final @Nullable TeamValue[] values = new TeamValue[1 << BITS];

  TeamValues(TeamModel model) {
    this.model = model;
  }

  TeamValue of(long team) {
    // Fibonacci hashing: Knuth, The Art of Computer Programming, volume 3, section 6.4.
    int at = (int) ((team * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS));
    TeamValue known = values[at];
    if (known != null && teams[at] == team) {
      return known;
    }
    TeamValue value = model.value(team);
    teams[at] = team;
    values[at] = value;
    return value;
  }
}
