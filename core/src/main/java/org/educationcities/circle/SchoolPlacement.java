package org.educationcities.circle;

import java.util.Objects;
import org.educationcities.city.SchoolId;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.TermId;

/**
 * That a learner of a school had a place at a provider's in a term.
 *
 * @param learner who
 * @param school of which school
 * @param provider at whose
 * @param term when
 */
public record SchoolPlacement(
    LearnerId learner, SchoolId school, ProviderId provider, TermId term) {
  /** A placement with all its ends. */
  public SchoolPlacement {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(school, "school");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(term, "term");
  }
}
