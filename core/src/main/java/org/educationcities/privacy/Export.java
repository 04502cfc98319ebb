package org.educationcities.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.people.Guardian;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Act;
import org.educationcities.persistence.AuditEntry;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.storage.Query;

/**
 * Everything the library keeps of one person, as JSON that any program reads: each thing with its
 * type, its id and its content, and what the audit tells of them. Other people's ids are replaced
 * by {@code other-1}, {@code other-2}…: what is kept of them is theirs. Thread-safe; it reads
 * everything that is personal once.
 */
public final class Export {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Store store;
  private final List<Kind<?>> kinds;
  private final HostSources sources;
  private final InstantSource clock;

  /** Export of what is kept in a store. */
  public Export(
      Store store, List<? extends Kind<?>> kinds, HostSources sources, InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.kinds = ImmutableList.copyOf(kinds);
    this.sources = Objects.requireNonNull(sources, "sources");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Exports a person: an object with {@code format} 1, {@code person}, {@code asOf}, {@code things}
   * (each with {@code type}, {@code id}, {@code content}), {@code audit} (each with {@code at},
   * {@code role}, {@code what}, {@code type}, {@code byYou}), and {@code host}, which says who has
   * the rest.
   *
   * @param actor the person, a guardian whose relation to the learner is valid today, or an
   *     administrator who has made sure of who asks
   */
  public String of(Actor actor, Person person) {
    allow(actor, person);
    ObjectNode export = JSON.createObjectNode();
    export.put("format", 1);
    export.putObject("person").put("kind", person.kind().word()).put("id", person.id());
    export.put("asOf", clock.instant().toString());
    Map<String, String> others = new HashMap<>();
    ArrayNode things = export.putArray("things");
    kinds.forEach(kind -> things(kind, person, others, things));
    audit(person, export.putArray("audit"));
    export.put(
        "host",
        "Names, addresses and whatever else the host keeps of you is for the host to give.");
    store.as(actor).run(unit -> unit.sawOf(person, "export"));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(export);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> void things(
      Kind<T> kind, Person person, Map<String, String> others, ArrayNode things) {
    store.forEach(
        kind,
        Query.over(kind.type().name()).limit(500).build(),
        each -> {
          if (kind.personal().tellsOf(each.value(), person)) {
            things.add(thing(kind, each, person, others));
          }
        });
  }

  private static <T> ObjectNode thing(
      Kind<T> kind, Stored<T> each, Person person, Map<String, String> others) {
    Set<String> ids = new HashSet<>();
    kind.personal().people(each.value()).forEach(who -> ids.add(who.id()));
    ids.remove(person.id());
    ids.forEach(id -> others.computeIfAbsent(id, key -> "other-" + (others.size() + 1)));
    ObjectNode thing = JSON.createObjectNode();
    thing.put("type", kind.type().name());
    thing.put("id", others.getOrDefault(each.entity().id(), each.entity().id()));
    try {
      thing.set(
          "content", withoutOthers(JSON.readTree(kind.plainBytes(each.value())), ids, others));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return thing;
  }

  private static JsonNode withoutOthers(
      JsonNode node, Set<String> ids, Map<String, String> others) {
    if (node.isTextual() && ids.contains(node.textValue())) {
      return JSON.getNodeFactory().textNode(others.get(node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(each -> array.add(withoutOthers(each, ids, others)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      node.properties()
          .forEach(
              each ->
                  object.set(
                      ids.contains(each.getKey())
                          ? String.valueOf(others.get(each.getKey()))
                          : each.getKey(),
                      withoutOthers(each.getValue(), ids, others)));
      return object;
    }
    return node;
  }

  private void audit(Person person, ArrayNode audit) {
    if (!store.isSealed()) {
      return;
    }
    Optional<String> pseudonym = store.inTransaction(unit -> unit.pseudonymOf(person));
    if (pseudonym.isEmpty()) {
      return;
    }
    String own = pseudonym.get();
    store.forEach(
        AuditEntry.KIND,
        Query.over(AuditEntry.KIND.type().name()).limit(500).build(),
        each -> {
          boolean byThem = each.value().actor().equals(own);
          for (Act act : each.value().acts()) {
            if (byThem || own.equals(act.about())) {
              audit
                  .addObject()
                  .put("at", each.value().at().toString())
                  .put("role", each.value().role())
                  .put("what", act.what())
                  .put("type", act.type())
                  .put("byYou", byThem);
            }
          }
        });
  }

  private void allow(Actor actor, Person person) {
    boolean self =
        actor.id().equals(person.id())
            && switch (person.kind()) {
              case LEARNER -> actor.role() == Role.LEARNER;
              case GUARDIAN -> actor.role() == Role.GUARDIAN;
              case ADULT -> actor.isOneOf(Role.EDUCATOR, Role.MENTOR);
            };
    if (!self && !isGuardian(actor, person) && actor.role() != Role.ADMINISTRATOR) {
      throw new ForbiddenException(actor, "export this person");
    }
  }

  private boolean isGuardian(Actor actor, Person person) {
    if (actor.role() != Role.GUARDIAN || person.kind() != Person.Kind.LEARNER) {
      return false;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LearnerId learner = new LearnerId(person.id());
    return sources.guardians().read(Selection.byIds(Set.of(actor.id()))).records().stream()
        .anyMatch(each -> Guardian.of(each).mayPermitFor(learner, today));
  }
}
