package org.educationcities.oneroster;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.educationcities.city.Names;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.TableWriter;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Term;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.SchoolRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a roster as OneRoster CSV, a file each, with a manifest. Each city becomes a district of
 * its id. Where the standard asks for the name of a person, the placeholder stands; a name of a
 * place is written in the locale's language if there is one.
 *
 * <p>OneRoster has no room for positions, languages and arrangements, nor for adults of providers:
 * they are left out. A guardian's relations are told by one role: it may permit if all of them may,
 * and holds while all of them hold.
 */
public final class OneRosterWriter {
  private final OneRosterVersion version;
  private final Locale locale;
  private final String placeholder;
  private final boolean birthDates;

  private OneRosterWriter(
      OneRosterVersion version, Locale locale, String placeholder, boolean birthDates) {
    this.version = Objects.requireNonNull(version, "version");
    this.locale = Objects.requireNonNull(locale, "locale");
    this.placeholder = Objects.requireNonNull(placeholder, "placeholder");
    this.birthDates = birthDates;
  }

  /**
   * A writer without birth dates.
   *
   * @param version of the format
   * @param locale the language of the names of places
   * @param placeholder what stands for every given name and family name
   */
  public static OneRosterWriter of(OneRosterVersion version, Locale locale, String placeholder) {
    return new OneRosterWriter(version, locale, placeholder, false);
  }

  /** The same, writing birth dates into {@code demographics.csv}. */
  public OneRosterWriter withBirthDates() {
    return new OneRosterWriter(version, locale, placeholder, true);
  }

  /**
   * Writes the files into a folder that exists; older ones of the same names are replaced.
   *
   * @throws ImportException if they cannot be written
   */
  public void write(Path folder, Roster roster, Collection<Term> terms) {
    orgs(folder, roster);
    sessions(folder, terms);
    courses(folder, roster);
    classes(folder, roster, terms);
    people(folder, roster);
    enrollments(folder, roster);
    if (birthDates) {
      demographics(folder, roster);
    }
    manifest(folder);
  }

  private void manifest(Path folder) {
    try (TableWriter table = open(folder, Manifest.FILE, Headers.MANIFEST)) {
      table.row("manifest.version", "1.0");
      table.row("oneroster.version", version.number());
      for (String each :
          List.of("academicSessions", "classes", "courses", "enrollments", "orgs", "users")) {
        table.row("file." + each, "bulk");
      }
      table.row("file.demographics", birthDates ? "bulk" : "absent");
      for (String each :
          List.of(
              "categories",
              "classResources",
              "courseResources",
              "lineItems",
              "resources",
              "results")) {
        table.row("file." + each, "absent");
      }
      if (version == OneRosterVersion.V1_2) {
        table.row("file.roles", "bulk");
        for (String each :
            List.of(
                "lineItemLearningObjectiveIds",
                "lineItemScoreScales",
                "resultLearningObjectiveIds",
                "resultScoreScales",
                "scoreScales",
                "userProfiles",
                "userResources")) {
          table.row("file." + each, "absent");
        }
      }
    }
  }

  private void orgs(Path folder, Roster roster) {
    Map<String, String> districts = new TreeMap<>();
    for (CityRecord city : roster.cities()) {
      districts.put(city.id(), name(city.names(), city.id()));
    }
    roster.schools().forEach(each -> districts.putIfAbsent(each.cityId(), each.cityId()));
    roster.learners().forEach(each -> districts.putIfAbsent(each.cityId(), each.cityId()));
    try (TableWriter table = open(folder, Reading.ORGS, Headers.ORGS)) {
      districts.forEach((id, name) -> table.row(id, null, null, name, "district", null, null));
      for (SchoolRecord school : roster.schools()) {
        table.row(
            school.id(),
            null,
            null,
            name(school.names(), school.id()),
            "school",
            school.id(),
            school.cityId());
      }
    }
  }

  private void sessions(Path folder, Collection<Term> terms) {
    try (TableWriter table = open(folder, Reading.SESSIONS, Headers.SESSIONS)) {
      for (Term term : terms) {
        table.row(
            term.id().value(),
            null,
            null,
            term.id().value(),
            "term",
            term.first(),
            term.last(),
            null,
            term.last().getYear());
      }
    }
  }

