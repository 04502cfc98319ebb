package org.educationcities.exchange;

/** What happens to the rest when something of what is read cannot be taken. */
public enum ImportMode {
  /** Nothing is taken; the exception tells every problem. */
  ALL_OR_NOTHING,
  /** The rest is taken; the report tells every problem. */
  BEST_EFFORT
}
