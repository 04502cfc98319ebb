package org.educationcities.storage.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
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
    if (busy.get() != null) {
      throw new IllegalStateException(
          "Transactions do not nest, and this thread is within one.\n"
              + "Maybe pass the transaction on instead of opening another.");
    }
    MemoryTransaction transaction = new MemoryTransaction(this, space);
    busy.set(true);
    try {
      T result = work.apply(transaction);
      transaction.commit();
      return result;
    } finally {
      transaction.end();
      busy.remove();
    }
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return Set.of();
  }

  @Override
  public void close() {
    closed.set(true);
  }

  void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException("This storage is closed.");
    }
  }

  EntityType type(String name) {
    return context.type(name);
  }

  long nextVersion() {
    return versions.incrementAndGet();
  }

  /** Reads while nothing is written. */
  <T> T reading(Supplier<T> read) {
    lock.readLock().lock();
    try {
      return read.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The shelf of a type, or null where nothing was ever put; only while reading. */
  @Nullable Shelf shelf(Space space, String type) {
    return shelves.get(new Place(space, type));
  }

  /** Checks all changes, then makes them all. */
  void apply(Space space, Collection<Change> changes) {
    lock.writeLock().lock();
    try {
      checkOpen();
      for (Change change : changes) {
        Shelf shelf = shelf(space, change.type());
        change.check(shelf == null ? null : shelf.get(change.id()));
      }
      for (Change change : changes) {
        Entity after = change.after();
        if (after != null) {
          shelves.computeIfAbsent(new Place(space, change.type()), p -> new Shelf()).put(after);
        } else if (change.deletes()) {
          Shelf shelf = shelf(space, change.type());
          if (shelf != null) {
            shelf.remove(change.id());
          }
        }
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
