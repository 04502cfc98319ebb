package org.educationcities.storage.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Cursor;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.PendingChanges;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.jspecify.annotations.Nullable;

/**
 * Storage in the memory of this process. Thread-safe: a transaction keeps its writes to itself, and
 * one lock is held while they are checked and take effect.
 */
public final class MemoryStorage implements Storage {
  private record Place(Space space, String type) {}

  private final StorageContext context;
  private final Map<Place, Shelf> shelves = new HashMap<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong versions = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
  private final PendingChanges.Committed committed = new Shelves();

  MemoryStorage(StorageContext context) {
    this.context = context;
  }

  /** An empty storage for these types. */
  public static MemoryStorage of(Set<EntityType> types) {
    return new MemoryStorage(StorageContext.of(Settings.none(), types));
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(
      Space space,
      Function<? super org.educationcities.spi.storage.Transaction, ? extends T> work) {
    Objects.requireNonNull(space, "space");
    checkOpen();
    PendingChanges pending = new PendingChanges(context, space, committed);
    return pending.run(busy, work, () -> commit(space, pending));
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return Set.of();
  }

  @Override
  public void close() {
    closed.set(true);
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException("This storage is closed.");
    }
  }

  /** The shelves, read while nothing is written. */
  private final class Shelves implements PendingChanges.Committed {
    @Override
    public @Nullable Entity get(Space space, String type, String id) {
      return reading(
              space, type, shelf -> Optional.ofNullable(shelf == null ? null : shelf.get(id)))
          .orElse(null);
    }

    @Override
    public List<Entity> all(Space space, String type) {
      Query byId = Query.over(type).build();
      return reading(
          space, type, shelf -> shelf == null ? List.of() : shelf.candidates(byId, null).toList());
    }

    @Override
    public List<Entity> find(
        Space space, Query query, @Nullable Cursor after, Predicate<Entity> wanted) {
      return reading(
          space,
          query.type(),
          shelf ->
              shelf == null
                  ? List.of()
                  : shelf
                      .candidates(query, after)
                      .filter(wanted)
                      .limit(query.limit() + 1L)
                      .toList());
    }

    @Override
    public long nextVersion() {
      checkOpen();
      return versions.incrementAndGet();
    }

    private <T> T reading(Space space, String type, Function<@Nullable Shelf, T> read) {
      lock.readLock().lock();
      try {
        checkOpen();
        return read.apply(shelves.get(new Place(space, type)));
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  /** Checks all changes, then makes them all. */
  private void commit(Space space, PendingChanges pending) {
    lock.writeLock().lock();
    try {
      checkOpen();
      for (PendingChanges.Change change : pending.checked()) {
        Shelf shelf =
            shelves.computeIfAbsent(new Place(space, change.type()), place -> new Shelf());
        Entity after = change.after();
        if (after == null) {
          shelf.remove(change.id());
        } else {
          shelf.put(after);
        }
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
