package org.educationcities.exchange;

/** What happens to the rest when a row cannot be taken. */
public enum ImportMode {
  /** Nothing is taken; every problem is told. */
  ALL_OR_NOTHING,
  /** The rest is taken; every problem is told. */
  BEST_EFFORT
}
