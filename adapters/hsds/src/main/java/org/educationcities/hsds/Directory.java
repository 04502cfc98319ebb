package org.educationcities.hsds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.Problem;
import org.educationcities.resource.Sector;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.ResourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A directory while it is read, whether from documents or from tables; what comes again is the same
 * thing.
 */
final class Directory {
  private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
  private static final String CODE = "[a-z0-9][a-z0-9_-]{0,63}";

  private final String city;
  private final String language;
  private final ImportLog log;
  private final Map<String, Organization> organizations = new LinkedHashMap<>();
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final Map<String, List<HsdsSchedule>> schedules = new HashMap<>();
  private final Map<String, Set<String>> languages = new HashMap<>();
  private final Map<String, Set<String>> arrangements = new HashMap<>();
  private final Map<String, Set<Term>> terms = new HashMap<>();
  private final Map<String, List<HsdsSchedule>> byResource = new LinkedHashMap<>();
  private final List<ResourceRecord> resources = new ArrayList<>();

  private record Organization(String name, @Nullable String sector) {}

  private record Service(
      String name,
      String organization,
      @Nullable Integer least,
      @Nullable Integer most,
      Problem unknown) {}

  private record Place(
      String name,
      @Nullable String organization,
      @Nullable GeoPoint position,
      @Nullable String locality,
      Problem ownerless) {}

  private record Link(String service, String place, Problem unknown) {}

  /** A term of a taxonomy. */
  record Term(String taxonomy, String code) {}

  Directory(String city, String language, ImportLog log) {
    this.city = city;
    this.language = language;
    this.log = log;
  }

  String organization(Values values) {
    String id = values.id("id");
    String told = values.text("legal_status");
    String sector = told == null ? null : Sector.parse(told).map(Sector::code).orElse(null);
    organizations.putIfAbsent(id, new Organization(values.name("name"), sector));
    return id;
  }

  String service(Values values, @Nullable String owner) {
    String id = values.id("id");
    String organization = owner == null ? values.id("organization_id") : owner;
    services.putIfAbsent(
        id,
        new Service(
            values.name("name"),
            organization,
            age(values, "minimum_age"),
            age(values, "maximum_age"),
            values.problem(
                "organization_id", "reference-unknown", "No organization of this id is there.")));
    return id;
  }

  String place(Values values, @Nullable String owner) {
    String id = values.id("id");
    String name = values.text("name") == null ? values.text("alternate_name") : values.text("name");
    String organization = owner == null ? values.text("organization_id") : owner;
    boolean inLocality = "locality".equals(values.text("external_identifier_type"));
    places.putIfAbsent(
        id,
        new Place(
            name == null ? "" : name,
            organization,
            position(values),
            inLocality ? values.text("external_identifier") : null,
            values.problem(
                "organization_id",
                "reference-unknown",
                "No organization puts this location at learners' disposal.")));
    return id;
  }

  void link(Values values, @Nullable String service, @Nullable String place) {
    links.putIfAbsent(
        values.id("id"),
        new Link(
            service == null ? values.id("service_id") : service,
            place == null ? values.id("location_id") : place,
            values.problem(
                "service_id",
                "reference-unknown",
                "No service and location of these ids are there.")));
  }

  void schedule(String owner, Values values) {
    List<Problem> notes = new ArrayList<>();
    HsdsSchedule schedule = values.schedule(notes);
    notes.forEach(log::note);
    if (schedule != null && !schedules.getOrDefault(owner, List.of()).contains(schedule)) {
      schedules.computeIfAbsent(owner, id -> new ArrayList<>()).add(schedule);
    }
  }

  void language(String owner, Values values) {
    String code = values.text("code");
    if (code != null && code.matches(LANGUAGE)) {
      languages.computeIfAbsent(owner, id -> new LinkedHashSet<>()).add(code);
    } else {
      log.note(
          values.problem("code", "language-unknown", "No language tag is told; it was left out."));
    }
  }

  void accessibility(String owner, Values values) {
    String code = values.text("description");
    if (code != null && code.matches(CODE)) {
      arrangements.computeIfAbsent(owner, id -> new HashSet<>()).add(code);
    } else {
      log.note(
          values.problem(
              "description",
              "arrangement-unknown",
              "This is no code of an arrangement; it was left out."));
    }
  }

