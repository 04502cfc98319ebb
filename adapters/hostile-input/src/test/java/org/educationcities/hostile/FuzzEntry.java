package org.educationcities.hostile;

/** What the fuzzer calls: the target that {@code hostile.target} names. */
public final class FuzzEntry {
  private static final Target TARGET =
      Targets.ofFolder(System.getProperty("hostile.target", "policy")).make();

  private FuzzEntry() {}

  /** Reads one input of the fuzzer's. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    TARGET.read(input);
  }
}
