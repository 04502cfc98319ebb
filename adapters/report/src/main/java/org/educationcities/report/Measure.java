package org.educationcities.report;

/** The headline figures of a city or of all cities; each is shown where it is given. */
public enum Measure {
  /** Residents. */
  POPULATION,
  /** Learners who take part. */
  LEARNERS,
  /** Learners with a place in this round. */
  PLACED,
  /** Learners who asked and have no place in this round. */
  UNPLACED,
  /** Schools. */
  SCHOOLS,
  /** Localities. */
  LOCALITIES,
  /** Known places that offer something: ground for learning, tapped. */
  TAPPED,
  /** Known places that offer nothing yet. */
  UNTAPPED,
  /** Opportunities of the term. */
  OPPORTUNITIES,
  /** Places in all opportunities of the term. */
  PLACES,
  /** Opportunities that state what they need, so that learners' strengths serve the city. */
  CHALLENGES,
  /** Quests of learners. */
  QUESTS,
  /** Mean affinity of the placements, 0..1000. */
  MEAN_AFFINITY
}
