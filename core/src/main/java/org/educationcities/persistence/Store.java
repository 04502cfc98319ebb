package org.educationcities.persistence;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;

/**
 * A storage seen from one space, in the library's own types. Thread-safe.
 *
 * <p>Work that meets a conflict is run again from its start, at most {@value #ATTEMPTS} times,
 * after a short random pause that grows; so it must do nothing but read and write through its unit.
 */
public final class Store {
  private static final int ATTEMPTS = 24;
  private static final long FIRST_PAUSE_NANOS = 50_000;
  private static final long LONGEST_PAUSE_NANOS = 20_000_000;

  private final Storage storage;
  private final Space space;

  /** A store over an open storage. */
  public Store(Storage storage, Space space) {
    this.storage = Objects.requireNonNull(storage, "storage");
    this.space = Objects.requireNonNull(space, "space");
  }

  /** The space it sees. */
  public Space space() {
    return space;
  }

  /**
   * Runs work in a transaction, again on conflict.
   *
   * @throws ConflictException if it met a conflict every time
   */
  public <T extends @org.jspecify.annotations.Nullable Object> T inTransaction(
      Function<? super UnitOfWork, ? extends T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return storage.inTransaction(space, transaction -> work.apply(new UnitOfWork(transaction)));
      } catch (ConflictException conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
        pause(attempt);
      }
    }
  }

  /** Runs work that returns nothing, like {@link #inTransaction}. */
  public void run(Consumer<? super UnitOfWork> work) {
    inTransaction(
        unit -> {
          work.accept(unit);
          return Boolean.TRUE;
        });
  }

  /** The thing of an id, if it is there, read on its own. */
  public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    return inTransaction(unit -> unit.find(kind, id));
  }

  /**
   * Everything that a query matches, page after page, each in a transaction of its own: what
   * changes meanwhile may or may not be seen.
   */
  public <T> void forEach(Kind<T> kind, Query query, Consumer<? super Stored<T>> action) {
    Query page = query;
    while (true) {
      Query current = page;
      Listing<T> listing = inTransaction(unit -> unit.query(kind, current));
      listing.items().forEach(action);
      Optional<String> next = listing.next();
      if (next.isEmpty()) {
        return;
      }
      page = query.next(next.get());
    }
  }

  private static void pause(int attempt) {
    long most = Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(attempt, 20));
    LockSupport.parkNanos(RandomGenerator.getDefault().nextLong(1, most));
  }
}
