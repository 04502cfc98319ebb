package org.educationcities.collaboration;

/** The two sides that look back on a collaboration. */
public enum Side {
  /** Who learned. */
  LEARNER,
  /** Who put the place at their disposal. */
  PROVIDER
}
