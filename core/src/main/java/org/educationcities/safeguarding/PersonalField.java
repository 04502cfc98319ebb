package org.educationcities.safeguarding;

import java.util.Locale;

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
  EMERGENCY_CONTACT;

  /** Its name as a policy's file and the audit write it, such as {@code given-name}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
