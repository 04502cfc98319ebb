package org.educationcities.examples.cityinabox.circles;

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.circle.Occasion;
import org.educationcities.circle.ProfiledParty;
import org.educationcities.circle.SchoolClass;
import org.educationcities.circle.SchoolPairs;
import org.educationcities.circle.TeacherTeams;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.people.Grade;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.ClassRecord;

/** Learning pairs across the classes of a school, and its educators in teams of their own. */
final class InSchool {
  private static final int TEAM = 3;

  private InSchool() {}

  static List<Collaboration> make(Parties parties, Occasion occasion, long seed) {
    List<Collaboration> made = new ArrayList<>();
    classesBySchool(parties).values().stream()
        .filter(each -> each.size() >= 2)
        .forEach(each -> made.addAll(SchoolPairs.compose(each, occasion).proposals()));
    educatorsBySchool(parties).values().stream()
        .filter(each -> each.size() >= 2)
        .forEach(each -> made.addAll(TeacherTeams.compose(each, TEAM, occasion, seed).proposals()));
    return made;
  }

  private static Map<String, List<SchoolClass>> classesBySchool(Parties parties) {
    Map<String, List<SchoolClass>> bySchool = new TreeMap<>();
    for (ClassRecord each : parties.data.roster().classes()) {
      int level = each.grade().flatMap(Grade::parse).map(Grade::level).orElse(0);
      List<ProfiledParty> learners =
          ImmutableSortedSet.copyOf(each.learnerIds()).stream().map(parties::learner).toList();
      bySchool
          .computeIfAbsent(each.schoolId(), id -> new ArrayList<>())
          .add(new SchoolClass(parties.home(each), Math.max(0, level), learners));
    }
    return bySchool;
  }

  private static Map<String, List<ProfiledParty>> educatorsBySchool(Parties parties) {
    Map<String, List<ProfiledParty>> bySchool = new TreeMap<>();
    for (AdultRecord each : parties.data.roster().adults()) {
      if (each.educator() && each.schoolId().isPresent()) {
        bySchool
            .computeIfAbsent(each.schoolId().get(), id -> new ArrayList<>())
            .add(parties.educator(each));
      }
    }
    return bySchool;
  }
}
