package org.educationcities.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Cursor;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Collects writes over the medium and checks all versions when it commits; but for its fault. */
final class FaultyTransaction implements Transaction {
  private record Change(long before, Optional<Entity> after) {}

  private final Fault fault;
  private final StorageContext context;
  private final FaultyStorage.Medium medium;
  private final String space;
  private final Map<FaultyStorage.Key, Change> changes = new LinkedHashMap<>();
  private final Map<FaultyStorage.Key, Long> required = new HashMap<>();
  private @Nullable ConflictException failed;
  private boolean ended;

  FaultyTransaction(
      Fault fault, StorageContext context, FaultyStorage.Medium medium, String space) {
    this.fault = fault;
    this.context = context;
    this.medium = medium;
    this.space = space;
  }

  private FaultyStorage.Key key(String type, String id) {
    return new FaultyStorage.Key(space, type, keyed(id));
  }

  private String keyed(String id) {
    return switch (fault) {
      case IDS_WITHOUT_CASE -> id.toLowerCase(Locale.ROOT);
      case IDS_TRIMMED -> id.trim();
      case IDS_NORMALIZED -> Normalizer.normalize(id, Normalizer.Form.NFC);
      default -> id;
    };
  }

  @Override
  public Map<String, Entity> find(String type, Set<String> ids) {
    checkUsable();
    context.type(type);
    Map<String, Entity> found = new HashMap<>();
    for (String id : ids) {
      current(type, id).ifPresent(entity -> found.put(id, entity));
    }
    return found;
  }

  private Optional<Entity> current(String type, String id) {
    Change own = changes.get(key(type, id));
    if (own != null && fault != Fault.FIND_IS_BLIND_TO_OWN_WRITES) {
      return own.after();
    }
    Entity committed = medium.entities.get(key(type, id));
    if (committed == null && fault == Fault.FIND_SEES_ALL_SPACES) {
      return medium.entities.values().stream().filter(e -> e.id().equals(id)).findAny();
    }
    return Optional.ofNullable(committed);
  }

  @Override
  public Entity insert(Entity entity) {
    check(entity);
    if (entity.version() != Entity.UNSTORED) {
      throw new IllegalArgumentException("Has a version.");
    }
    Optional<Entity> there = current(entity.type(), entity.id());
    if (there.isPresent() && fault != Fault.INSERT_OVERWRITES) {
      throw conflict();
    }
    return put(entity, there.map(Entity::version).orElse(0L));
  }

  @Override
  public Entity update(Entity entity) {
    checkStored(entity);
    long version = current(entity.type(), entity.id()).map(Entity::version).orElse(0L);
    if (version != entity.version()
        && (fault != Fault.UPDATE_OVERWRITES && fault != Fault.COMMITS_ONE_BY_ONE)) {
      throw conflict();
    }
    return put(entity, fault == Fault.UPDATE_OVERWRITES ? version : entity.version());
  }

  private Entity put(Entity entity, long before) {
    FaultyStorage.Key key = key(entity.type(), entity.id());
    Entity written = spoiled(entity, medium.entities.get(key)).withVersion(version(before));
    Change earlier = changes.get(key);
    changes.put(key, new Change(earlier == null ? before : earlier.before(), Optional.of(written)));
    if (fault == Fault.WRITES_AT_ONCE) {
      medium.entities.put(key, written);
    }
    return written;
  }

  private long version(long before) {
    return switch (fault) {
      case VERSIONS_START_AT_ZERO -> medium.versions.getAndIncrement();
      case UPDATE_KEEPS_THE_VERSION -> before == 0 ? medium.versions.incrementAndGet() : before;
      case VERSIONS_COUNT_PER_ENTITY -> before + 1;
      default -> medium.versions.incrementAndGet();
    };
  }

  private Entity spoiled(Entity entity, @Nullable Entity old) {
    byte[] payload = entity.payload();
    return switch (fault) {
      case PAYLOAD_CUT ->
          entity.withContent(
              entity.format(),
              Arrays.copyOf(payload, Math.min(payload.length, 65535)),
              entity.index());
      case PAYLOAD_AS_TEXT ->
          entity.withContent(
              entity.format(), new String(payload, UTF_8).getBytes(UTF_8), entity.index());
      case PAYLOAD_EMPTIED_OF_ZEROS ->
          entity.withContent(
              entity.format(), new String(payload, UTF_8).trim().getBytes(UTF_8), entity.index());
      case FORMAT_FROZEN ->
          entity.withContent(old == null ? entity.format() : old.format(), payload, entity.index());
      case INDEX_LEFT_BEHIND ->
          entity.withContent(entity.format(), payload, old == null ? entity.index() : old.index());
      default -> entity;
    };
  }

  @Override
  public void delete(Entity entity) {
    checkStored(entity);
    long version = current(entity.type(), entity.id()).map(Entity::version).orElse(0L);
    if (version != entity.version() && fault != Fault.DELETE_DOES_NOT_LOOK) {
      throw conflict();
    }
    FaultyStorage.Key key = key(entity.type(), entity.id());
    Change earlier = changes.get(key);
    changes.put(key, new Change(earlier == null ? version : earlier.before(), Optional.empty()));
  }

  @Override
  public void require(Entity entity) {
    checkStored(entity);
    if (fault == Fault.REQUIRE_DOES_NOTHING) {
      return;
    }
    long version = current(entity.type(), entity.id()).map(Entity::version).orElse(0L);
    if (version != entity.version()) {
      throw conflict();
    }
    FaultyStorage.Key key = key(entity.type(), entity.id());
    if (!changes.containsKey(key) && fault != Fault.REQUIRE_LOOKS_ONLY_WHEN_CALLED) {
      required.put(key, entity.version());
    }
  }