  void term(String owner, Term term) {
    terms.computeIfAbsent(owner, id -> new LinkedHashSet<>()).add(term);
  }

  private @Nullable Integer age(Values values, String field) {
    Double age = values.number(field);
    if (age != null && (age < 0 || age > 150)) {
      log.note(values.problem(field, "age-out-of-range", "An age is 0 to 150; it was left out."));
      return null;
    }
    return age == null ? null : (int) Math.floor(age);
  }

  private @Nullable GeoPoint position(Values values) {
    Double latitude = values.number("latitude");
    Double longitude = values.number("longitude");
    if (latitude == null || longitude == null) {
      return null;
    }
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude == 0 && longitude == 0)) {
      log.note(
          values.problem(
              "latitude",
              "position-out-of-range",
              "This is no position on land; it was left out."));
      return null;
    }
    return new GeoPoint(latitude, longitude);
  }

  /** Puts together what belongs together. */
  void settle() {
    Set<String> placed = new HashSet<>();
    Set<String> used = new HashSet<>();
    links.forEach(
        (id, link) -> {
          Service service = services.get(link.service());
          Place place = places.get(link.place());
          if (service == null || place == null) {
            log.refuse(link.unknown());
            return;
          }
          placed.add(link.service());
          used.add(link.place());
          resource(
              id,
              service.organization(),
              service,
              place,
              List.of(id, link.service(), link.place()));
        });
    services.forEach(
        (id, service) -> {
          if (!placed.contains(id)) {
            resource(id, service.organization(), service, null, List.of(id));
          }
        });
    places.forEach(
        (id, place) -> {
          if (used.contains(id)) {
            return;
          }
          if (place.organization() == null || place.name().isEmpty()) {
            log.note(place.ownerless());
          } else {
            resource(id, place.organization(), null, place, List.of(id));
          }
        });
  }

  private void resource(
      String id,
      String owner,
      @Nullable Service service,
      @Nullable Place place,
      List<String> owners) {
    Organization organization = organizations.get(owner);
    if (organization == null && !organizations.isEmpty()) {
      log.refuse(service != null ? service.unknown() : Objects.requireNonNull(place).ownerless());
      return;
    }
    String name = service != null ? service.name() : Objects.requireNonNull(place).name();
    Set<Term> about = gather(terms, owners);
    Set<String> topics = new LinkedHashSet<>();
    String kind = "service";
    boolean generated = false;
    for (Term term : about) {
      switch (term.taxonomy()) {
        case "kind" -> kind = term.code();
        case "provenance" -> generated |= term.code().equals("generated");
        default -> topics.add(term.code());
      }
    }
    List<HsdsSchedule> open = new ArrayList<>();
    owners.forEach(each -> open.addAll(schedules.getOrDefault(each, List.of())));
    byResource.put(id, List.copyOf(new LinkedHashSet<>(open)));
    resources.add(
        ResourceRecord.builder(id, city, owner)
            .organizationNames(
                organization == null ? Map.of() : Map.of(language, organization.name()))
            .sector(organization == null ? null : organization.sector())
            .names(Map.of(language, name))
            .kind(kind.length() > 64 ? "service" : kind)
            .position(place == null ? null : place.position())
            .localityId(place == null ? null : place.locality())
            .topicIds(topics)
            .untapped(service == null)
            .minimumAge(service == null ? null : service.least())
            .maximumAge(service == null ? null : service.most())
            .languages(List.copyOf(gather(languages, owners)))
            .arrangements(gather(arrangements, owners))
            .schedule(open.isEmpty() ? null : open.get(0).rule())
            .generated(generated)
            .build());
  }

  private static <T> Set<T> gather(Map<String, Set<T>> all, List<String> owners) {
    Set<T> found = new LinkedHashSet<>();
    owners.forEach(each -> found.addAll(all.getOrDefault(each, Set.of())));
    return found;
  }

  List<ResourceRecord> resources() {
    return resources;
  }

  Map<String, List<HsdsSchedule>> schedules() {
    return byResource;
  }
}
