package org.educationcities.safeguarding;

import java.util.Optional;
import org.educationcities.people.LearnerId;

/** What a host tells of a learner by name, one field at a time. The library keeps none of it. */
@FunctionalInterface
public interface PersonalFields {

  /** The value of a field, if the host has one. */
  Optional<String> of(LearnerId learner, PersonalField field);
}
