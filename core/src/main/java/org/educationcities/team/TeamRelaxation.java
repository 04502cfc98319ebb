package org.educationcities.team;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A value that no composition exceeds: each member gets the teammates who are best for them,
 * whether or not the others need the same ones, and no wish is broken.
 */
final class TeamRelaxation {
  private TeamRelaxation() {}

  /** At once, from each member alone. */
  static TeamValue quick(TeamModel model, List<Integer> sizes) {
    int teammates = Collections.max(sizes) - 1;
    int[] mostPoints = new int[model.members];
    for (int i = 0; i < model.members; i++) {
      mostPoints[i] = mostPoints(model, i, teammates);
    }
    return value(model, mostPoints);
  }

  /**
   * From all teams, where they are few enough, else {@link #quick}; in some tenths of a second.
   *
   * @param found what the least-served member of a known composition learns, in thousandths
   */
  static TeamValue bound(TeamModel model, List<Integer> sizes, int found) {
    if (!EveryTeam.isFeasible(model.members, sizes)) {
      return quick(model, sizes);
    }
    EveryTeam every = EveryTeam.of(model, sizes);
    TeamValue value = value(model, every.mostPoints);
    value.perMille[0] = Math.min(value.perMille[0], every.leastAtBest(found, value.perMille[0]));
    return value;
  }

  private static TeamValue value(TeamModel model, int[] mostPoints) {
    int[] bottom = model.bottom(model.everyone());
    int[] perMille = new int[model.members];
    int complete = 0;
    int sum = 0;
    for (int i = 0; i < model.members; i++) {
      perMille[i] = model.perMille(i, mostPoints[i]);
      sum += mostPoints[i];
      if (mostPoints[i] > 0 && model.teaches(i, bottom)) {
        complete++;
      }
    }
    Arrays.sort(perMille);
    return new TeamValue(TeamValue.head(0, complete, 0), perMille, sum);
  }

  /**
   * The most a member can learn from a number of teammates, from above: the sum of what the most
   * useful of them give alone, but no more than what the whole class gives together.
   */
  private static int mostPoints(TeamModel model, int member, int teammates) {
    if (teammates >= model.topics) {
      return model.attainable[member];
    }
    int[] alone = new int[model.members];
    for (int other = 0; other < model.members; other++) {
      alone[other] = other == member ? 0 : model.points(member, model.top(1L << other));
    }
    Arrays.sort(alone);
    int sum = 0;
    for (int k = 1; k <= teammates; k++) {
      sum += alone[model.members - k];
    }
    return Math.min(sum, model.attainable[member]);
  }
}
