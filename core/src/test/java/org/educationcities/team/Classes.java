package org.educationcities.team;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Classes for tests: drawn from a seed. */
final class Classes {
  private Classes() {}

  static List<String> topics(int count) {
    List<String> topics = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      topics.add("topic-" + t);
    }
    return topics;
  }

  static TeamMember member(Random random, int index, int topics, int percentUnknown) {
    Map<String, Integer> proficiency = new TreeMap<>();
    Map<String, Integer> growth = new TreeMap<>();
    for (String topic : topics(topics)) {
      if (random.nextInt(100) >= percentUnknown) {
        proficiency.put(topic, random.nextInt(5));
      }
      if (random.nextInt(100) < 40) {
        growth.put(topic, 1 + random.nextInt(4));
      }
    }
    return new TeamMember(String.format("m%02d", index), proficiency, growth);
  }

  static TeamProblem.Builder withoutWishes(Random random, int members, int topics, int size) {
    TeamProblem.Builder builder = TeamProblem.builder().topics(topics(topics));
    int percentUnknown = random.nextInt(90);
    for (int i = 0; i < members; i++) {
      builder.member(member(random, i, topics, percentUnknown));
    }
    return builder
        .sizes(TeamProblem.sizesOfAbout(members, size))
        .teachingFrom(1 + random.nextInt(3));
  }

  static TeamWish wish(Random random, int members) {
    int first = random.nextInt(members);
    int second = (first + 1 + random.nextInt(members - 1)) % members;
    String a = String.format("m%02d", first);
    String b = String.format("m%02d", second);
    TeamWish wish = random.nextBoolean() ? TeamWish.together(a, b) : TeamWish.apart(a, b);
    return random.nextInt(3) == 0 ? wish.firm() : wish;
  }

  /** Anything of up to so many members, degenerate classes included. */
  static TeamProblem any(Random random, int most) {
    int members = 2 + random.nextInt(most - 1);
    TeamProblem.Builder builder =
        withoutWishes(random, members, 1 + random.nextInt(4), 2 + random.nextInt(4));
    for (int wishes = random.nextInt(5); wishes > 0; wishes--) {
      builder.wish(wish(random, members));
    }
    if (random.nextBoolean()) {
      builder.sizes(anySizes(random, members));
    }
    return builder.build();
  }

  private static List<Integer> anySizes(Random random, int members) {
    List<Integer> sizes = new ArrayList<>();
    int left = members;
    while (left >= 4) {
      int size = 2 + random.nextInt(left - 2);
      if (left - size == 1) {
        size--;
      }
      if (size < 2) {
        break;
      }
      sizes.add(size);
      left -= size;
    }
    if (left > 0) {
      sizes.add(left);
    }
    Collections.shuffle(sizes, random);
    return sizes;
  }
}
