package org.educationcities.oneroster;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.exchange.Problem;
import org.educationcities.exchange.Row;
import org.educationcities.exchange.TableShape;
import org.educationcities.registry.Roster;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Users and their roles: who is a learner, a guardian, an educator or another adult. Their names
 * are never read.
 */
final class People {
  private static final Set<String> GUARDING = ImmutableSet.of("guardian", "parent", "relative");
  private static final Set<String> EDUCATING =
      ImmutableSet.of("aide", "counselor", "principal", "proctor", "teacher");
  private static final Set<String> ADMINISTERING =
      ImmutableSet.of(
          "administrator", "districtAdministrator", "siteAdministrator", "systemAdministrator");

  private final OneRosterReader reader;
  private final Reading reading;
  private final OneRosterVersion version;
  private final Map<String, User> users = new LinkedHashMap<>();
  private final Map<String, LocalDate> birthDates = new HashMap<>();
  private final Map<String, LearnerRecord> learners = new LinkedHashMap<>();
  private final Map<String, AdultRecord> adults = new LinkedHashMap<>();
  private final Map<String, GuardianRecord> guardians = new LinkedHashMap<>();

  /** A role of a user in an org. */
  private record Role(
      String name,
      String org,
      boolean primary,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  /** What is kept of a user until all files are read. */
  private record User(
      String id,
      Optional<String> primaryOrg,
      Optional<String> grade,
      List<String> agents,
      List<Role> roles,
      Problem withoutSchool,
      Problem unknownAgent) {}

  People(OneRosterReader reader, Reading reading, OneRosterVersion version) {
    this.reader = reader;
    this.reading = reading;
    this.version = version;
  }

  boolean isLearner(String id) {
    return learners.containsKey(id);
  }

  boolean isAdult(String id) {
    return adults.containsKey(id);
  }

  Roster.Builder into(Roster.Builder roster) {
    return roster.learners(learners.values()).adults(adults.values()).guardians(guardians.values());
  }

  void read() {
    boolean old = version == OneRosterVersion.V1_1;
    TableShape.Builder shape = Reading.shape().optional("grades", "agentSourcedIds");
    reading.each(
        Reading.USERS,
        Headers.users(version),
        old ? shape.required("role", "orgSourcedIds") : shape.optional("primaryOrgSourcedId"),
        old ? this::userWithRole : this::user);
    if (!old) {
      reading.each(
          Reading.ROLES,
          Headers.ROLES,
          Reading.shape("userSourcedId", "role", "orgSourcedId")
              .optional("roleType", "beginDate", "endDate"),
          this::role);
    }
    readBirthDates();
    users.values().forEach(this::sort);
    relate();
  }

  private void readBirthDates() {
    if (reader.readsBirthDates()) {
      reading.each(
          Reading.DEMOGRAPHICS,
          Headers.DEMOGRAPHICS,
          Reading.shape().optional("birthDate"),
          row ->
              row.date("birthDate").ifPresent(each -> birthDates.put(row.id("sourcedId"), each)));
    } else if (reading.files().has(Reading.DEMOGRAPHICS)) {
      reading
          .log()
          .note(
              Problem.of(
                  Reading.DEMOGRAPHICS,
                  "file-not-asked",
                  "Birth dates were not asked for; this file was not opened."));
    }
  }

  private User user(Row row) {
    String id = row.id("sourcedId");
    User user =
        new User(
            id,
            row.optionalId("primaryOrgSourcedId"),
            reading.grade(row),
            row.ids("agentSourcedIds", ','),
            new ArrayList<>(),
            row.problem(
                version == OneRosterVersion.V1_1 ? "orgSourcedIds" : "primaryOrgSourcedId",
                "reference-unknown",
                "This learner is in no school that was taken."),
            row.problem(
                "agentSourcedIds",
                "reference-unknown",
                "Not all of these agents are there as learner and guardian."));
    users.put(id, user);
    return user;
  }

  private void userWithRole(Row row) {
    String role = knownRole(row);
    List<String> orgs = row.ids("orgSourcedIds", ',');
    if (!reading.isDelta(Reading.USERS)) {
      for (String org : orgs) {
        if (!reading.isOrg(org)) {
          throw row.refuse(
              "orgSourcedIds", "reference-unknown", "An org of these ids is not there.");
        }
      }
    }
    User user = user(row);
    for (String org : orgs) {
      user.roles().add(new Role(role, org, user.roles().isEmpty(), null, null));
    }
    if (orgs.isEmpty()) {
      user.roles().add(new Role(role, "", true, null, null));
    }
  }

  private void role(Row row) {
    String name = knownRole(row);
    String org = row.id("orgSourcedId");
    User user = users.get(row.id("userSourcedId"));
    if (user == null) {
      if (reading.isDelta(Reading.ROLES)) {
        return;
      }
      throw row.refuse("userSourcedId", "reference-unknown", "No user of this id was taken.");
    }
    if (!reading.isOrg(org) && !reading.isDelta(Reading.ROLES)) {
      throw row.refuse("orgSourcedId", "reference-unknown", "No org of this id is there.");
    }
    LocalDate from = row.date("beginDate").orElse(null);
    LocalDate until = row.date("endDate").orElse(null);
    if (from != null && until != null && until.isBefore(from)) {
      throw row.refuse("endDate", "dates-out-of-order", "The role ends before it begins.");
    }
    boolean primary = row.text("roleType").orElse("secondary").equals("primary");
    user.roles().add(new Role(name, org, primary, from, until));
  }

  private static String knownRole(Row row) {
    String role = row.required("role");
    if (!role.equals("student")
        && !GUARDING.contains(role)
        && !EDUCATING.contains(role)
        && !ADMINISTERING.contains(role)) {
      throw row.refuse("role", "role-unknown", "This role is not one of the standard.");
    }
    return role;
  }

  /** A user may be several at once: a learner of one school and an aide in another. */
  private void sort(User user) {
    List<Role> learning =
        user.roles().stream().filter(each -> each.name().equals("student")).toList();
    if (!learning.isEmpty()) {
      learner(user, learning);
    }
    List<Role> working =
        user.roles().stream()
            .filter(each -> EDUCATING.contains(each.name()) || ADMINISTERING.contains(each.name()))
            .toList();
    if (!working.isEmpty()) {
      adults.put(
          user.id(),
          AdultRecord.builder(user.id())
              .schoolId(schoolOf(user, working).orElse(null))
              .educator(working.stream().anyMatch(each -> EDUCATING.contains(each.name())))
              .build());
    }
    if (user.roles().isEmpty()) {
      reading
          .log()
          .note(
              new Problem(
                  user.withoutSchool().file(),
                  user.withoutSchool().line(),
                  0,
                  "",
                  "role-missing",
                  "This user has no role; they were left out."));
    }
  }

  private void learner(User user, List<Role> learning) {
    Optional<String> school = schoolOf(user, learning);
    Optional<String> city =
        school
            .flatMap(reading::cityOf)
            .or(() -> Optional.ofNullable(reader.city()))
            .or(() -> learning.stream().map(Role::org).filter(reading::isDistrict).findFirst());
    if (city.isEmpty()) {
      reading.log().takeBack(user.withoutSchool());
      return;
    }
    learners.put(
        user.id(),
        LearnerRecord.builder(user.id(), city.get())
            .schoolId(school.orElse(null))
            .grade(user.grade().orElse(null))
            .birthDate(birthDates.get(user.id()))
            .build());
  }

  private Optional<String> schoolOf(User user, List<Role> roles) {
    Optional<String> primary = user.primaryOrg().filter(each -> reading.cityOf(each).isPresent());
    return primary
        .or(() -> firstSchool(roles.stream().filter(Role::primary).toList()))
        .or(() -> firstSchool(roles));
  }

  private Optional<String> firstSchool(List<Role> roles) {
    return roles.stream()
        .map(Role::org)
        .filter(each -> reading.cityOf(each).isPresent())
        .findFirst();
  }

  /** Agents may be told on either side, the learner's or the guardian's. */
  private void relate() {
    Map<String, Map<String, Relation>> relations = new LinkedHashMap<>();
    for (User user : users.values()) {
      if (guarding(user).isPresent()) {
        relations.putIfAbsent(user.id(), new LinkedHashMap<>());
      }
    }
    for (User user : users.values()) {
      boolean complete = true;
      for (String agent : user.agents()) {
        complete &= relate(relations, user.id(), agent) || relate(relations, agent, user.id());
      }
      if (!complete && !reading.isDelta(Reading.USERS)) {
        reading.log().refuse(user.unknownAgent());
      }
    }
    relations.forEach(
        (id, each) ->
            guardians.put(
                id, GuardianRecord.builder(id).relations(List.copyOf(each.values())).build()));
  }

  private boolean relate(
      Map<String, Map<String, Relation>> relations, String learner, String guardian) {
    User guarding = users.get(guardian);
    Optional<Role> role = guarding == null ? Optional.empty() : guarding(guarding);
    Map<String, Relation> of = relations.get(guardian);
    if (role.isEmpty() || of == null || !isLearner(learner)) {
      return false;
    }
    of.put(
        learner,
        new Relation(
            learner, reader.mayPermit(role.get().name()), role.get().from(), role.get().until()));
    return true;
  }

  private static Optional<Role> guarding(User user) {
    return user.roles().stream().filter(each -> GUARDING.contains(each.name())).findFirst();
  }
}
