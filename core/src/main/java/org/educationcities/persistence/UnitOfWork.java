package org.educationcities.persistence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.Person;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, in the library's own types. Only within {@link
 * Store#inTransaction(java.util.function.Function)}; not thread-safe.
 */
public final class UnitOfWork {
  private final Transaction transaction;
  private final Seals seals;
  private final @Nullable Trail trail;
  private final Map<EntityKey, Optional<Entity>> readAhead = new HashMap<>();

  private record EntityKey(String type, String id) {}

  UnitOfWork(Transaction transaction, Seals seals, @Nullable Trail trail) {
    this.transaction = transaction;
    this.seals = seals;
    this.trail = trail;
  }

  /** The thing of an id, if it is there. */
  public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    String type = kind.type().name();
    Optional<Entity> ahead = readAhead.get(new EntityKey(type, id));
    return (ahead != null ? ahead : Optional.ofNullable(transaction.find(type, Set.of(id)).get(id)))
        .flatMap(entity -> seals.open(kind, entity));
  }

  /**
   * Reads some ids in one go, for the calls of {@link #find(Kind, String)} to come: these answer
   * what was there at this moment, or what this transaction has written since. For what the
   * transaction then requires or updates, so that it does not commit where somebody was faster.
   */
  public <T> void readAhead(Kind<T> kind, Set<String> ids) {
    String type = kind.type().name();
    Map<String, Entity> found = transaction.find(type, ids);
    seals.prepareToOpen(found.values());
    ids.forEach(id -> readAhead.put(new EntityKey(type, id), Optional.ofNullable(found.get(id))));
  }

  private void forget(Entity entity) {
    readAhead.remove(new EntityKey(entity.type(), entity.id()));
  }

  /** The things of some ids that are there, by id. */
  public <T> Map<String, Stored<T>> find(Kind<T> kind, Set<String> ids) {
    ImmutableMap.Builder<String, Stored<T>> found = ImmutableMap.builder();
    Map<String, Entity> entities = transaction.find(kind.type().name(), ids);
    seals.prepareToOpen(entities.values());
    entities.forEach((id, entity) -> seals.open(kind, entity).ifPresent(it -> found.put(id, it)));
    return found.buildOrThrow();
  }

  /** Stores a new thing; a conflict if its id is there. */
  public <T> Stored<T> insert(Kind<T> kind, T value) {
    Entity plain = kind.write(value);
    String sealedBy = seals.keyFor(kind, value, Seals.NONE);
    Entity stored = transaction.insert(seals.seal(plain, sealedBy));
    forget(stored);
    return done("insert", kind, value, plain.withVersion(stored.version()), sealedBy, null);
  }

  /** Replaces a thing; a conflict if it is no longer as it was seen. */
  public <T> Stored<T> update(Kind<T> kind, Stored<T> seen, T value) {
    return update(kind, seen, value, seen.sealedBy());
  }

  /** Replaces a thing like {@code update}, and seals it by another key than before. */
  public <T> Stored<T> updateUnderNewKey(Kind<T> kind, Stored<T> seen, T value) {
    return update(kind, seen, value, Seals.NONE);
  }

  private <T> Stored<T> update(Kind<T> kind, Stored<T> seen, T value, String before) {
    Entity plain = kind.rewrite(seen.entity(), value);
    String sealedBy = seals.keyFor(kind, value, before);
    Entity stored = transaction.update(seals.seal(plain, sealedBy));
    forget(stored);
    Entity now = plain.withVersion(stored.version());
    if (sealedBy.equals(seen.sealedBy())) {
      return done("update", kind, value, now, sealedBy, seen.version());
    }
    // Under another key it has another pseudonym: to the audit it is another thing.
    if (trail != null) {
      trail.add("delete", seen, null);
    }
    return done("insert", kind, value, now, sealedBy, null);
  }

  private <T> Stored<T> done(
      String what, Kind<T> kind, T value, Entity plain, String sealedBy, @Nullable Long replaces) {
    Stored<T> stored = new Stored<>(value, plain, sealedBy, kind.isAudited());
    if (trail != null) {
      trail.add(what, stored, replaces);
    }
    return stored;
  }

  /** Removes a thing; a conflict if it is no longer as it was seen. */
  public void delete(Stored<?> seen) {
    transaction.delete(seen.entity());
    forget(seen.entity());
    if (trail != null) {
      trail.add("delete", seen, null);
    }
  }

  /** Tells the audit that somebody was shown something of a person; nothing where none is kept. */
  public void sawOf(Person person, String what) {
    if (trail != null) {
      trail.sawOf(person, what);
    }
  }

  /** Tells the audit that somebody was shown something of many at once. */
  public void saw(String type, String id, String what) {
    if (trail != null) {
      trail.saw(type, id, what);
    }
  }

  /** Whether an audit is kept. */
  public boolean isAudited() {
    return trail != null;
  }

  /** The pseudonym under which the audit tells of something stored; only where one is kept. */
  public String pseudonymOf(Stored<?> stored) {
    return Trail.entity(keys(), stored);
  }

  /** The pseudonym under which the audit tells of a person; only where one is kept. */
  public Optional<String> pseudonymOf(Person person) {
    Keys own = keys();
    return Optional.ofNullable(own.find(own.idOf(person))).map(Trail::person);
  }

  /** Whether an entry of the audit was written by the library, with the space's key. */
  public boolean isGenuine(AuditEntry entry) {
    return entry.isMarkedBy(keys().obtain(Keys.SPACE_KEY));
  }

  /** A mark over a text that nobody can make without the space's key; only where there are keys. */
  public String markOf(String text) {
    return Keys.mark(keys().obtain(Keys.SPACE_KEY), text);
  }

  /** The id of a person's key; only where there are keys. */
  public String keyIdOf(Person person) {
    return keys().idOf(person);
  }

  /**
   * The pseudonym by which an erasure of a person is told; where there are no keys, a hash of their
   * id.
   */
  public String erasureIdOf(Person person) {
    Keys own = seals.keys();
    return own == null
        ? "person-"
            + Hashing.sha256()
                .hashString(person.reference(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, 32)
        : own.idOf(person);
  }

  private Keys keys() {
    return Objects.requireNonNull(seals.keys(), "There is no key source.");
  }

  /** Writes what it did with it. */
  void finish() {
    if (trail != null) {
      for (AuditEntry entry : trail.entries()) {
        transaction.insert(AuditEntry.KIND.write(entry));
      }
    }
  }

  /** Commits only if a thing is still as it was seen. */
  public void require(Stored<?> seen) {
    transaction.require(seen.entity());
  }

  /** Everything that a query matches, page after page: for what one transaction can hold. */
  public <T> List<Stored<T>> all(Kind<T> kind, Query query) {
    List<Stored<T>> all = new ArrayList<>();
    Query page = query;
    while (true) {
      Listing<T> listing = query(kind, page);
      all.addAll(listing.items());
      Optional<String> next = listing.next();
      if (next.isEmpty()) {
        return all;
      }
      page = page.next(next.get());
    }
  }

  /** One page of what a query matches. */
  public <T> Listing<T> query(Kind<T> kind, Query query) {
    Page page = transaction.query(query);
    seals.prepareToOpen(page.entities());
    List<Stored<T>> items =
        page.entities().stream().flatMap(each -> seals.open(kind, each).stream()).toList();
    return new Listing<>(items, page.next().orElse(null));
  }

  /** One page like {@code query}, without what cannot be read. */
  public <T> Listing<T> queryReadable(Kind<T> kind, Query query) {
    Page page = transaction.query(query);
    List<Stored<T>> items = new ArrayList<>();
    for (Entity each : page.entities()) {
      readable(kind, each).ifPresent(items::add);
    }
    return new Listing<>(items, page.next().orElse(null));
  }

  private <T> Optional<Stored<T>> readable(Kind<T> kind, Entity entity) {
    try {
      return seals.open(kind, entity);
    } catch (CorruptEntityException e) {
      return Optional.empty(); // whoever asks for what can be read has been told of the rest
    }
  }

  /**
   * Values without whoever was erased; where there are keys. A value that was theirs is left out.
   */
  <T> List<T> withoutErased(Kind<T> kind, List<T> values) {
    Keys own = seals.keys();
    if (own == null || !kind.isAudited()) {
      return values;
    }
    Map<String, Person> people = new HashMap<>();
    values.forEach(
        each -> kind.personal().people(each).forEach(who -> people.put(own.idOf(who), who)));
    Map<Person, String> erased = new HashMap<>();
    for (List<String> ids : Iterables.partition(people.keySet(), 500)) {
      find(Erased.KIND, Set.copyOf(ids))
          .values()
          .forEach(
              each ->
                  erased.put(
                      Objects.requireNonNull(people.get(each.value().id())),
                      each.value().standIn()));
    }
    if (erased.isEmpty()) {
      return values;
    }
    List<T> rest = new ArrayList<>();
    values.forEach(each -> without(kind, each, erased).ifPresent(rest::add));
    return rest;
  }

  private static <T> Optional<T> without(Kind<T> kind, T value, Map<Person, String> erased) {
    Optional<T> rest = Optional.of(value);
    for (Person who : kind.personal().people(value)) {
      String standIn = erased.get(who);
      if (standIn != null) {
        rest = rest.flatMap(each -> kind.personal().without(each, who, standIn));
      }
    }
    return rest;
  }

  /** Fetches in one go the keys that writing some values will need. */
  <T> void prepare(Kind<T> kind, List<T> values) {
    seals.prepare(kind, values);
  }
}
