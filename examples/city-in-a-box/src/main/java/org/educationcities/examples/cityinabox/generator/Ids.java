package org.educationcities.examples.cityinabox.generator;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Opaque ids that tell nothing of whom they stand for. Not thread-safe. */
final class Ids {
  private static final String SIGNS = "23456789bcdfghjkmnpqrstvwxyz";

  private final SplittableRandom random;
  private final Set<String> given = new HashSet<>();

  Ids(SplittableRandom random) {
    this.random = random;
  }

  String next(String prefix) {
    while (true) {
      StringBuilder id = new StringBuilder(prefix).append('-');
      for (int i = 0; i < 11; i++) {
        id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      if (given.add(id.toString())) {
        return id.toString();
      }
    }
  }
}