  private void courses(Path folder, Roster roster) {
    try (TableWriter table = open(folder, Reading.COURSES, Headers.COURSES)) {
      for (SchoolRecord school : roster.schools()) {
        table.row(
            course(school.id()), null, null, null, "General", null, null, school.id(), null, null);
      }
    }
  }

  private void classes(Path folder, Roster roster, Collection<Term> terms) {
    List<String> sessions = terms.stream().map(each -> each.id().value()).toList();
    try (TableWriter table = open(folder, Reading.CLASSES, Headers.CLASSES)) {
      for (ClassRecord each : roster.classes()) {
        table.row(
            each.id(),
            null,
            null,
            each.title().isBlank() ? each.id() : each.title(),
            each.grade().orElse(null),
            course(each.schoolId()),
            null,
            "homeroom",
            null,
            each.schoolId(),
            String.join(",", sessions),
            null,
            null,
            null);
      }
    }
  }

  private void people(Path folder, Roster roster) {
    Map<String, List<String>> agents = new TreeMap<>();
    Map<String, LearnerRecord> learners = new TreeMap<>();
    roster.learners().forEach(each -> learners.put(each.id(), each));
    for (GuardianRecord guardian : roster.guardians()) {
      for (Relation relation : guardian.relations()) {
        agents.computeIfAbsent(relation.learnerId(), id -> new ArrayList<>()).add(guardian.id());
      }
    }
    try (UserTables tables = new UserTables(folder, version, placeholder)) {
      for (LearnerRecord learner : learners.values()) {
        tables.user(
            learner.id(),
            "student",
            learner.schoolId().orElse(learner.cityId()),
            agents.getOrDefault(learner.id(), List.of()),
            learner.grade().orElse(null),
            null,
            null);
      }
      for (AdultRecord adult : roster.adults()) {
        String role =
            adult.educator()
                ? "teacher"
                : version == OneRosterVersion.V1_1 ? "administrator" : "siteAdministrator";
        adult
            .schoolId()
            .ifPresent(
                school -> tables.user(adult.id(), role, school, List.of(), null, null, null));
      }
      for (GuardianRecord guardian : roster.guardians()) {
        guardian(tables, guardian, learners);
      }
    }
  }

  private static void guardian(
      UserTables tables, GuardianRecord guardian, Map<String, LearnerRecord> learners) {
    LearnerRecord first =
        guardian.relations().stream()
            .map(each -> learners.get(each.learnerId()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (first == null) {
      return;
    }
    boolean permits = guardian.relations().stream().allMatch(Relation::mayPermit);
    LocalDate from =
        guardian.relations().stream()
            .map(Relation::from)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    LocalDate until =
        guardian.relations().stream()
            .map(Relation::until)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    tables.user(
        guardian.id(),
        permits ? "guardian" : "relative",
        first.cityId(),
        List.of(),
        null,
        from,
        until);
  }

  private void enrollments(Path folder, Roster roster) {
    try (TableWriter table = open(folder, Reading.ENROLLMENTS, Headers.ENROLLMENTS)) {
      int number = 0;
      for (ClassRecord each : roster.classes()) {
        for (String educator : ImmutableList.sortedCopyOf(each.educatorIds())) {
          table.row(
              "e" + number++,
              null,
              null,
              each.id(),
              each.schoolId(),
              educator,
              "teacher",
              true,
              null,
              null);
        }
        for (String learner : ImmutableList.sortedCopyOf(each.learnerIds())) {
          table.row(
              "e" + number++,
              null,
              null,
              each.id(),
              each.schoolId(),
              learner,
              "student",
              null,
              null,
              null);
        }
      }
    }
  }

  private static void demographics(Path folder, Roster roster) {
    try (TableWriter table = open(folder, Reading.DEMOGRAPHICS, Headers.DEMOGRAPHICS)) {
      for (LearnerRecord learner : roster.learners()) {
        @Nullable Object[] row = new @Nullable Object[Headers.DEMOGRAPHICS.size()];
        row[0] = learner.id();
        row[Headers.DEMOGRAPHICS.indexOf("birthDate")] = learner.birthDate().orElse(null);
        table.row(row);
      }
    }
  }

  private String name(Map<String, String> names, String otherwise) {
    return names.isEmpty() ? otherwise : new Names(names).in(locale);
  }

  private static String course(String school) {
    return "course-" + school;
  }

  private static TableWriter open(Path folder, String file, List<String> header) {
    return TableWriter.open(folder.resolve(file), header);
  }
}
