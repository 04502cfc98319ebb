package org.educationcities.tck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** The plainest storage there is, right but for one fault. */
final class FaultyStorage implements Storage {

  record Key(String space, String type, String id) {}

  /** What outlives a storage: as a file would. */
  static final class Medium {
    final Map<Key, Entity> entities = new ConcurrentHashMap<>();
    final AtomicLong versions = new AtomicLong();
    boolean open;
    String header = "ok";
  }

  /** Opens it on media by name. */
  static final class Factory implements StorageFactory {
    private final Fault fault;
    final Map<String, Medium> media = new ConcurrentHashMap<>();

    Factory(Fault fault) {
      this.fault = fault;
    }

    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public List<Setting> settings() {
      return List.of(Setting.required("medium", "The name of a medium."));
    }

    @Override
    public Set<StorageCapability> capabilities() {
      return Set.of(StorageCapability.DURABLE);
    }

    @Override
    public Storage open(StorageContext context) {
      List<String> problems = context.settings().problems(settings());
      if (!problems.isEmpty() && fault != Fault.UNKNOWN_SETTINGS_TAKEN) {
        throw new ConfigurationException(problems);
      }
      Medium medium =
          media.computeIfAbsent(context.settings().require("medium"), name -> new Medium());
      if (!medium.header.equals("ok")) {
        if (fault == Fault.DAMAGE_REPAIRED) {
          medium.header = "ok";
        }
        throw new StorageUnavailableException("Damaged.\nMaybe restore it.");
      }
      if (medium.open && fault != Fault.SECOND_OPENER_LET_IN) {
        throw new StorageUnavailableException("Open already.\nMaybe close the other.");
      }
      medium.open = true;
      if (fault == Fault.FORGETS_ON_REOPENING) {
        medium.entities.clear();
      }
      if (fault == Fault.VERSIONS_START_ANEW_ON_REOPENING) {
        medium.versions.set(0);
      }
      return new FaultyStorage(fault, context, medium);
    }
  }

  private final Fault fault;
  private final StorageContext context;
  private final Medium medium;
  private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
  private volatile boolean closed;

  private FaultyStorage(Fault fault, StorageContext context, Medium medium) {
    this.fault = fault;
    this.context = context;
    this.medium = medium;
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(
      Space space, Function<? super Transaction, ? extends T> work) {
    if (closed && fault != Fault.USABLE_AFTER_CLOSE) {
      throw new IllegalStateException("Closed.");
    }
    if (busy.get() != null && fault != Fault.NESTS) {
      throw new IllegalStateException("Nested.");
    }
    busy.set(true);
    try {
      return run(space, work, fault == Fault.RETRIES_BY_ITSELF);
    } finally {
      busy.remove();
    }
  }

  private <T extends @Nullable Object> T run(
      Space space, Function<? super Transaction, ? extends T> work, boolean again) {
    FaultyTransaction transaction = new FaultyTransaction(fault, context, medium, space.id());
    try {
      T result = work.apply(transaction);
      transaction.commit();
      return result;
    } catch (ConflictException conflict) {
      if (again) {
        return run(space, work, false);
      }
      throw conflict;
    } catch (RuntimeException failed) {
      if (fault == Fault.COMMITS_WHEN_THE_WORK_THROWS) {
        transaction.commit();
      }
      if (fault == Fault.WRAPS_WHAT_WAS_THROWN) {
        throw new IllegalStateException(failed);
      }
      throw failed;
    } finally {
      transaction.end();
    }
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return Set.of(StorageCapability.DURABLE);
  }

  @Override
  public void close() {
    closed = true;
    medium.open = false;
  }

  static Map<Key, Entity> copy(Map<Key, Entity> entities) {
    return new HashMap<>(entities);
  }
}
