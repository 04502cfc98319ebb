package org.educationcities.oneroster;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.Problem;
import org.educationcities.exchange.Row;
import org.educationcities.exchange.SourceFiles;
import org.educationcities.exchange.Table;
import org.educationcities.exchange.TableShape;
import org.educationcities.oneroster.OneRosterImport.Enrollment;
import org.educationcities.people.Grade;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.spi.source.SchoolRecord;

/** One reading, file after file in the order in which they refer to each other. */
final class Reading {
  static final String ORGS = "orgs.csv";
  static final String SESSIONS = "academicSessions.csv";
  static final String COURSES = "courses.csv";
  static final String CLASSES = "classes.csv";
  static final String USERS = "users.csv";
  static final String ROLES = "roles.csv";
  static final String ENROLLMENTS = "enrollments.csv";
  static final String DEMOGRAPHICS = "demographics.csv";
  private static final Set<String> ORG_TYPES =
      ImmutableSet.of("department", "school", "district", "local", "state", "national");
  private static final Set<String> SESSION_TYPES =
      ImmutableSet.of("gradingPeriod", "semester", "schoolYear", "term");
  private static final Set<String> STATUSES = ImmutableSet.of("active", "tobedeleted");

  private final OneRosterReader reader;
  private final SourceFiles files;
  private final ImportLog log;
  private final Manifest manifest;
  private final Map<String, Org> orgs = new LinkedHashMap<>();
  private final Map<String, String> cityOfSchool = new HashMap<>();
  private final Set<String> sessions = new HashSet<>();
  private final Set<String> courses = new HashSet<>();
  private final List<Term> terms = new ArrayList<>();
  private final Map<String, ClassDraft> classes = new TreeMap<>();
  private final Set<String> departed = new HashSet<>();
  private final List<Enrollment> removed = new ArrayList<>();

  /** What is kept of an org until all are known. */
  private record Org(String type, String name, Optional<String> parent, Problem unknownParent) {}

  Reading(OneRosterReader reader, SourceFiles files, ImportLog log) {
    this.reader = reader;
    this.files = files;
    this.log = log;
    this.manifest = Manifest.read(files, log);
  }

  OneRosterImport run() {
    files.noteOthers(
        Set.of(
            Manifest.FILE,
            ORGS,
            SESSIONS,
            COURSES,
            CLASSES,
            USERS,
            ROLES,
            ENROLLMENTS,
            DEMOGRAPHICS),
        log);
    each(ORGS, Headers.ORGS, shape("name", "type").optional("parentSourcedId"), this::org);
    List<SchoolRecord> schools = schools();
    each(SESSIONS, Headers.SESSIONS, shape("title", "type", "startDate", "endDate"), this::session);
    each(COURSES, Headers.COURSES, shape("title"), row -> courses.add(row.id("sourcedId")));
    each(
        CLASSES,
        Headers.CLASSES,
        shape("title", "schoolSourcedId").optional("grades", "courseSourcedId", "termSourcedIds"),
        this::classroom);
    People people = new People(reader, this, manifest.version());
    people.read();
    each(
        ENROLLMENTS,
        Headers.ENROLLMENTS,
        shape("classSourcedId", "userSourcedId", "role"),
        row -> enrollment(row, people));
    Roster roster =
        people
            .into(Roster.builder())
            .schools(schools)
            .classes(classes.values().stream().map(ClassDraft::record).toList())
            .build();
    return new OneRosterImport(
        roster, terms, manifest.deltaFiles(), departed, removed, log.finish());
  }

  ImportLog log() {
    return log;
  }

  /** The city of a school that was taken. */
  Optional<String> cityOf(String school) {
    return Optional.ofNullable(cityOfSchool.get(school));
  }

  /** Whether an org is a district, whose id is that of a city. */
  boolean isDistrict(String id) {
    Org org = orgs.get(id);
    return org != null && org.type().equals("district");
  }

  boolean isOrg(String id) {
    return orgs.containsKey(id);
  }

  /**
   * Whether what a file refers to may be known from before, so that a reference may go out of the
   * files.
   */
  boolean isDelta(String file) {
    return manifest.deltaFiles().contains(file);
  }

  static TableShape.Builder shape(String... required) {
    return TableShape.builder()
        .required("sourcedId")
        .required(required)
        .optional("status")
        .guarded();
  }

  /** Reads the rows that are active; those that are to be deleted are only remembered. */
  void each(String file, List<String> header, TableShape.Builder shape, Consumer<Row> active) {
    if (!manifest.isThere(file)) {
      return;
    }
    Set<String> seen = new HashSet<>();
    Table.read(
        files,
        file,
        shape.ignored(header).build(),
        log,
        row -> {
          String id = row.id("sourcedId");
          if (!seen.add(id)) {
            throw row.refuse("sourcedId", "id-twice", "This id is there twice in this file.");
          }
          String status = row.text("status").orElse("active");
          if (!STATUSES.contains(status)) {
            throw row.refuse("status", "status-unknown", "A status is active or tobedeleted.");
          }
          if (status.equals("active")) {
            active.accept(row);
          } else if (file.equals(ENROLLMENTS)) {
            removed.add(
                new Enrollment(
                    row.id("classSourcedId"), row.id("userSourcedId"), row.required("role")));
          } else if (!file.equals(DEMOGRAPHICS) && !file.equals(ROLES)) {
            departed.add(id);
          }
        });
  }

