package org.educationcities.storage.jdbc;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Collects writes and brings them to the database in batches: at the end, before a query that may
 * have to see them, or when there are many.
 */
final class JdbcTransaction implements Transaction {
  private static final int MOST_WRITES = 5000;
  private static final long MOST_BYTES = 16L << 20;

  private final StorageContext context;
  private final Tables tables;
  private final Versions shared;
  private final Link link;
  private final Space space;
  private final Reader reader;
  private final NavigableMap<Write.Key, Write> writes = new TreeMap<>();
  private @Nullable Versions own;
  private long bytes;
  private @Nullable RuntimeException failed;
  private boolean ended;

  JdbcTransaction(StorageContext context, Tables tables, Versions shared, Link link, Space space) {
    this.context = context;
    this.tables = tables;
    this.shared = shared;
    this.link = link;
    this.space = space;
    this.reader = new Reader(tables, link.connection(), space);
  }

  @Override
  public Map<String, Entity> find(String type, Set<String> ids) {
    checkUsable();
    context.type(type);
    Map<String, Entity> found = new HashMap<>();
    Set<String> unknown = new HashSet<>();
    for (String id : ids) {
      Write write = Entity.isId(id) ? writes.get(new Write.Key(type, id)) : null;
      if (write == null || write.requiresOnly()) {
        unknown.add(id);
      } else if (write.after() != null) {
        found.put(id, write.after());
      }
    }
    if (!unknown.isEmpty()) {
      found.putAll(run(() -> reader.find(type, unknown)));
    }
    return found;
  }

  @Override
  public Entity insert(Entity entity) {
    checkUsable();
    context.type(entity.type()).check(entity);
    if (entity.version() != Entity.UNSTORED) {
      throw new IllegalArgumentException(
          entity + " has a version already.\nMaybe it is to be updated, or made unstored.");
    }
    return put(entity);
  }

  @Override
  public Entity update(Entity entity) {
    checkStored(entity);
    return put(entity);
  }

  private Entity put(Entity entity) {
    long before = expect(entity);
    Entity written = entity.withVersion(run(this::nextVersion));
    Write.Key key = Write.Key.of(entity);
    writes.put(key, new Write(key, before, written, false));
    bytes += entity.payloadSize();
    if (writes.size() >= MOST_WRITES || bytes >= MOST_BYTES) {
      flush();
    }
    return written;
  }

  @Override
  public void delete(Entity entity) {
    checkStored(entity);
    long before = expect(entity);
    Write.Key key = Write.Key.of(entity);
    writes.put(key, new Write(key, before, null, true));
  }

  @Override
  public void require(Entity entity) {
    checkStored(entity);
    expect(entity);
    Write.Key key = Write.Key.of(entity);
    writes.putIfAbsent(key, new Write(key, entity.version(), null, false));
  }

  @Override
  public Page query(Query query) {
    checkUsable();
    EntityType type = context.type(query.type());
    query.check(type);
    if (writes.values().stream()
        .anyMatch(w -> w.key().type().equals(query.type()) && !w.requiresOnly())) {
      flush();
    }
    return run(() -> reader.query(query, type));
  }

  /**
   * Refuses a version that this transaction knows to be wrong; what the database has is checked by
   * the flush. Returns the version that must be in the database.
   */
  private long expect(Entity entity) {
    Write write = writes.get(Write.Key.of(entity));
    if (write == null) {
      return entity.version();
    }
    if (write.versionAfter() != entity.version()) {
      ConflictException conflict =
          Write.conflict(write.key(), entity.version(), write.versionAfter());
      failed = conflict;
      throw conflict;
    }
    return write.before();
  }

  private long nextVersion() throws SQLException {
    if (tables.dialect().blocksOutliveRollback() || !link.isWithinTransaction()) {
      return shared.next(link.connection());
    }
    Versions versions = own;
    if (versions == null) {
      versions = new Versions(tables.dialect(), tables.prefix());
      own = versions;
    }
    return versions.next(link.connection());
  }

  private void flush() {
    if (writes.isEmpty()) {
      return;
    }
    run(
        () -> {
          link.beforeWriting();
          new Flush(tables, link.connection(), space.id()).write(writes.values());
          return Boolean.TRUE;
        });
    writes.clear();
    bytes = 0;
  }

  /** Brings the last writes to the database; what is left is to commit. */
  void finish() {
    if (failed != null) {
      throw again(failed);
    }
    flush();
  }

  private static RuntimeException again(RuntimeException failed) {
    return failed instanceof ConflictException
        ? new ConflictException(String.valueOf(failed.getMessage()), failed)
        : failed;
  }

  private interface Sql<T> {
    T run() throws SQLException;
  }

  /** After a failure within the database nothing of the transaction can be committed. */
  private <T> T run(Sql<T> sql) {
    try {
      return sql.run();
    } catch (SQLException error) {
      RuntimeException meaning = Failures.of(tables.dialect().database(), error);
      failed = meaning;
      throw meaning;
    } catch (ConflictException conflict) {
      failed = conflict;
      throw conflict;
    }
  }

  private void checkStored(Entity entity) {
    checkUsable();
    context.type(entity.type()).check(entity);
    if (entity.version() == Entity.UNSTORED) {
      throw new IllegalArgumentException(
          entity + " has no version.\nMaybe it is to be inserted, or was never read.");
    }
  }

  private void checkUsable() {
    if (ended) {
      throw new IllegalStateException(
          "This transaction has ended.\nMaybe it was kept beyond the work it was given to.");
    }
    if (failed != null) {
      throw again(failed);
    }
  }

  void end() {
    ended = true;
  }
}
