package org.educationcities.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.UncheckedIOException;
import java.time.InstantSource;
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
import org.educationcities.collaboration.Merges;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Act;
import org.educationcities.persistence.AuditEntry;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.registry.Relations;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.storage.Query;

/**
 * Everything the library keeps of one person, as JSON that any program reads: each thing with its
 * type, its id and its content, and what the audit tells of them. Other people's ids are replaced
 * by {@code other-1}, {@code other-2}…: what is kept of them is theirs. A learner is exported under
 * all ids that turned out to be theirs, whichever is asked for.
 *
 * <p>Concerns are in nobody's export, nor whether there are any: a child must be able to say what
 * worries it without whom it is about, or a guardian who asks in its name, being told by a number.
 * Every export says alike whom to ask ({@code withheld}). Thread-safe; it reads everything that is
 * personal once, and all learners of the host.
 *
 * <p>From whom a learner is kept apart, and that they are, is in no export either; and why two
 * people accepted something for a child is in the child's alone.
 */
public final class Export {
  /** What the audit tells of it would tell that there is one. */
  private static final String CONCERN = "concern";

  private static final String ANCHOR = "learner-anchor";

  /** Made with the first export: opening a store need not wait for it. */
  private static final class Writing {
    static final JsonMapper JSON = JsonMapper.builder().build();
  }

  private final Store store;
  private final List<Kind<?>> kinds;
  private final Relations relations;
  private final Merges merges;
  private final InstantSource clock;

  /** Export of what is kept in a store. */
  public Export(
      Store store,
      List<? extends Kind<?>> kinds,
      HostSources sources,
      Merges merges,
      InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.kinds = ImmutableList.copyOf(kinds);
    this.relations = new Relations(sources, clock);
    this.merges = Objects.requireNonNull(merges, "merges");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Exports a person: an object with {@code format} 1, {@code person}, {@code asOf}, {@code things}
   * (each with {@code type}, {@code id}, {@code content}), {@code audit} (each with {@code at},
   * {@code role}, {@code what}, {@code type}, {@code byYou}), {@code withheld}, and {@code host},
   * which says who has the rest; of a merged learner also {@code formerIds}.
   *
   * @param actor the person, a guardian whose relation to the learner is valid today, or an
   *     administrator who has made sure of who asks
   */
  public String of(Actor actor, Person person) {
    Set<Person> identities = merges.identitiesOf(store.as(actor), person);
    Person now = List.copyOf(identities).get(identities.size() - 1);
    allow(actor, now);
    ObjectNode export = Writing.JSON.createObjectNode();
    export.put("format", 1);
    ObjectNode who = export.putObject("person");
    who.put("kind", now.kind().word()).put("id", now.id());
    if (identities.size() > 1) {
      ArrayNode former = who.putArray("formerIds");
      identities.stream().filter(each -> !each.equals(now)).forEach(each -> former.add(each.id()));
    }
    export.put("asOf", clock.instant().toString());
    Map<String, String> others = new HashMap<>();
    ArrayNode things = export.putArray("things");
    kinds.forEach(kind -> things(kind, identities, others, things));
    ArrayNode audit = export.putArray("audit");
    identities.forEach(each -> audit(each, audit));
    export
        .putArray("withheld")
        .add(
            "Concerns, if there are any: what is raised for a child's safety is for whoever"
                + " answers for it alone. Ask the safeguarding lead.");
    export.put(
        "host",
        "Names, addresses and whatever else the host keeps of you is for the host to give.");
    store.as(actor).run(unit -> unit.sawOf(now, "export"));
    try {
      return Writing.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(export);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> void things(
      Kind<T> kind, Set<Person> identities, Map<String, String> others, ArrayNode things) {
    store.forEach(
        kind,
        Query.over(kind.type().name()).limit(500).build(),
        each -> {
          boolean theirs =
              identities.stream().anyMatch(who -> kind.personal().tellsOf(each.value(), who));
          if (theirs && !kind.personal().isSafekept(each.value())) {
            things.add(thing(kind, each, identities, others));
          }
        });
  }

  private static <T> ObjectNode thing(
      Kind<T> kind, Stored<T> each, Set<Person> identities, Map<String, String> others) {
    Set<String> ids = new HashSet<>();
    kind.personal().people(each.value()).forEach(who -> ids.add(who.id()));
    identities.forEach(who -> ids.remove(who.id()));
    ids.forEach(id -> others.computeIfAbsent(id, key -> "other-" + (others.size() + 1)));
    ObjectNode thing = Writing.JSON.createObjectNode();
    thing.put("type", kind.type().name());
    thing.put("id", others.getOrDefault(each.entity().id(), each.entity().id()));
    thing.set(
        "content",
        withoutOthers(
            kind.plainTree(kind.personal().givenTo(each.value(), identities)), ids, others));
    return thing;
  }

  private static JsonNode withoutOthers(
      JsonNode node, Set<String> ids, Map<String, String> others) {
    if (node.isTextual() && ids.contains(node.textValue())) {
      return Writing.JSON.getNodeFactory().textNode(others.get(node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode array = Writing.JSON.createArrayNode();
      node.forEach(each -> array.add(withoutOthers(each, ids, others)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = Writing.JSON.createObjectNode();
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
            if ((byThem || own.equals(act.about())) && !isWithheld(each.value(), act)) {
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

  /** That there is a concern or a block: what the lead does to a learner's anchor is to block. */
  private static boolean isWithheld(AuditEntry entry, Act act) {
    return CONCERN.equals(act.type())
        || (ANCHOR.equals(act.type()) && entry.role().equals(Role.SAFEGUARDING_LEAD.name()));
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
    return actor.role() == Role.GUARDIAN
        && person.kind() == Person.Kind.LEARNER
        && relations.isGuardian(actor.id(), new LearnerId(person.id()));
  }
}
