package org.educationcities.persistence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.educationcities.Actor;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable KeySource keys;

  private final InstantSource clock;
  private final @Nullable Actor actor;

  /** A store over an open storage that seals nothing, and keeps no audit. */
  public Store(Storage storage, Space space) {
    this(storage, space, null, () -> Instant.EPOCH); // never asked: there is no audit
  }

  /**
   * A store over an open storage. With a source of keys it seals whatever is personal, and keeps an
   * audit of what is done to it.
   */
  public Store(Storage storage, Space space, @Nullable KeySource keys, InstantSource clock) {
    this(storage, space, keys, clock, null);
  }

  private Store(
      Storage storage,
      Space space,
      @Nullable KeySource keys,
      InstantSource clock,
      @Nullable Actor actor) {
    this.storage = Objects.requireNonNull(storage, "storage");
    this.space = Objects.requireNonNull(space, "space");
    this.keys = keys;
    this.clock = Objects.requireNonNull(clock, "clock");
    this.actor = actor;
  }

  /** The same store, in whose audit everything is done by an actor. */
  public Store as(Actor who) {
    return new Store(storage, space, keys, clock, who);
  }

  /** Whether there are keys: whatever is personal is sealed, and an audit is kept. */
  public boolean isSealed() {
    return keys != null;
  }

  /**
   * Destroys keys for ever, outside of any transaction.
   *
   * @return how many there were
   */
  public int destroy(Collection<String> keyIds) {
    KeySource source = keys;
    int destroyed = 0;
    if (source != null) {
      for (String each : keyIds) {
        destroyed += source.destroy(space, each) ? 1 : 0;
      }
    }
    return destroyed;
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
  public <T extends @Nullable Object> T inTransaction(
      Function<? super UnitOfWork, ? extends T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return storage.inTransaction(space, transaction -> run(transaction, work));
      } catch (ConflictException conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
        pause(attempt);
      }
    }
  }

  private <T extends @Nullable Object> T run(
      Transaction transaction, Function<? super UnitOfWork, ? extends T> work) {
    Seals seals = new Seals(keys, space);
    Keys own = seals.keys();
    Trail trail = own == null ? null : new Trail(own, clock, actor);
    UnitOfWork unit = new UnitOfWork(transaction, seals, trail);
    T result = work.apply(unit);
    unit.finish();
    return result;
  }

  /** Runs work that returns nothing, like {@link #inTransaction(Function)}. */
  public void run(Consumer<? super UnitOfWork> work) {
    inTransaction(
        unit -> {
          work.accept(unit);
          return Boolean.TRUE;
        });
  }

  /** Runs work in an actor's name, like {@link #run(Consumer)}. */
  public void run(Actor who, Consumer<? super UnitOfWork> work) {
    as(who).run(work);
  }

  /** Runs work in an actor's name, like {@link #inTransaction(Function)}. */
  public <T extends @Nullable Object> T inTransaction(
      Actor who, Function<? super UnitOfWork, ? extends T> work) {
    return as(who).inTransaction(work);
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
