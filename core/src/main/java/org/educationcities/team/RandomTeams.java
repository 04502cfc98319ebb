package org.educationcities.team;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Teams drawn at random, each composition of the given sizes with the same chance. */
final class RandomTeams {
  private RandomTeams() {}

  static List<Long> draw(int members, int[] sizes, SplittableRandom random) {
    int[] order = new int[members];
    for (int i = 0; i < members; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    List<Long> teams = new ArrayList<>();
    int at = 0;
    for (int size : sizes) {
      long team = 0;
      for (int k = 0; k < size; k++) {
        team |= 1L << order[at++];
      }
      teams.add(team);
    }
    return teams;
  }
}