  @Override
  public Page query(Query query) {
    checkUsable();
    EntityType type = context.type(query.type());
    query.check(type);
    if (fault == Fault.CURSOR_COUNTS) {
      return byCount(query);
    }
    @Nullable Cursor after = null;
    try {
      after = Cursor.of(new Space(space), query, type).orElse(null);
    } catch (IllegalArgumentException wrong) {
      if (fault != Fault.CURSOR_NOT_CHECKED) {
        throw wrong;
      }
    }
    @Nullable Cursor from = after;
    List<Entity> found =
        matching(query).stream().filter(e -> from == null || from.isBefore(query, e)).toList();
    if (fault == Fault.PAGES_ONE_TOO_LARGE && found.size() > query.limit()) {
      List<Entity> page = found.subList(0, query.limit() + 1);
      return Page.before(Cursor.after(new Space(space), query, page.get(query.limit())), page);
    }
    if (fault == Fault.ABSENT_VALUES_COME_FIRST) {
      return Page.last(found);
    }
    return Page.of(new Space(space), query, found);
  }

  private Page byCount(Query query) {
    int from = query.after().map(Integer::parseInt).orElse(0);
    List<Entity> found = matching(query);
    int to = Math.min(found.size(), from + query.limit());
    List<Entity> page = found.subList(Math.min(from, to), to);
    return to < found.size() ? Page.before(String.valueOf(to), page) : Page.last(page);
  }

  private List<Entity> matching(Query query) {
    Map<FaultyStorage.Key, Entity> all = FaultyStorage.copy(medium.entities);
    if (fault != Fault.QUERY_IS_BLIND_TO_OWN_WRITES) {
      changes.forEach(
          (key, change) ->
              change.after().ifPresentOrElse(e -> all.put(key, e), () -> all.remove(key)));
    }
    List<Entity> found = new ArrayList<>();
    all.forEach(
        (key, entity) -> {
          boolean here = key.space().equals(space) || fault == Fault.QUERY_SEES_ALL_SPACES;
          if (here && entity.type().equals(query.type()) && matches(query, entity)) {
            found.add(entity);
          }
        });
    found.sort(order(query));
    return found;
  }

  private boolean matches(Query query, Entity entity) {
    return switch (fault) {
      case RANGE_INCLUDES_ITS_UPPER_END ->
          query.matches(entity)
              || query
                  .range()
                  .map(r -> Objects.equals(r.to(), entity.index().get(r.index())))
                  .orElse(false);
      case EQUALITY_WITHOUT_CASE ->
          query.equal().entrySet().stream()
              .allMatch(
                  e ->
                      String.valueOf(e.getValue())
                          .equalsIgnoreCase(String.valueOf(entity.index().get(e.getKey()))));
      case ABSENT_VALUES_COME_FIRST -> query.equal().isEmpty() && query.range().isEmpty();
      default -> query.matches(entity);
    };
  }

  private Comparator<Entity> order(Query query) {
    String by = query.orderBy().orElse("");
    return switch (fault) {
      case TEXTS_BY_UTF_16_UNIT -> Comparator.comparing(e -> plain(e.index().get(by)));
      case IDS_BY_UTF_16_UNIT -> Comparator.comparing(Entity::id);
      case ABSENT_VALUES_COME_FIRST -> Comparator.comparing(e -> plain(e.index().get(by)));
      case TIES_AS_THEY_COME -> {
        Comparator<Entity> down = query.order();
        yield query.isDescending() && !by.isEmpty()
            ? Comparator.<Entity, String>comparing(e -> plain(e.index().get(by)))
                .reversed()
                .thenComparing(Entity::id)
            : down;
      }
      default -> query.order();
    };
  }

  private static String plain(@Nullable IndexValue value) {
    return value instanceof IndexValue.Text text
        ? text.value()
        : value instanceof IndexValue.Whole whole
            ? String.format(Locale.ROOT, "%020d", whole.value())
            : "";
  }

  private void check(Entity entity) {
    checkUsable();
    EntityType type = context.type(entity.type());
    if (fault != Fault.UNDECLARED_INDEXES_TAKEN) {
      type.check(entity);
    }
  }

  private void checkStored(Entity entity) {
    check(entity);
    if (entity.version() == Entity.UNSTORED) {
      throw new IllegalArgumentException("Has no version.");
    }
  }

  private void checkUsable() {
    if (ended && fault != Fault.USABLE_AFTER_ITS_END) {
      throw new IllegalStateException("Ended.");
    }
  }

  private ConflictException conflict() {
    ConflictException conflict = new ConflictException("Changed meanwhile.\nMaybe retry.");
    if (fault != Fault.COMMITS_AFTER_A_SWALLOWED_CONFLICT) {
      failed = conflict;
    }
    return conflict;
  }

  void commit() {
    if (failed != null) {
      throw failed;
    }
    synchronized (medium) {
      required.forEach(this::checkCommitted);
      if (fault == Fault.COMMITS_ONE_BY_ONE) {
        changes.forEach(
            (key, change) -> {
              checkCommitted(key, change.before());
              apply(key, change);
            });
        return;
      }
      if (fault != Fault.WRITES_AT_ONCE) {
        changes.forEach((key, change) -> checkCommitted(key, change.before()));
      }
      changes.forEach(this::apply);
    }
  }

  private void checkCommitted(FaultyStorage.Key key, long version) {
    Entity committed = medium.entities.get(key);
    if ((committed == null ? 0 : committed.version()) != version) {
      throw new ConflictException("Changed meanwhile.\nMaybe retry.");
    }
  }

  private void apply(FaultyStorage.Key key, Change change) {
    change
        .after()
        .ifPresentOrElse(e -> medium.entities.put(key, e), () -> medium.entities.remove(key));
  }

  void end() {
    ended = true;
  }
}
