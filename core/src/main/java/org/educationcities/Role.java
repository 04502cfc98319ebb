package org.educationcities;

/** In what capacity somebody asks; the host has authenticated them and says so. */
public enum Role {
  /** A learner, for themselves. */
  LEARNER,
  /** A guardian, for the learners they have a valid relation with. */
  GUARDIAN,
  /** An educator of a school: coach of Education Teams, responsible for their classes. */
  EDUCATOR,
  /** A mentor on a provider's side: the adult who is with the learners. */
  MENTOR,
  /** Who speaks for a provider: offers opportunities, answers proposals. */
  PROVIDER,
  /** Who plans the rounds of a city. */
  PLANNER,
  /** Who answers for the safety of children in a city; sees concerns and blocks. */
  SAFEGUARDING_LEAD,
  /** Who administers the installation: policies, imports, erasure. */
  ADMINISTRATOR,
  /** The library itself, in a sweep or a relay that nobody asked for by hand. */
  SYSTEM
}
