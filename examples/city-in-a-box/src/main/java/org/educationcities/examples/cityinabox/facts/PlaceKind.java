package org.educationcities.examples.cityinabox.facts;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Profile;

/**
 * A kind of place, with what its like can usually teach and use.
 *
 * @param code its code in files
 * @param sector the code of its sector
 * @param setting {@code town}, {@code rural} or {@code any}
 * @param weight how common it is, roughly by 10,000 residents
 * @param untappedPercent how many of a hundred offer nothing to learners yet
 * @param fewestPlaces the fewest places of an offer
 * @param mostPlaces the most places of an offer
 * @param ages whom it suits
 * @param firstHour the earliest hour it begins
 * @param lastHour the latest hour it begins
 * @param minutes how long a meeting lasts
 * @param profile what it teaches and needs
 * @param names by language
 */
public record PlaceKind(
    String code,
    String sector,
    String setting,
    double weight,
    int untappedPercent,
    int fewestPlaces,
    int mostPlaces,
    AgeRange ages,
    int firstHour,
    int lastHour,
    int minutes,
    Profile profile,
    Map<String, String> names) {
  /** A kind with names that nobody changes. */
  public PlaceKind {
    names = ImmutableMap.copyOf(names);
  }
}
