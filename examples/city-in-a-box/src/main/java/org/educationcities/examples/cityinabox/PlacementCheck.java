package org.educationcities.examples.cityinabox;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.Session;
import org.educationcities.resource.Term;
import org.educationcities.round.Placement;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.SchoolRecord;

/**
 * Checks placements by the files' own records, with rules written a second time: nothing here is
 * shared with the solver or with the rules that it went by.
 */
final class PlacementCheck {
  private static final double EARTH_METRES = 6_371_008.8;

  /** As far as a learner goes, and a millimetre more for another way to round. */
  private static final double REACH_METRES = 15_000.001;

  private final Map<String, LearnerRecord> learners = new HashMap<>();
  private final Map<String, GeoPoint> schools = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, Opportunity> offers = new HashMap<>();
  private final Map<String, List<Session>> sessions = new HashMap<>();
  private final Term term;

  PlacementCheck(CityData data, Term term) {
    this.term = term;
    data.roster().learners().forEach(each -> learners.put(each.id(), each));
    for (SchoolRecord school : data.roster().schools()) {
      school.position().ifPresent(at -> schools.put(school.id(), at));
    }
    for (CityRecord city : data.roster().cities()) {
      countries.put(city.id(), city.country());
    }
    Map<String, SchoolCalendar> calendars = new HashMap<>();
    data.calendars().forEach(each -> calendars.put(each.city().value(), each.calendar()));
    for (Opportunity offer : data.opportunities()) {
      offers.put(offer.id().value(), offer);
      sessions.put(
          offer.id().value(),
          offer
              .schedule()
              .sessionsIn(
                  term, calendars.getOrDefault(offer.cityId().value(), SchoolCalendar.NONE)));
    }
  }

  /** Every rule that a placement breaks, by ids alone; empty if all is well. */
  List<String> problems(List<Placement> placements) {
    ImmutableList.Builder<String> problems = ImmutableList.builder();
    Map<String, Integer> taken = new HashMap<>();
    Map<String, Set<String>> held = new HashMap<>();
    for (Placement each : placements) {
      String offer = each.opportunity().value();
      String learner = each.learner().value();
      taken.merge(offer, 1, Integer::sum);
      for (String other : held.computeIfAbsent(learner, id -> new HashSet<>())) {
        if (other.equals(offer) || clash(other, offer)) {
          problems.add(learner + " in " + offer + ": time-clash");
        }
      }
      held.computeIfAbsent(learner, id -> new HashSet<>()).add(offer);
      String broken = broken(learner, offer);
      if (!broken.isEmpty()) {
        problems.add(learner + " in " + offer + ": " + broken);
      }
      if (each.affinity() < 1 || each.affinity() > 1000) {
        problems.add(learner + " in " + offer + ": nothing-learned");
      }
    }
    taken.forEach(
        (offer, count) -> {
          Opportunity of = offers.get(offer);
          if (of == null || count > of.places()) {
            problems.add(offer + ": overbooked");
          }
        });
    return problems.build();
  }

  /** The code of the first rule that a pair breaks, or nothing. */
  String broken(String learnerId, String offerId) {
    LearnerRecord learner = learners.get(learnerId);
    Opportunity offer = offers.get(offerId);
    if (learner == null || offer == null) {
      return "unknown";
    }
    if (!isOpen(learner, offer)) {
      return "circle";
    }
    if (!isOfAge(learner, offer)) {
      return "age";
    }
    if (!offer.languages().isEmpty()
        && learner.languages().stream().noneMatch(offer.languages()::contains)) {
      return "language";
    }
    for (String needed : learner.arrangements()) {
      if (!offer.arrangements().contains(needed)) {
        return "arrangements";
      }
    }
    if (sessions.getOrDefault(offerId, List.of()).isEmpty()) {
      return "time";
    }
    GeoPoint from = learner.position().orElseGet(() -> schools.get(learner.schoolId().orElse("")));
    GeoPoint to = offer.position().orElse(null);
    return from != null && to != null && metres(from, to) > REACH_METRES ? "distance" : "";
  }

  private boolean isOfAge(LearnerRecord learner, Opportunity offer) {
    LocalDate birth = learner.birthDate().orElse(null);
    int least = offer.ages().minimum();
    int most = offer.ages().maximum();
    if (birth != null) {
      int age = Period.between(birth, term.first()).getYears();
      return least <= age && age <= most;
    }
    // Without a birth date a grade gives a range of ages, which is enough to match by.
    int grade =
        learner.grade().filter(each -> each.matches("\\d+")).map(Integer::parseInt).orElse(-99);
    return grade == -99 || (grade + 4 <= most && least <= grade + 7);
  }

  private boolean isOpen(LearnerRecord learner, Opportunity offer) {
    String home = learner.cityId();
    String there = offer.cityId().value();
    return switch (offer.openTo()) {
      case CLASSROOM -> false;
      case SCHOOL -> learner.schoolId().orElse("").equals(offer.providerId().value());
      case CITY -> home.equals(there);
      case COUNTRY ->
          home.equals(there)
              || countries.getOrDefault(home, "?").equals(countries.getOrDefault(there, "!"));
      case WORLD -> true;
    };
  }

  private boolean clash(String one, String other) {
    for (Session a : sessions.getOrDefault(one, List.of())) {
      for (Session b : sessions.getOrDefault(other, List.of())) {
        if (a.start().isBefore(b.end()) && b.start().isBefore(a.end())) {
          return true;
        }
      }
    }
    return false;
  }

  /** By chords through the globe, unlike the library's haversine. */
  static double metres(GeoPoint a, GeoPoint b) {
    double[] p = vector(a);
    double[] q = vector(b);
    double chord = Math.hypot(Math.hypot(p[0] - q[0], p[1] - q[1]), p[2] - q[2]);
    return 2 * EARTH_METRES * Math.asin(Math.min(1, chord / 2));
  }

  private static double[] vector(GeoPoint point) {
    double latitude = Math.toRadians(point.latitude());
    double longitude = Math.toRadians(point.longitude());
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }
}
