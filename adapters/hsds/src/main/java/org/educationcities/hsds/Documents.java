package org.educationcities.hsds;

import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.JsonDocument;
import org.educationcities.exchange.JsonPart;
import org.educationcities.exchange.Problem;
import org.educationcities.exchange.RefusedRow;
import org.educationcities.exchange.SourceFiles;
import org.educationcities.hsds.Directory.Term;
import org.jspecify.annotations.Nullable;

/** Walks JSON documents, nested as they come, into a directory. */
final class Documents {
  private final SourceFiles files;
  private final Directory directory;
  private final ImportLog log;

  Documents(SourceFiles files, Directory directory, ImportLog log) {
    this.files = files;
    this.directory = directory;
    this.log = log;
  }

  private record Fields(JsonPart part) implements Values {
    @Override
    public @Nullable String text(String field) {
      return part.text(field).orElse(null);
    }

    @Override
    public Problem problem(String field, String code, String reason) {
      return part.field(field).orElse(part).problem(code, reason);
    }

    @Override
    public RefusedRow refuse(String field, String code, String reason) {
      return part.field(field).orElse(part).refuse(code, reason);
    }
  }

  void read() {
    for (String name : files.names()) {
      if (name.endsWith(".json") && !name.equals("datapackage.json")) {
        JsonDocument.read(files, name, log, this::document);
      }
    }
  }

  private void document(JsonPart part) {
    if (part.field("contents").isPresent()) {
      part.items("contents").forEach(this::document);
    } else if (has(part, "location") && (has(part, "service") || has(part, "service_id"))) {
      atLocation(part, null);
    } else if (has(part, "location_type")) {
      place(part, null);
    } else if (has(part, "service_at_locations")
        || has(part, "organization")
        || has(part, "organization_id")
        || has(part, "eligibility_description")) {
      service(part, null);
    } else if (has(part, "id")
        && has(part, "name")
        && !has(part, "taxonomy")
        && !has(part, "version")) {
      organization(part);
    } else {
      log.note(
          part.problem(
              "document-unknown",
              "This is no organization, service or location; it was left alone."));
    }
  }

  private static boolean has(JsonPart part, String field) {
    return part.field(field).isPresent();
  }

  private String organization(JsonPart part) {
    String id = directory.organization(new Fields(part));
    part.items("services").forEach(each -> service(each, id));
    part.items("locations").forEach(each -> place(each, id));
    return id;
  }

  private String service(JsonPart part, @Nullable String owner) {
    String organization =
        part.field("organization").isPresent()
            ? organization(part.field("organization").get())
            : owner;
    String id = directory.service(new Fields(part), organization);
    shared(part, id);
    part.items("service_at_locations").forEach(each -> atLocation(each, id));
    return id;
  }

  private String place(JsonPart part, @Nullable String owner) {
    String id = directory.place(new Fields(part), owner);
    shared(part, id);
    part.items("accessibility").forEach(each -> directory.accessibility(id, new Fields(each)));
    return id;
  }

  private void atLocation(JsonPart part, @Nullable String owner) {
    String service =
        part.field("service").isPresent() ? service(part.field("service").get(), null) : owner;
    String place =
        part.field("location").isPresent() ? place(part.field("location").get(), null) : null;
    Fields fields = new Fields(part);
    directory.link(fields, service, place);
    shared(part, fields.id("id"));
  }

  private void shared(JsonPart part, String owner) {
    part.items("schedules").forEach(each -> directory.schedule(owner, new Fields(each)));
    part.items("languages").forEach(each -> directory.language(owner, new Fields(each)));
    part.items("attributes").forEach(each -> attribute(each, owner));
  }

  private void attribute(JsonPart part, String owner) {
    part.field("taxonomy_term")
        .ifPresent(
            term ->
                directory.term(
                    owner,
                    new Term(
                        term.text("taxonomy").orElse(""),
                        term.text("code").orElseGet(() -> new Fields(term).id("id")))));
  }
}
