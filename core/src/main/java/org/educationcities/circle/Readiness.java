package org.educationcities.circle;

/** What a team's member says of the topic before a session. */
public enum Readiness {
  /** I command it. */
  GREEN,
  /** I partly do. */
  YELLOW,
  /** Not yet. */
  RED
}
