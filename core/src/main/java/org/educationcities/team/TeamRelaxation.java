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

  static TeamValue bound(TeamModel model, List<Integer> sizes) {
    int teammates = Collections.max(sizes) - 1;
    int[] bottom = model.bottom(model.everyone());
    int[] perMille = new int[model.members];
    int complete = 0;
    int sum = 0;
    for (int i = 0; i < model.members; i++) {
      int points = mostPoints(model, i, teammates);
      perMille[i] = model.perMille(i, points);
      sum += points;
      if (points > 0 && model.teaches(i, bottom)) {
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
