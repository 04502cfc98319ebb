package org.educationcities.hsds;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.Problem;
import org.educationcities.exchange.RefusedRow;
import org.educationcities.exchange.Row;
import org.educationcities.exchange.SourceFiles;
import org.educationcities.exchange.Table;
import org.educationcities.exchange.TableShape;
import org.educationcities.hsds.Directory.Term;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a data package into a directory. */
final class Tables {
  private final SourceFiles files;
  private final Directory directory;
  private final ImportLog log;
  private final Map<String, Term> terms = new HashMap<>();

  Tables(SourceFiles files, Directory directory, ImportLog log) {
    this.files = files;
    this.directory = directory;
    this.log = log;
  }

  private record Cells(Row row) implements Values {
    @Override
    public @Nullable String text(String field) {
      return row.text(field).orElse(null);
    }

    @Override
    public Problem problem(String field, String code, String reason) {
      return row.problem(field, code, reason);
    }

    @Override
    public RefusedRow refuse(String field, String code, String reason) {
      return row.refuse(field, code, reason);
    }
  }

  void read() {
    List<String> owners = List.of("service_at_location_id", "service_id", "location_id");
    each(
        "organizations.csv",
        List.of("id", "name"),
        List.of("legal_status"),
        row -> directory.organization(new Cells(row)));
    each(
        "services.csv",
        List.of("id", "organization_id", "name"),
        List.of("minimum_age", "maximum_age"),
        row -> directory.service(new Cells(row), null));
    each(
        "locations.csv",
        List.of("id"),
        List.of(
            "organization_id",
            "name",
            "alternate_name",
            "latitude",
            "longitude",
            "external_identifier",
            "external_identifier_type"),
        row -> directory.place(new Cells(row), null));
    each(
        "service_at_location.csv",
        List.of("id", "service_id", "location_id"),
        List.of(),
        row -> directory.link(new Cells(row), null, null));
    each(
        "schedules.csv",
        List.of("id"),
        join(
            owners,
            "valid_from",
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
            "closes_at"),
        row -> directory.schedule(owner(row, owners), new Cells(row)));
    each(
        "languages.csv",
        List.of("id"),
        List.of("service_id", "location_id", "code"),
        row ->
            directory.language(owner(row, List.of("service_id", "location_id")), new Cells(row)));
    each(
        "accessibility.csv",
        List.of("id", "location_id"),
        List.of("description"),
        row -> directory.accessibility(row.id("location_id"), new Cells(row)));
    each("taxonomy_terms.csv", List.of("id"), List.of("code", "taxonomy"), this::term);
    each(
        "attributes.csv", List.of("id", "link_id", "taxonomy_term_id"), List.of(), this::attribute);
  }

  private void term(Row row) {
    String id = row.id("id");
    terms.put(id, new Term(row.text("taxonomy").orElse(""), row.optionalId("code").orElse(id)));
  }

  private void attribute(Row row) {
    Term term = terms.get(row.id("taxonomy_term_id"));
    if (term == null) {
      throw row.refuse(
          "taxonomy_term_id", "reference-unknown", "No taxonomy term of this id is there.");
    }
    directory.term(row.id("link_id"), term);
  }

  private static String owner(Row row, List<String> columns) {
    for (String column : columns) {
      if (row.optionalId(column).isPresent()) {
        return row.id(column);
      }
    }
    throw row.refuse(
        columns.get(0), "field-empty", "It is told neither for a service nor for a location.");
  }

  private static List<String> join(List<String> first, String... others) {
    return Stream.concat(first.stream(), List.of(others).stream()).toList();
  }

  private void each(String file, List<String> required, List<String> optional, Consumer<Row> each) {
    if (!files.has(file)) {
      return;
    }
    Set<String> seen = new HashSet<>();
    TableShape shape =
        TableShape.builder()
            .required(required.toArray(String[]::new))
            .optional(optional.toArray(String[]::new))
            .guarded()
            .build();
    Table.read(
        files,
        file,
        shape,
        log,
        row -> {
          if (!seen.add(row.id("id"))) {
            throw row.refuse("id", "id-twice", "This id is there twice in this file.");
          }
          each.accept(row);
        });
  }
}
