package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What a vendor gives, and the tools that all cases work with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StorageBench {
  static final String ITEM = "item";
  static final String OTHER = "other";
  static final String BARE = "bare";
  static final String WIDE = "wide";
  static final Set<EntityType> TYPES =
      Set.of(
          new EntityType(
              ITEM,
              Map.of(
                  "kind", IndexType.TEXT,
                  "label", IndexType.TEXT,
                  "rank", IndexType.NUMBER,
                  "due", IndexType.NUMBER)),
          new EntityType(OTHER, Map.of("kind", IndexType.TEXT, "rank", IndexType.NUMBER)),
          new EntityType(BARE, Map.of()),
          new EntityType(WIDE, wideIndexes()));

  private final AtomicInteger cases = new AtomicInteger();

  private final List<Storage> opened = new ArrayList<>();
  private final Bench shared = new Bench();
  private Bench bench = shared;
  private Space space = Space.DEFAULT;

  /** A medium, and the storage open on it. */
  private static final class Bench {
    @Nullable Settings medium;
    @Nullable Storage storage;
  }

  /** The factory under test. */
  protected abstract StorageFactory factory();

  /**
   * Settings for a medium that is empty and that no other call gave. Several cases may share it, so
   * it must outlive one case: a {@code @TempDir} must be static.
   */
  protected abstract Settings freshMedium() throws Exception;

  /**
   * Whether two openings with equal settings meet on one medium. A storage in the memory of the
   * process may say no: then each opening has its own.
   */
  protected boolean settingsNameAMedium() {
    return true;
  }

  /** Media that opening must refuse and leave as they are (STO-51); best one of each kind. */
  protected List<DamagedMedium> damagedMedia() throws Exception {
    return List.of();
  }

  /**
   * The host's transactions on a medium, which the storage opened with the same settings joins.
   * Needed where JOINS_HOST_TRANSACTION is declared.
   */
  protected HostTransactions hostTransactions(Settings mediumOfTest) throws Exception {
    throw new AssertionError(
        "JOINS_HOST_TRANSACTION is declared: the kit needs hostTransactions(...) to test it.");
  }

  /** Gives each case a space of its own; most share one medium, since making one costs time. */
  @BeforeEach
  void beginInAnEmptySpace() {
    space = new Space("case-" + cases.incrementAndGet());
  }

  /** Closes what a case has opened for itself. */
  @AfterEach
  void closeOwn() {
    bench = shared;
    opened.forEach(Storage::close);
    opened.clear();
  }

  /** Closes what all cases shared. */
  @AfterAll
  void closeShared() {
    Storage storage = shared.storage;
    if (storage != null) {
      storage.close();
    }
  }

  /** Gives this case a medium that no other uses; called before anything is written. */
  void isolate() {
    bench = new Bench();
  }

  Space space() {
    return space;
  }

  static Map<String, IndexType> wideIndexes() {
    Map<String, IndexType> indexes = new HashMap<>();
    for (int i = 0; i < EntityType.MAX_INDEXES; i++) {
      indexes.put("index-" + (char) ('a' + i), i % 2 == 0 ? IndexType.TEXT : IndexType.NUMBER);
    }
    return indexes;
  }

  /** The storage of this case, opened on a fresh medium when first asked for. */
  synchronized Storage store() {
    Storage storage = bench.storage;
    if (storage == null) {
      storage = bench == shared ? openShared() : open(medium(), TYPES);
      bench.storage = storage;
    }
    return storage;
  }

  private Storage openShared() {
    return factory().open(StorageContext.of(medium(), TYPES));
  }

  synchronized Settings medium() {
    Settings settings = bench.medium;
    if (settings == null) {
      settings = fresh();
      bench.medium = settings;
    }
    return settings;
  }

  Settings fresh() {
    try {
      return freshMedium();
    } catch (Exception e) {
      throw new AssertionError("No fresh medium could be made.", e);
    }
  }

  Storage open(Settings settings, Set<EntityType> types) {
    Storage storage = factory().open(StorageContext.of(settings, types));
    opened.add(storage);
    return storage;
  }

  /** Closes the storage of this test and opens its medium again. */
  Storage reopen() {
    return reopen(TYPES);
  }

  Storage reopen(Set<EntityType> types) {
    store().close();
    Storage storage = open(medium(), types);
    bench.storage = storage;
    return storage;
  }

  /** Skips the case unless a capability is declared; then gives it a medium of its own. */
  void assumeCan(StorageCapability capability) {
    assumeTrue(store().capabilities().contains(capability), () -> capability + " is not declared.");
    isolate();
  }

  <T extends @Nullable Object> T in(Function<? super Transaction, ? extends T> work) {
    return store().inTransaction(space, work);
  }

  Entity insert(Entity entity) {
    return in(t -> t.insert(entity));
  }

  Entity update(Entity entity) {
    return in(t -> t.update(entity));
  }

  void delete(Entity entity) {
    in(
        t -> {
          t.delete(entity);
          return null;
        });
  }

  Optional<Entity> read(String id) {
    return read(ITEM, id);
  }

  Optional<Entity> read(String type, String id) {
    return in(t -> read(t, type, id));
  }

  static Optional<Entity> read(Transaction t, String type, String id) {
    return Optional.ofNullable(t.find(type, Set.of(id)).get(id));
  }

  static Entity item(String id) {
    return item(id, Map.of());
  }

  static Entity item(String id, Map<String, IndexValue> index) {
    return Entity.unstored(ITEM, id, 1, new byte[] {1, 2, 3}, index);
  }

  static Entity item(String id, String kind, long rank) {
    return item(id, Map.of("kind", IndexValue.of(kind), "rank", IndexValue.of(rank)));
  }

  static Entity ranked(String id, long rank) {
    return item(id, Map.of("rank", IndexValue.of(rank)));
  }

  static Entity labelled(String id, String label) {
    return item(id, Map.of("label", IndexValue.of(label)));
  }

  static Entity changed(Entity entity, int content) {
    return entity.withContent(entity.format(), new byte[] {(byte) content}, entity.index());
  }

  static Entity withIndex(Entity entity, Map<String, IndexValue> index) {
    return entity.withContent(entity.format(), entity.payload(), index);
  }

  void insertAll(Iterable<Entity> entities) {
    in(
        t -> {
          entities.forEach(t::insert);
          return null;
        });
  }

  void insertAll(Entity... entities) {
    insertAll(List.of(entities));
  }

  /** The ids that a query matches, over all its pages, each in a transaction of its own. */
  List<String> ids(Query query) {
    return ids(query, () -> {});
  }

  /** The same, with something done after each page. */
  List<String> ids(Query query, Runnable between) {
    List<String> ids = new ArrayList<>();
    Query page = query;
    while (true) {
      Query asked = page;
      Page answer = in(t -> t.query(asked));
      answer.entities().forEach(e -> ids.add(e.id()));
      if (answer.next().isEmpty()) {
        return ids;
      }
      page = page.next(answer.next().get());
      between.run();
    }
  }

  static List<String> ids(Page page) {
    return page.entities().stream().map(Entity::id).toList();
  }

  static void conflict(ThrowingCallable work) {
    assertThatExceptionOfType(ConflictException.class).isThrownBy(work);
  }

  static void refused(ThrowingCallable work) {
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(work);
  }

  static void fails(ThrowingCallable work) {
    assertThat(catchThrowable(work)).isNotNull();
  }

  static void illegalState(ThrowingCallable work) {
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(work);
  }

  /** Runs work again from its start whenever it conflicts. */
  <T extends @Nullable Object> T retrying(
      Storage storage, Function<? super Transaction, ? extends T> work) {
    while (true) {
      try {
        return storage.inTransaction(space, work);
      } catch (ConflictException again) {
        LockSupport.parkNanos(20_000);
      }
    }
  }
}
