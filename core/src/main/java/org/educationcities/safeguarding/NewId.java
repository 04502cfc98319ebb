package org.educationcities.safeguarding;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Ids that tell nothing: a letter for the kind, and 128 bits drawn at random. */
final class NewId {
  private static final int BYTES = 16;

  private NewId() {}

  static String of(String kind, RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return kind + "-" + HexFormat.of().formatHex(bytes);
  }
}
