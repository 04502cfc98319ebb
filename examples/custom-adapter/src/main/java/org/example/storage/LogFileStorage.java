package org.example.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Cursor;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.OutcomeUnknownException;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.educationcities.spi.storage.Transaction;
import org.example.storage.LogFile.Place;
import org.jspecify.annotations.Nullable;

/** Entities in memory, written to a log file; its monitor guards all that is shared. */
final class LogFileStorage implements Storage {
  private static final Place VERSIONS = new Place("", "", "versions");

  private final StorageContext context;
  private final LogFile log;
  private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
  private long version;
  private boolean closed;

  LogFileStorage(StorageContext context, LogFile log) {
    this.context = context;
    this.log = log;
    Entity last = log.entities().get(VERSIONS);
    version = last == null ? 0 : last.version();
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(
      Space space, Function<? super Transaction, ? extends T> work) {
    checkOpen();
    if (busy.get() != null) {
      throw new IllegalStateException("Transactions do not nest.");
    }
    busy.set(true);
    Work transaction = new Work(space);
    try {
      T result = work.apply(transaction);
      commit(transaction);
      return result;
    } finally {
      transaction.ended = true;
      busy.remove();
    }
  }

  private synchronized void commit(Work work) {
    checkOpen();
    if (work.failed) {
      throw conflict();
    }
    StringBuilder lines = new StringBuilder();
    work.seen.forEach((key, seen) -> check(seen, log.entities().get(key)));
    work.written.forEach((key, after) -> lines.append(LogFile.line(key, after.orNull())));
    if (lines.length() == 0) {
      return;
    }
    lines.append(
        LogFile.line(VERSIONS, Entity.of("-", "versions", version, 0, new byte[0], Map.of())));
    try {
      log.commit(lines.toString());
    } catch (IOException failed) {
      closed = true;
      throw new OutcomeUnknownException("The log broke.\nMaybe open again and read.", failed);
    }
  }

  private static void check(long seen, @Nullable Entity current) {
    if (seen != (current == null ? Entity.UNSTORED : current.version())) {
      throw conflict();
    }
  }

  private static ConflictException conflict() {
    return new ConflictException("Changed meanwhile.\nMaybe read again and retry.");
  }

  private synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("This storage is closed.");
    }
  }

  private synchronized long nextVersion() {
    return ++version;
  }

  private synchronized Map<Place, Entity> snapshot() {
    return new HashMap<>(log.entities());
  }

  private synchronized @Nullable Entity committed(Place key) {
    return log.entities().get(key);
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return Set.of(StorageCapability.DURABLE);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      log.file().close();
    } catch (IOException failed) {
      throw new StorageUnavailableException("The log file could not be closed.", failed);
    }
  }

  /** What is there after a write: an entity, or nothing. */
  private record After(List<Entity> entity) {
    @Nullable Entity orNull() {
      return entity.isEmpty() ? null : entity.get(0);
    }
  }

  /** One transaction: the versions it saw first, and what it wrote last. */
  private final class Work implements Transaction {
    private final Space space;
    private final Map<Place, Long> seen = new LinkedHashMap<>();
    private final Map<Place, After> written = new LinkedHashMap<>();
    private boolean failed;
    private boolean ended;

    Work(Space space) {
      this.space = space;
    }

    private EntityType type(String name) {
      if (ended) {
        throw new IllegalStateException("This transaction has ended.");
      }
      return context.type(name);
    }

    private @Nullable Entity current(Place key) {
      After own = written.get(key);
      return own == null ? committed(key) : own.orNull();
    }

    @Override
    public Map<String, Entity> find(String type, Set<String> ids) {
      type(type);
      Map<String, Entity> found = new HashMap<>();
      for (String id : ids) {
        Entity entity = current(new Place(space.id(), type, id));
        if (entity != null) {
          found.put(id, entity);
        }
      }
      return found;
    }

    /** Checks that an entity is as the caller saw it, now and again at the commit. */
    private Place expect(Entity entity, boolean stored) {
      type(entity.type()).check(entity);
      if (stored == (entity.version() == Entity.UNSTORED)) {
        throw new IllegalArgumentException(entity + " is to have a version, or is not to.");
      }
      Place key = new Place(space.id(), entity.type(), entity.id());
      try {
        check(entity.version(), current(key));
      } catch (ConflictException conflict) {
        failed = true;
        throw conflict;
      }
      seen.putIfAbsent(key, entity.version());
      return key;
    }

    private Entity write(Place key, Entity entity) {
      Entity after = entity.withVersion(nextVersion());
      written.put(key, new After(List.of(after)));
      return after;
    }

    @Override
    public Entity insert(Entity entity) {
      return write(expect(entity, false), entity);
    }

    @Override
    public Entity update(Entity entity) {
      return write(expect(entity, true), entity);
    }

    @Override
    public void delete(Entity entity) {
      written.put(expect(entity, true), new After(List.of()));
    }

    @Override
    public void require(Entity entity) {
      expect(entity, true);
    }

    @Override
    public Page query(Query query) {
      EntityType type = type(query.type());
      query.check(type);
      @Nullable Cursor after = Cursor.of(space, query, type).orElse(null);
      Map<Place, Entity> all = snapshot();
      written.forEach((key, own) -> own.entity().forEach(entity -> all.put(key, entity)));
      all.keySet().removeIf(key -> written.containsKey(key) && written.get(key).orNull() == null);
      List<Entity> found = new ArrayList<>();
      all.forEach(
          (key, entity) -> {
            boolean asked = key.space().equals(space.id()) && key.type().equals(query.type());
            if (asked
                && query.matches(entity)
                && (after == null || after.isBefore(query, entity))) {
              found.add(entity);
            }
          });
      found.sort(query.order());
      return Page.of(space, query, found);
    }
  }
}
