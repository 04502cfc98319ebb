package org.educationcities.safeguarding;

/**
 * What of a learner a provider may be told one by one once a placement is in force, if the policy
 * lets it. The library keeps none of it: the host tells it, each time anew.
 */
public enum PersonalField {
  /** The name they are called by. */
  GIVEN_NAME,
  /** Their family name. */
  FAMILY_NAME,
  /** How to reach who answers for them, in an emergency. */
  EMERGENCY_CONTACT
}
