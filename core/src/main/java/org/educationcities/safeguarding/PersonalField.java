package org.educationcities.safeguarding;

import java.util.Locale;
import java.util.Optional;

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

  /** The word for it in a policy file, such as {@code given-name}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The field of a code, if there is one. */
  public static Optional<PersonalField> of(String code) {
    for (PersonalField each : values()) {
      if (each.code().equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
