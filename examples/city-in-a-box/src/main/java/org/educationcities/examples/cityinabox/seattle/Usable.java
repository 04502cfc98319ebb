package org.educationcities.examples.cityinabox.seattle;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Profile;

/** Whether a schedule that was understood can be used by learners of school age. */
final class Usable {
  private static final LocalTime SCHOOL_IS_OUT = LocalTime.of(14, 0);
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final LocalTime NIGHT = LocalTime.of(21, 0);

  private Usable() {}

  static Optional<SeattleOffer> offer(
      DirtLog dirt,
      int item,
      String id,
      Set<DayOfWeek> days,
      TimeRange hours,
      AgeRange ages,
      Profile topics) {
    if (ages.minimum() >= 18) {
      dirt.add(item, "ageRange", "for adults; untapped ground for learners of school age");
      return Optional.empty();
    }
    if (ages.maximum() < 6) {
      dirt.add(item, "ageRange", "for toddlers; untapped ground for learners of school age");
      return Optional.empty();
    }
    if (hours.from().isBefore(MORNING) || hours.to().isAfter(NIGHT)) {
      dirt.add(item, "times", "hours of the night; untapped ground");
      return Optional.empty();
    }
    Set<DayOfWeek> free = EnumSet.copyOf(days);
    if (hours.from().isBefore(SCHOOL_IS_OUT)) {
      free.removeIf(day -> day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY);
      if (!free.equals(days)) {
        dirt.add(
            item,
            "times",
            free.isEmpty()
                ? "during school hours; untapped ground"
                : "partly during school hours; these days left out");
      }
    }
    if (free.isEmpty()) {
      return Optional.empty();
    }
    if (topics.strengths().isEmpty()) {
      dirt.add(item, "description", "nothing in its words tells what it is about; untapped ground");
      return Optional.empty();
    }
    return Optional.of(
        new SeattleOffer(id, free, new TimeOfDay(hours.from(), hours.to()), ages, topics, false));
  }
}
