package org.educationcities.storage.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Cursor;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Collects the changes of one transaction; they are checked again when it commits. */
final class JsonTransaction implements Transaction {
  private record Key(String type, String id) {}

  private final JsonStorage storage;
  private final Space space;
  private final Map<Key, Change> changes = new LinkedHashMap<>();
  private @Nullable ConflictException failed;
  private boolean ended;

  JsonTransaction(JsonStorage storage, Space space) {
    this.storage = storage;
    this.space = space;
  }

  @Override
  public Map<String, Entity> find(String type, Set<String> ids) {
    checkUsable();
    storage.type(type);
    return storage.reading(
        () -> {
          Map<String, Entity> found = new HashMap<>();
          for (String id : ids) {
            Entity entity = current(type, id);
            if (entity != null) {
              found.put(id, entity);
            }
          }
          return found;
        });
  }

  @Override
  public Entity insert(Entity entity) {
    checkUsable();
    storage.type(entity.type()).check(entity);
    if (entity.version() != Entity.UNSTORED) {
      throw new IllegalArgumentException(
          entity + " has a version already.\nMaybe it is to be updated, or made unstored.");
    }
    return put(entity, Entity.UNSTORED);
  }

  @Override
  public Entity update(Entity entity) {
    checkStored(entity);
    return put(entity, entity.version());
  }

  private Entity put(Entity entity, long seen) {
    Change earlier = expect(entity, seen);
    Entity written = entity.withVersion(storage.nextVersion());
    long before = earlier == null ? seen : earlier.before();
    changes.put(key(entity), new Change(entity.type(), entity.id(), before, written, false));
    return written;
  }

  @Override
  public void delete(Entity entity) {
    checkStored(entity);
    Change earlier = expect(entity, entity.version());
    long before = earlier == null ? entity.version() : earlier.before();
    changes.put(key(entity), new Change(entity.type(), entity.id(), before, null, true));
  }

  @Override
  public void require(Entity entity) {
    checkStored(entity);
    if (expect(entity, entity.version()) == null) {
      changes.put(
          key(entity), new Change(entity.type(), entity.id(), entity.version(), null, false));
    }
  }

  @Override
  public Page query(Query query) {
    checkUsable();
    EntityType type = storage.type(query.type());
    query.check(type);
    @Nullable Cursor after = Cursor.of(space, query, type).orElse(null);
    List<Entity> found =
        new ArrayList<>(
            storage.reading(
                () ->
                    storage
                        .contents()
                        .all(space.id(), query.type())
                        .filter(e -> !isRewritten(e) && query.matches(e))
                        .filter(e -> after == null || after.isBefore(query, e))
                        .toList()));
    addOwn(found, query, after);
    found.sort(query.order());
    return Page.of(space, query, found);
  }

  private boolean isRewritten(Entity entity) {
    Change own = changes.get(key(entity));
    return own != null && !own.requiresOnly();
  }

  private void addOwn(List<Entity> found, Query query, @Nullable Cursor after) {
    for (Change change : changes.values()) {
      Entity own = change.after();
      if (own != null
          && own.type().equals(query.type())
          && query.matches(own)
          && (after == null || after.isBefore(query, own))) {
        found.add(own);
      }
    }
  }

  /** Refuses a version that is not the current one as this transaction sees it. */
  private @Nullable Change expect(Entity entity, long seen) {
    Entity current = storage.reading(() -> current(entity.type(), entity.id()));
    long version = current == null ? Entity.UNSTORED : current.version();
    if (version != seen) {
      failed = Change.conflict(entity.type(), entity.id(), seen, version);
      throw failed;
    }
    return changes.get(key(entity));
  }

  private @Nullable Entity current(String type, String id) {
    Change own = changes.get(new Key(type, id));
    if (own != null && !own.requiresOnly()) {
      return own.after();
    }
    return storage.contents().get(space.id(), type, id);
  }

  private void checkStored(Entity entity) {
    checkUsable();
    storage.type(entity.type()).check(entity);
    if (entity.version() == Entity.UNSTORED) {
      throw new IllegalArgumentException(
          entity + " has no version.\nMaybe it is to be inserted, or was never read.");
    }
  }

  private static Key key(Entity entity) {
    return new Key(entity.type(), entity.id());
  }

  private void checkUsable() {
    if (ended) {
      throw new IllegalStateException(
          "This transaction has ended.\nMaybe it was kept beyond the work it was given to.");
    }
    storage.checkOpen();
    if (failed != null) {
      throw again(failed);
    }
  }

  void commit() {
    if (failed != null) {
      throw again(failed);
    }
    List<EntityText> texts = new ArrayList<>();
    for (Change change : changes.values()) {
      if (!change.requiresOnly() && !(change.deletes() && change.before() == Entity.UNSTORED)) {
        texts.add(new EntityText(space.id(), change.type(), change.id(), change.after()));
      }
    }
    storage.commit(this::check, texts);
  }

  private void check() {
    for (Change change : changes.values()) {
      change.check(storage.contents().get(space.id(), change.type(), change.id()));
    }
  }

  private static ConflictException again(ConflictException failed) {
    return new ConflictException(String.valueOf(failed.getMessage()), failed);
  }

  void end() {
    ended = true;
  }
}
