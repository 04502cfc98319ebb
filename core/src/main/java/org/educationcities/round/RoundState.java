package org.educationcities.round;

/**
 * Where a round stands. Only a draft can be edited; what was published can be withdrawn, and what
 * was withdrawn stays so.
 */
public enum RoundState {
  /** Made, shown to planners, edited by hand. */
  DRAFT,
  /** In force: its placements are proposed to those they concern. */
  PUBLISHED,
  /** Taken back, from either state. */
  WITHDRAWN;

  /** Whether a round may go from here to there. */
  public boolean leadsTo(RoundState next) {
    return switch (this) {
      case DRAFT -> next == PUBLISHED || next == WITHDRAWN;
      case PUBLISHED -> next == WITHDRAWN;
      case WITHDRAWN -> false;
    };
  }
}