  private void org(Row row) {
    String type = row.required("type");
    if (!ORG_TYPES.contains(type)) {
      throw row.refuse("type", "type-unknown", "This type of org is not one of the standard.");
    }
    orgs.put(
        row.id("sourcedId"),
        new Org(
            type,
            row.required("name"),
            row.optionalId("parentSourcedId"),
            row.problem(
                "parentSourcedId",
                "city-unknown",
                "No district stands above this school, and no city was named for it.")));
  }

  private List<SchoolRecord> schools() {
    List<SchoolRecord> schools = new ArrayList<>();
    orgs.forEach(
        (id, org) -> {
          if (!org.type().equals("school")) {
            return;
          }
          Optional<String> city =
              Optional.ofNullable(reader.city()).or(() -> districtAbove(org.parent()));
          if (city.isEmpty()) {
            log.takeBack(org.unknownParent());
            return;
          }
          cityOfSchool.put(id, city.get());
          schools.add(
              SchoolRecord.builder(id, city.get())
                  .names(Map.of(reader.language(), org.name()))
                  .build());
        });
    return schools;
  }

  /** At most as many steps as there are orgs, since parents may go round in a circle. */
  private Optional<String> districtAbove(Optional<String> parent) {
    Optional<String> above = parent;
    for (int step = 0; step <= orgs.size() && above.isPresent(); step++) {
      Org org = orgs.get(above.get());
      if (org == null) {
        return Optional.empty();
      }
      if (org.type().equals("district")) {
        return above;
      }
      above = org.parent();
    }
    return Optional.empty();
  }

  private void session(Row row) {
    String id = row.id("sourcedId");
    String type = row.required("type");
    if (!SESSION_TYPES.contains(type)) {
      throw row.refuse("type", "type-unknown", "This type of session is not one of the standard.");
    }
    LocalDate first = row.date("startDate").orElseThrow(() -> empty(row, "startDate"));
    LocalDate last = row.date("endDate").orElseThrow(() -> empty(row, "endDate"));
    if (last.isBefore(first) || last.isAfter(first.plusDays(400))) {
      throw row.refuse(
          "endDate",
          "dates-out-of-order",
          "It ends before it begins, or more than 400 days after.");
    }
    sessions.add(id);
    if (type.equals("term") || type.equals("semester")) {
      terms.add(new Term(new TermId(id), first, last));
    }
  }

  private void classroom(Row row) {
    String id = row.id("sourcedId");
    String school = row.id("schoolSourcedId");
    if (cityOf(school).isEmpty() && !isDelta(CLASSES)) {
      throw row.refuse("schoolSourcedId", "reference-unknown", "No school of this id was taken.");
    }
    row.optionalId("courseSourcedId")
        .filter(course -> !courses.contains(course) && !isDelta(CLASSES))
        .ifPresent(
            course ->
                log.note(
                    row.problem(
                        "courseSourcedId", "reference-unknown", "No course of this id is there.")));
    if (!isDelta(CLASSES) && !sessions.containsAll(row.ids("termSourcedIds", ','))) {
      log.note(
          row.problem(
              "termSourcedIds", "reference-unknown", "Not all of these sessions are there."));
    }
    ClassDraft draft = new ClassDraft(id, school, row.required("title"));
    grade(row).ifPresent(draft::grade);
    classes.put(id, draft);
  }

  private void enrollment(Row row, People people) {
    String user = row.id("userSourcedId");
    String role = row.required("role");
    ClassDraft classroom = classes.get(row.id("classSourcedId"));
    if (classroom == null) {
      throw row.refuse("classSourcedId", "reference-unknown", "No class of this id was taken.");
    }
    boolean delta = isDelta(ENROLLMENTS);
    switch (role) {
      case "student" -> {
        if (!people.isLearner(user) && !delta) {
          throw row.refuse(
              "userSourcedId", "reference-unknown", "No learner of this id was taken.");
        }
        classroom.learner(user);
      }
      case "teacher", "aide", "proctor", "administrator" -> {
        if (!people.isAdult(user) && !delta) {
          throw row.refuse("userSourcedId", "reference-unknown", "No adult of this id was taken.");
        }
        if (role.equals("teacher")) {
          classroom.educator(user);
        }
      }
      default -> throw row.refuse("role", "role-unknown", "This role is not one of the standard.");
    }
  }

  /** The first grade of a list; one that is not known is noted and left out. */
  Optional<String> grade(Row row) {
    List<String> grades = row.list("grades", ',');
    if (grades.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> grade = Grade.parse(grades.get(0)).map(Grade::code);
    if (grade.isEmpty()) {
      log.note(
          row.problem(
              "grades",
              "grade-unknown",
              "This grade is not one of PK, KG and 01 to 13; it was left out."));
    }
    return grade;
  }

  static org.educationcities.exchange.RefusedRow empty(Row row, String column) {
    return row.refuse(column, "field-empty", "The field is empty and must be filled.");
  }

  Manifest manifest() {
    return manifest;
  }

  SourceFiles files() {
    return files;
  }
}
