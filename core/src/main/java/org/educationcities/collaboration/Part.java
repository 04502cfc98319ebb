package org.educationcities.collaboration;

/** What a participant does in a collaboration. */
public enum Part {
  /** Learns. */
  LEARNS,
  /** Teaches. */
  TEACHES,
  /** Both teaches and learns, as every member of an Education Team does. */
  TEACHES_AND_LEARNS,
  /** Coaches those who teach and learn: the educator of an Education Team. */
  COACHES,
  /** Goes along as a learner's family. */
  ACCOMPANIES,
  /** Is the adult beside a learner in a place. */
  MENTORS,
  /** Puts a place at the others' disposal. */
  PROVIDES,
  /** Whose challenge it is, or who receives what comes of it. */
  IS_SERVED,
  /** Works on it together with the others. */
  WORKS_ON_IT,
  /** Receives visitors. */
  HOSTS,
  /** Visits. */
  VISITS,
  /** Gives a recipe, and is credited. */
  GIVES,
  /** Takes a recipe up. */
  TAKES_UP
}
