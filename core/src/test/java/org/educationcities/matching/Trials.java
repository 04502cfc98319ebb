package org.educationcities.matching;

/** How many random instances a test tries: all of them, or a part where each mutant reruns them. */
final class Trials {
  private Trials() {}

  /** So many, or the per cent of them that the system property test.percent asks for. */
  static int of(int instances) {
    return Math.max(1, instances * Integer.getInteger("test.percent", 100) / 100);
  }
}
