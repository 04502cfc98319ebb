package org.educationcities.spi.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.educationcities.spi.Space;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that keeps its changes to itself until it commits, over a view of what is
 * committed: a convenience for adapters that have entities at hand by id, so that all of them obey
 * STO-20 to STO-26 alike. Not thread-safe; the view is.
 *
 * <p>A storage {@link #run runs} the work with it, and then, while nothing else commits, makes
 * durable and visible what {@link #checked()} returns.
 */
public final class PendingChanges implements Transaction {

  /** What is committed, as an adapter holds it. Thread-safe. */
  public interface Committed {

    /** The entity of a type under an id, or null; for a text that is no id too. */
    @Nullable Entity get(Space space, String type, String id);

    /** All entities of a type, in any order: a copy, or one that changes do not disturb. */
    Collection<Entity> all(Space space, String type);

    /**
     * What a query finds among what is committed. For adapters with an index or a language of their
     * own; else all of the type are looked at.
     *
     * @param after where to go on after, as the query's cursor says; null for its beginning. An
     *     index may begin here; {@code wanted} checks it in any case
     * @param wanted which entities of the type to return, and no others
     * @return all that are wanted, in any order; or in the query's order the first of them, one
     *     more than its limit if there are so many
     */
    default List<Entity> find(
        Space space, Query query, @Nullable Cursor after, Predicate<Entity> wanted) {
      return all(space, query.type()).stream().filter(wanted).toList();
    }

    /** A version that was never given on this medium, above {@link Entity#UNSTORED}. */
    long nextVersion();
  }

  /**
   * What a transaction does to one id, all its calls taken together.
   *
   * @param before the version that must be there at the commit; {@link Entity#UNSTORED} for none
   * @param after what is there after the commit, or null for nothing
   * @param writes whether anything is written; if not, what is there must only be as it was seen
   */
  public record Change(
      String type, String id, long before, @Nullable Entity after, boolean writes) {

    private void check(@Nullable Entity current) {
      long version = current == null ? Entity.UNSTORED : current.version();
      if (version != before) {
        throw conflict(type, id, before, version);
      }
    }
  }

  private record Key(String type, String id) {}

  private final StorageContext context;
  private final Space space;
  private final Committed committed;
  private final Map<Key, Change> changes = new LinkedHashMap<>();
  private @Nullable ConflictException failed;
  private boolean ended;

  /** A transaction of a space, of the types that a storage was opened with. */
  public PendingChanges(StorageContext context, Space space, Committed committed) {
    this.context = Objects.requireNonNull(context, "context");
    this.space = Objects.requireNonNull(space, "space");
    this.committed = Objects.requireNonNull(committed, "committed");
  }

  /**
   * What is to be written, after everything that the transaction rests on was found to be as it was
   * seen. Only while nothing else commits.
   *
   * @throws ConflictException if something has changed, or a conflict was swallowed (STO-25)
   */
  public List<Change> checked() {
    if (failed != null) {
      throw again(failed);
    }
    List<Change> written = new ArrayList<>();
    for (Change each : changes.values()) {
      each.check(committed.get(space, each.type(), each.id()));
      // What was inserted and deleted again leaves nothing behind.
      if (each.writes() && (each.after() != null || each.before() != Entity.UNSTORED)) {
        written.add(each);
      }
    }
    return written;
  }

  /**
   * Runs work as {@link Storage#inTransaction} is to: once, not within another on this thread, with
   * a commit if it returns, and unusable from then on (STO-11, STO-12, STO-16, STO-24).
   *
   * @param busy a storage's own, by which it knows what runs on a thread
   * @param commit makes durable and visible what {@link #checked()} returns
   * @throws IllegalStateException if the thread is within another transaction of the storage
   */
  public <T extends @Nullable Object> T run(
      ThreadLocal<Boolean> busy, Function<? super Transaction, ? extends T> work, Runnable commit) {
    if (busy.get() != null) {
      throw new IllegalStateException(
          "Transactions do not nest, and this thread is within one.\n"
              + "Maybe pass the transaction on instead of opening another.");
    }
    busy.set(true);
    try {
      T result = work.apply(this);
      commit.run();
      return result;
    } finally {
      ended = true;
      busy.remove();
    }
  }

  @Override
  public Map<String, Entity> find(String type, Set<String> ids) {
    usable(type);
    Map<String, Entity> found = new HashMap<>();
    for (String id : ids) {
      Entity entity = current(type, id);
      if (entity != null) {
        found.put(id, entity);
      }
    }
    return found;
  }

  @Override
  public Entity insert(Entity entity) {
    usable(entity.type()).check(entity);
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
    Entity written = entity.withVersion(committed.nextVersion());
    changes.put(key(entity), new Change(entity.type(), entity.id(), before, written, true));
    return written;
  }

  @Override
  public void delete(Entity entity) {
    checkStored(entity);
    long before = expect(entity);
    changes.put(key(entity), new Change(entity.type(), entity.id(), before, null, true));
  }

  @Override
  public void require(Entity entity) {
    checkStored(entity);
    long before = expect(entity);
    changes.putIfAbsent(key(entity), new Change(entity.type(), entity.id(), before, null, false));
  }

  @Override
  public Page query(Query query) {
    EntityType type = usable(query.type());
    query.check(type);
    @Nullable Cursor after = Cursor.of(space, query, type).orElse(null);
    Predicate<Entity> asked =
        entity -> query.matches(entity) && (after == null || after.isBefore(query, entity));
    List<Entity> found =
        new ArrayList<>(
            committed.find(
                space, query, after, entity -> !isRewritten(entity) && asked.test(entity)));
    for (Change change : changes.values()) {
      Entity own = change.after();
      if (own != null && own.type().equals(query.type()) && asked.test(own)) {
        found.add(own);
      }
    }
    found.sort(query.order());
    return Page.of(space, query, found);
  }

  private boolean isRewritten(Entity entity) {
    Change own = changes.get(key(entity));
    return own != null && own.writes();
  }

  /**
   * Refuses a version that is not the current one as this transaction sees it; returns the one that
   * must be committed when this transaction is.
   */
  private long expect(Entity entity) {
    Entity current = current(entity.type(), entity.id());
    long version = current == null ? Entity.UNSTORED : current.version();
    if (version != entity.version()) {
      failed = conflict(entity.type(), entity.id(), entity.version(), version);
      throw failed;
    }
    Change earlier = changes.get(key(entity));
    return earlier == null ? version : earlier.before();
  }

  private @Nullable Entity current(String type, String id) {
    Change own = changes.get(new Key(type, id));
    return own != null && own.writes() ? own.after() : committed.get(space, type, id);
  }

  private void checkStored(Entity entity) {
    usable(entity.type()).check(entity);
    if (entity.version() == Entity.UNSTORED) {
      throw new IllegalArgumentException(
          entity + " has no version.\nMaybe it is to be inserted, or was never read.");
    }
  }

  private static Key key(Entity entity) {
    return new Key(entity.type(), entity.id());
  }

  private EntityType usable(String type) {
    if (ended) {
      throw new IllegalStateException(
          "This transaction has ended.\nMaybe it was kept beyond the work it was given to.");
    }
    if (failed != null) {
      throw again(failed);
    }
    return context.type(type);
  }

  private static ConflictException again(ConflictException failed) {
    return new ConflictException(String.valueOf(failed.getMessage()), failed);
  }

  private static ConflictException conflict(String type, String id, long expected, long found) {
    return new ConflictException(
        type
            + "/"
            + id
            + (expected == Entity.UNSTORED
                ? " exists already, at version " + found
                : " is no longer at version "
                    + expected
                    + (found == Entity.UNSTORED ? " but gone" : " but at " + found))
            + ".\nMaybe read it again and retry.");
  }
}
