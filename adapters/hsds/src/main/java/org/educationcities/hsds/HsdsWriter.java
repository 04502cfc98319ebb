package org.educationcities.hsds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.educationcities.city.Names;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.TableWriter;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.ResourceRecord;

/**
 * Writes resources as the CSV data package of HSDS 3.x. What a resource is about stands in
 * attributes: its kind, its topics, and whether it was made up for an example. HSDS has one name
 * for a thing: that in the locale's language. Thread-safe.
 */
public final class HsdsWriter {
  private static final List<String> FILES =
      List.of(
          "accessibility",
          "attributes",
          "languages",
          "locations",
          "organizations",
          "schedules",
          "service_at_location",
          "services",
          "taxonomy_terms");

  private final Locale locale;

  private HsdsWriter(Locale locale) {
    this.locale = locale;
  }

  /** A writer that names things in a language. */
  public static HsdsWriter of(Locale locale) {
    return new HsdsWriter(locale);
  }

  /**
   * Writes the files into a folder that exists; older ones of the same names are replaced.
   *
   * @param schedules when resources are open, by their id
   * @throws ImportException if they cannot be written
   */
  public void write(
      Path folder,
      Collection<ResourceRecord> resources,
      Map<String, List<HsdsSchedule>> schedules) {
    organizations(folder, resources);
    services(folder, resources);
    locations(folder, resources);
    details(folder, resources);
    attributes(folder, resources);
    schedules(folder, resources, schedules);
    descriptor(folder);
  }

  private void organizations(Path folder, Collection<ResourceRecord> resources) {
    Set<String> seen = new LinkedHashSet<>();
    try (TableWriter table =
        open(
            folder,
            "organizations",
            "id",
            "name",
            "alternate_name",
            "description",
            "email",
            "website",
            "legal_status")) {
      for (ResourceRecord each : resources) {
        if (seen.add(each.organizationId())) {
          Map<String, String> names =
              each.organizationNames().isEmpty() ? each.names() : each.organizationNames();
          table.row(
              each.organizationId(),
              name(names),
              null,
              null,
              null,
              null,
              each.sector().orElse(null));
        }
      }
    }
  }

  private void services(Path folder, Collection<ResourceRecord> resources) {
    try (TableWriter table =
            open(
                folder,
                "services",
                "id",
                "organization_id",
                "name",
                "status",
                "minimum_age",
                "maximum_age");
        TableWriter links =
            open(folder, "service_at_location", "id", "service_id", "location_id")) {
      for (ResourceRecord each : resources) {
        if (each.untapped()) {
          continue;
        }
        table.row(
            serviceId(each),
            each.organizationId(),
            name(each.names()),
            "active",
            each.minimumAge().orElse(null),
            each.maximumAge().orElse(null));
        if (isSomewhere(each)) {
          links.row(each.id(), serviceId(each), locationId(each));
        }
      }
    }
  }

  private void locations(Path folder, Collection<ResourceRecord> resources) {
    try (TableWriter table =
        open(
            folder,
            "locations",
            "id",
            "location_type",
            "organization_id",
            "name",
            "latitude",
            "longitude",
            "external_identifier",
            "external_identifier_type")) {
      for (ResourceRecord each : resources) {
        if (isSomewhere(each)) {
          table.row(
              locationId(each),
              "physical",
              each.organizationId(),
              name(each.names()),
              each.position().map(GeoPoint::latitude).orElse(null),
              each.position().map(GeoPoint::longitude).orElse(null),
              each.localityId().orElse(null),
              each.localityId().map(id -> "locality").orElse(null));
        }
      }
    }
  }

  private static void details(Path folder, Collection<ResourceRecord> resources) {
    int number = 0;
    try (TableWriter languages =
            open(folder, "languages", "id", "service_id", "location_id", "code");
        TableWriter accessibility =
            open(folder, "accessibility", "id", "location_id", "description")) {
      for (ResourceRecord each : resources) {
        for (String code : each.languages()) {
          languages.row(
              "l" + number++,
              each.untapped() ? null : serviceId(each),
              each.untapped() ? locationId(each) : null,
              code);
        }
        for (String code : new TreeSet<>(each.arrangements())) {
          accessibility.row("a" + number++, isSomewhere(each) ? locationId(each) : each.id(), code);
        }
      }
    }
  }

