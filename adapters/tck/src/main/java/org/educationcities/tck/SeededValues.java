package org.educationcities.tck;

import java.util.List;
import java.util.Random;

/** Values that look random and are the same at every run. Not thread-safe. */
public final class SeededValues {
  private static final int[][] RANGES = {
    {0x20, 0x7e},
    {0x20, 0x7e},
    {0x5d0, 0x5ea},
    {0x627, 0x64a},
    {0xe9, 0x17f},
    {0xe000, 0xe010},
    {0xfff0, 0xffff},
    {0x1f300, 0x1f5ff},
    {0x10fff0, 0x10ffff},
    {0x1, 0x1f},
  };

  private final Random random;

  private SeededValues(long seed) {
    random = new Random(seed);
  }

  /** The values of a seed. */
  public static SeededValues of(long seed) {
    return new SeededValues(seed);
  }

  /** A number from 0 to a bound, the bound excluded. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Any long; the extremes more often than chance would have them. */
  public long number() {
    return switch (random.nextInt(10)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> 0;
      case 3 -> -1;
      default -> random.nextInt(5) == 0 ? random.nextLong() : random.nextInt(20) - 10L;
    };
  }

  /** A well-formed text of at most so many code points, of many scripts and planes, without NUL. */
  public String text(int most) {
    int length = random.nextInt(most + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int[] range = RANGES[random.nextInt(RANGES.length)];
      text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
    }
    return text.toString();
  }

  /** Fills an array. */
  public void bytes(byte[] target) {
    random.nextBytes(target);
  }

  /** One of some. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** True so many times of a hundred. */
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
