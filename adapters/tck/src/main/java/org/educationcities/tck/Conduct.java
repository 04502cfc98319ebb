package org.educationcities.tck;

/** How the far side of a channel behaves while {@link NotificationKit} looks at the channel. */
public enum Conduct {
  /** Takes every message over, for every recipient but the unknown one. */
  ACCEPTS,
  /** Turns every message down for good, saying {@link FarSide#TEXT}. */
  REFUSES,
  /**
   * Turns every message down for now, saying {@link FarSide#TEXT}, and asks for {@link
   * FarSide#asksToWait()} where it can.
   */
  POSTPONES,
  /** Takes the whole message and closes the connection without an answer. */
  BREAKS_OFF,
  /** Takes the connection and never says a thing. */
  SILENT,
  /**
   * Answers a byte now and then, each well within the time limit, without ever coming to an end.
   */
  TRICKLES,
  /** Answers what no one understands, {@link FarSide#TEXT} and a lot more, as fast as it can. */
  BABBLES,
  /** Takes no connection at all. */
  UNREACHABLE
}
