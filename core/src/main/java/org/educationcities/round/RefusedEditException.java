package org.educationcities.round;

import java.util.List;
import org.educationcities.EducationCitiesException;
import org.educationcities.people.LearnerId;

/** An edit by hand would break a hard rule or a capacity. The round stays as it was. */
public final class RefusedEditException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // always an immutable list of strings
  private final List<String> reasons;

  RefusedEditException(LearnerId learner, List<String> reasons) {
    super(
        "edit-refused",
        learner.value(),
        "This placement is refused by " + reasons + ".\nMaybe open another place first.");
    this.reasons = List.copyOf(reasons);
  }

  /** The codes of what refused it. */
  public List<String> reasons() {
    return reasons;
  }
}
