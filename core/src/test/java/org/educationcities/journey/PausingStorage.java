package org.educationcities.journey;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A storage that lets others go first at every step: before and after each call of a transaction,
 * and before its commit, a pause that a test chooses is made.
 */
public final class PausingStorage implements Storage {
  private final Storage storage;
  private final Runnable pause;

  /** A storage with a pause at every step. */
  public PausingStorage(Storage storage, Runnable pause) {
    this.storage = storage;
    this.pause = pause;
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(
      Space space, Function<? super Transaction, ? extends T> work) {
    pause.run();
    return storage.<T>inTransaction(
        space,
        transaction -> {
          T result = work.apply(new Pausing(transaction));
          pause.run();
          return result;
        });
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return storage.capabilities();
  }

  @Override
  public void close() {
    storage.close();
  }

  private final class Pausing implements Transaction {
    private final Transaction transaction;

    private Pausing(Transaction transaction) {
      this.transaction = transaction;
    }

    private <T> T around(Supplier<T> call) {
      pause.run();
      T result = call.get();
      pause.run();
      return result;
    }

    @Override
    public Map<String, Entity> find(String type, Set<String> ids) {
      return around(() -> transaction.find(type, ids));
    }

    @Override
    public Entity insert(Entity entity) {
      return around(() -> transaction.insert(entity));
    }

    @Override
    public Entity update(Entity entity) {
      return around(() -> transaction.update(entity));
    }

    @Override
    public void delete(Entity entity) {
      pause.run();
      transaction.delete(entity);
    }

    @Override
    public void require(Entity entity) {
      pause.run();
      transaction.require(entity);
    }

    @Override
    public Page query(Query query) {
      return around(() -> transaction.query(query));
    }
  }
}
