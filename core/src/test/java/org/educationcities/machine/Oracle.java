package org.educationcities.machine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.educationcities.Actor;
import org.educationcities.Role;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Says which conditions fail, from the true facts alone. Written apart from the evaluator: from
 * what a policy promises, day by day and minute by minute; it shares no rule with the library.
 */
final class Oracle {
  private static final String FOR_GOOD = "/for good";

  private Oracle() {}

  /** What is asked about, and all that is true of it. */
  record Case(
      String child,
      Ground ground,
      Set<String> adults,
      int present,
      List<Session> sessions,
      List<Session> others,
      Town.View host,
      @Nullable Rules rules,
      Own own,
      boolean borderOpen,
      Instant now) {}

  /** The conditions that fail, by their codes. */
  static Set<String> failing(Case it) {
    Set<String> codes = new TreeSet<>();
    failingInDetail(it).forEach(each -> codes.add(codeOf(each)));
    return codes;
  }

  private static String codeOf(String detail) {
    return detail.replaceFirst("/.*", "");
  }

  /**
   * The same, where a condition has several parts with the part behind a stroke; nothing, where two
   * people have overridden all that fails.
   */
  static Set<String> failingInDetail(Case it) {
    Set<String> failing = failingByItself(it);
    return failing.stream().allMatch(each -> isOverridden(it, each)) ? Set.of() : failing;
  }

  /** Of what nobody can override the detail says that it is for good. */
  private static boolean isOverridden(Case it, String detail) {
    Rules rules = it.rules();
    return rules != null
        && !detail.endsWith(FOR_GOOD)
        && rules.overriding().conditions().stream()
            .filter(each -> each.name().equalsIgnoreCase(codeOf(detail)))
            .anyMatch(
                condition ->
                    it.own().overrides.values().stream()
                        .filter(each -> each.conditions().contains(condition))
                        .anyMatch(each -> hasForce(each, it, rules.overriding())));
  }

  private static boolean hasForce(Own.Overridden each, Case it, Rules.Overriding rule) {
    Actor first = each.proposedBy();
    Actor second = each.secondedBy();
    if (first == null || second == null || first.id().equals(second.id())) {
      return false;
    }
    boolean mayBoth = true;
    for (Actor one : List.of(first, second)) {
      mayBoth &=
          rule.roles().contains(one.role())
              && !it.adults().contains(one.id())
              && !one.id().equals(it.child())
              && !one.id().equals(it.ground().provider());
    }
    return mayBoth
        && (first.role() == Role.SAFEGUARDING_LEAD || second.role() == Role.SAFEGUARDING_LEAD)
        && each.child().equals(it.child())
        && each.opportunity().equals(it.ground().opportunity())
        && each.provider().equals(it.ground().provider())
        && it.now().isBefore(each.until())
        && it.now().isBefore(each.at().plus(rule.longest()));
  }

  /** The same, as if nobody could override anything. */
  static Set<String> failingByItself(Case it) {
    Rules rules = it.rules();
    if (rules == null || rules.from().compareTo(it.now()) > 0) {
      return Set.of("policy" + FOR_GOOD);
    }
    Set<String> failing = new TreeSet<>();
    if (it.sessions().isEmpty()) {
      return Set.of("hours" + FOR_GOOD);
    }
    if (it.host().asOf().plusSeconds(rules.freshness().toSeconds()).compareTo(it.now()) < 0) {
      failing.add("facts" + FOR_GOOD);
    }
    if (!it.borderOpen()) {
      failing.add("border" + FOR_GOOD);
    }
    Town.Child child = it.host().children().get(it.child());
    if (child == null || it.host().merges().containsKey(it.child())) {
      failing.add("learner" + FOR_GOOD);
    }
    adults(it, rules, failing);
    agreement(it, failing);
    if (child != null && it.own().isKeptApart(it.child(), it.ground().provider(), it.adults())) {
      failing.add("block" + FOR_GOOD);
    }
    Map<LocalDate, Long> minutes = minutesByDay(it);
    for (Session each : it.sessions()) {
      LocalDate day = each.start().atZone(each.zone()).toLocalDate();
      if (child != null) {
        if (age(child, day) < rules.youngest()) {
          failing.add(age(child, day) < 0 ? "age" + FOR_GOOD : "age");
        }
        if (!isPermitted(it, child, rules, day)) {
          failing.add("permission" + FOR_GOOD);
        }
      }
      for (Rules.Band band : bands(child, rules, day)) {
        band(it, child, rules, band, each, day, minutes, failing);
      }
    }
    return failing;
  }

  private static void band(
      Case it,
      Town.@Nullable Child child,
      Rules rules,
      Rules.Band band,
      Session session,
      LocalDate day,
      Map<LocalDate, Long> minutes,
      Set<String> failing) {
    if (it.present() > band.perAdult() * it.adults().size()) {
      failing.add("ratio/too many");
    }
    ZonedDateTime start = session.start().atZone(session.zone());
    ZonedDateTime end = session.end().atZone(session.zone());
    boolean inTime =
        !start.isBefore(day.atStartOfDay(session.zone()).withHour(band.earliest()))
            && !end.isAfter(day.atStartOfDay(session.zone()).plusHours(band.latest()));
    if (!inTime) {
      failing.add("hours/of the day");
    }
    if (minutes.getOrDefault(day, 0L) > band.minutesADay()) {
      failing.add("hours/a day");
    }
    if (isInTooLongAWeek(child, rules, minutes, day)) {
      failing.add("hours/a week");
    }
    if (!band.refused().isEmpty()) {
      String kind = it.host().kinds().get(it.ground().resource());
      if (kind == null || band.refused().contains(kind)) {
        failing.add(kind == null ? "kind" + FOR_GOOD : "kind");
      }
    }
    Integer metres = band.metres();
    if (metres != null) {
      // They may come from home and from school: what is known of both counts.
      GeoPoint home = child == null ? null : child.home();
      GeoPoint school = child == null ? null : it.host().schools().get(child.school());
      GeoPoint there = it.ground().position();
      if (home == null && school == null) {
        failing.add("distance" + FOR_GOOD);
      } else if ((home != null && metresBetween(home, there) > metres)
          || (school != null && metresBetween(school, there) > metres)) {
        failing.add("distance");
      }
    }
  }

