package org.educationcities.spi;

/**
 * The version of this contract. An adapter names the one it was written for; a newer library asks
 * of it only what that version promised.
 *
 * @param number 1 or more
 */
public record SpiVersion(int number) implements Comparable<SpiVersion> {

  /** The first contract. */
  public static final SpiVersion V1 = new SpiVersion(1);

  /** The contract of this very jar. Adapters name a fixed version instead. */
  public static final SpiVersion CURRENT = V1;

  /** A version by its number. */
  public SpiVersion {
    if (number < 1) {
      throw new IllegalArgumentException("An SPI version is 1 or more, not " + number + ".");
    }
  }

  @Override
  public int compareTo(SpiVersion other) {
    return Integer.compare(number, other.number);
  }
}
