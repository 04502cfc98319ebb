package org.educationcities.examples.cityinabox.seattle;

import java.time.DayOfWeek;
import java.util.Set;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Profile;

/**
 * What one of Seattle's resources really offers, or could within its published hours.
 *
 * @param resourceId whose offer
 * @param days on which days of the week
 * @param hours when on these days
 * @param ages for whom
 * @param profile what it teaches, inferred from its words
 * @param isOpenHours whether these are a centre's opening hours, within which groups can meet,
 *     rather than a programme's own
 */
public record SeattleOffer(
    String resourceId,
    Set<DayOfWeek> days,
    TimeOfDay hours,
    AgeRange ages,
    Profile profile,
    boolean isOpenHours) {
  /** An offer on days that nobody changes. */
  public SeattleOffer {
    days = Set.copyOf(days);
  }
}