  private static void attributes(Path folder, Collection<ResourceRecord> resources) {
    Map<String, List<String>> terms = new TreeMap<>();
    int number = 0;
    try (TableWriter table =
        open(folder, "attributes", "id", "link_id", "taxonomy_term_id", "link_entity")) {
      for (ResourceRecord each : resources) {
        Set<List<String>> about = new LinkedHashSet<>();
        about.add(List.of("kind", each.kind()));
        new TreeSet<>(each.topicIds()).forEach(topic -> about.add(List.of("topic", topic)));
        if (each.generated()) {
          about.add(List.of("provenance", "generated"));
        }
        for (List<String> term : about) {
          String id = String.join(":", term);
          terms.put(id, term);
          table.row("at" + number++, each.id(), id, entity(each));
        }
      }
    }
    try (TableWriter table = open(folder, "taxonomy_terms", "id", "code", "name", "taxonomy")) {
      terms.forEach((id, term) -> table.row(id, term.get(1), term.get(1), term.get(0)));
    }
  }

  private static void schedules(
      Path folder,
      Collection<ResourceRecord> resources,
      Map<String, List<HsdsSchedule>> schedules) {
    int number = 0;
    try (TableWriter table =
        open(
            folder,
            "schedules",
            "id",
            "service_id",
            "location_id",
            "service_at_location_id",
            "dtstart",
            "until",
            "count",
            "wkst",
            "freq",
            "interval",
            "byday",
            "byweekno",
            "bymonthday",
            "byyearday",
            "opens_at",
            "closes_at")) {
      for (ResourceRecord each : resources) {
        for (HsdsSchedule open : schedules.getOrDefault(each.id(), List.of())) {
          Map<String, String> parts = new TreeMap<>();
          for (String part : open.rule().split(";", -1)) {
            int equals = part.indexOf('=');
            parts.put(part.substring(0, Math.max(0, equals)), part.substring(equals + 1));
          }
          String until = parts.get("UNTIL");
          table.row(
              "s" + number++,
              !each.untapped() && !isSomewhere(each) ? each.id() : null,
              each.untapped() ? each.id() : null,
              !each.untapped() && isSomewhere(each) ? each.id() : null,
              open.from(),
              until == null
                  ? null
                  : until.substring(0, 4)
                      + "-"
                      + until.substring(4, 6)
                      + "-"
                      + until.substring(6, 8),
              parts.get("COUNT"),
              parts.get("WKST"),
              parts.get("FREQ"),
              parts.get("INTERVAL"),
              parts.get("BYDAY"),
              parts.get("BYWEEKNO"),
              parts.get("BYMONTHDAY"),
              parts.get("BYYEARDAY"),
              open.opensAt(),
              open.closesAt());
        }
      }
    }
  }

  private static void descriptor(Path folder) {
    Path file = folder.resolve("datapackage.json");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("name", "human_services_data");
      json.writeArrayFieldStart("resources");
      for (String each : FILES) {
        json.writeStartObject();
        json.writeStringField("name", each);
        json.writeStringField("path", each + ".csv");
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new ImportException(
          "datapackage.json",
          "file-unwritable",
          "It cannot be written.\nMaybe the folder is missing or read-only, or the disk full.");
    }
  }

  private String name(Map<String, String> names) {
    return new Names(names).in(locale);
  }

  private static boolean isSomewhere(ResourceRecord each) {
    return each.untapped() || each.position().isPresent() || each.localityId().isPresent();
  }

  private static String serviceId(ResourceRecord each) {
    return isSomewhere(each) ? "service:" + each.id() : each.id();
  }

  private static String locationId(ResourceRecord each) {
    return each.untapped() ? each.id() : "location:" + each.id();
  }

  private static String entity(ResourceRecord each) {
    return each.untapped() ? "location" : isSomewhere(each) ? "service_at_location" : "service";
  }

  private static TableWriter open(Path folder, String name, String... header) {
    return TableWriter.open(folder.resolve(name + ".csv"), List.of(header));
  }
}
