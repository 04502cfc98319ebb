package org.educationcities.report;

/** How far a placement is on its way to being allowed; nothing is confirmed without a clearance. */
public enum ClearanceState {
  /** A clearance is in force. */
  CLEARED,
  /** A condition is still open. */
  WAITING,
  /** The evaluator said no. */
  REFUSED,
  /** A clearance has run out or was withdrawn. */
  LAPSED
}