  private static void adults(Case it, Rules rules, Set<String> failing) {
    if (it.adults().size() < rules.fewestAdults()) {
      failing.add("ratio");
    }
    LocalDate first = dayOf(it.sessions().get(0));
    LocalDate last = dayOf(it.sessions().get(it.sessions().size() - 1));
    if (it.adults().isEmpty()) {
      failing.add("vetting" + FOR_GOOD);
    }
    for (String each : it.adults()) {
      Vetting vetting = it.own().vettings.get(each);
      Integer days = vetting == null ? null : rules.vettingDays().get(vetting.kind());
      if (vetting == null
          || vetting.decision() != Vetting.Decision.CLEARED
          || vetting.issuedOn().toEpochDay() > first.toEpochDay()) {
        failing.add("vetting" + FOR_GOOD);
      } else if (days == null || vetting.issuedOn().toEpochDay() + days < last.toEpochDay()) {
        failing.add("vetting");
      }
    }
  }

  private static void agreement(Case it, Set<String> failing) {
    ProviderAgreement agreement = it.own().agreements.get(it.ground().provider());
    for (Session each : it.sessions()) {
      if (agreement == null
          || dayOf(each).compareTo(agreement.from()) < 0
          || dayOf(each).compareTo(agreement.until()) > 0) {
        failing.add("agreement" + FOR_GOOD);
      }
    }
  }

  private static boolean isPermitted(Case it, Town.Child child, Rules rules, LocalDate day) {
    Permission permission = it.own().permission(it.child(), it.ground().opportunity());
    if (permission == null
        || day.compareTo(permission.from()) < 0
        || day.compareTo(permission.until()) > 0) {
      return false;
    }
    if (permission.givenBy().equals(it.child())) {
      return age(child, day) >= rules.ownAge();
    }
    for (Town.Bond bond : it.host().bonds()) {
      if (bond.guardian().equals(permission.givenBy())
          && bond.child().equals(it.child())
          && bond.mayPermit()
          && (bond.from() == null || bond.from().compareTo(day) <= 0)
          && (bond.until() == null || bond.until().compareTo(day) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Birthdays had by a day; below every age where it is not known. */
  private static int age(Town.Child child, LocalDate day) {
    LocalDate born = child.born();
    int age = -1;
    for (int years = 0; born != null && born.plusYears(years).compareTo(day) <= 0; years++) {
      age = years;
    }
    return age;
  }

  /** The one that holds on a day; all of them where the age is not known. */
  private static List<Rules.Band> bands(Town.@Nullable Child child, Rules rules, LocalDate day) {
    if (child == null || age(child, day) < 0) {
      return rules.bands();
    }
    Rules.Band holds = rules.bands().get(0);
    for (Rules.Band each : rules.bands()) {
      holds = age(child, day) >= each.from() ? each : holds;
    }
    return List.of(holds);
  }

  private static Map<LocalDate, Long> minutesByDay(Case it) {
    Map<LocalDate, Long> minutes = new TreeMap<>();
    for (List<Session> some : List.of(it.sessions(), it.others())) {
      for (Session each : some) {
        long lasts = (each.end().getEpochSecond() - each.start().getEpochSecond()) / 60;
        minutes.merge(dayOf(each), lasts, Long::sum);
      }
    }
    return minutes;
  }

  /** Whether some seven days on end, this among them, last longer than on any of them allowed. */
  private static boolean isInTooLongAWeek(
      Town.@Nullable Child child, Rules rules, Map<LocalDate, Long> minutes, LocalDate day) {
    for (LocalDate first = day.minusDays(6); !first.isAfter(day); first = first.plusDays(1)) {
      long sum = 0;
      long most = Long.MAX_VALUE;
      for (Map.Entry<LocalDate, Long> each : minutes.entrySet()) {
        if (!each.getKey().isBefore(first) && each.getKey().isBefore(first.plusDays(7))) {
          sum += each.getValue();
          for (Rules.Band band : bands(child, rules, each.getKey())) {
            most = Math.min(most, band.minutesAWeek());
          }
        }
      }
      if (sum > most) {
        return true;
      }
    }
    return false;
  }

  /** On a sphere, by the law of cosines; the towns of the tests are flat enough. */
  private static double metresBetween(GeoPoint a, GeoPoint b) {
    double north = Math.toRadians(a.latitude());
    double there = Math.toRadians(b.latitude());
    double around = Math.toRadians(a.longitude() - b.longitude());
    double cosine =
        Math.sin(north) * Math.sin(there) + Math.cos(north) * Math.cos(there) * Math.cos(around);
    return 6_371_000 * Math.acos(Math.max(-1, Math.min(1, cosine)));
  }

  private static LocalDate dayOf(Session session) {
    return session.start().atZone(session.zone()).toLocalDate();
  }
}
