package org.educationcities.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A storage through which the library sees something else than what was written: so it is as good
 * as if one of its conditions were not looked at.
 */
record Blind(Storage storage, String type, UnaryOperator<String> seen) implements Storage {
  @Override
  public <T extends @Nullable Object> T inTransaction(
      Space space, Function<? super Transaction, ? extends T> work) {
    return storage.<T>inTransaction(space, unit -> work.apply(new Seeing(unit)));
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return storage.capabilities();
  }

  @Override
  public void close() {
    storage.close();
  }

  private Entity see(Entity each) {
    if (!each.type().equals(type)) {
      return each;
    }
    String changed = seen.apply(new String(each.payload(), StandardCharsets.UTF_8));
    return each.withContent(each.format(), changed.getBytes(StandardCharsets.UTF_8), each.index());
  }

  private final class Seeing implements Transaction {
    private final Transaction unit;

    private Seeing(Transaction unit) {
      this.unit = unit;
    }

    @Override
    public Map<String, Entity> find(String of, Set<String> ids) {
      Map<String, Entity> found = new TreeMap<>();
      unit.find(of, ids).forEach((id, each) -> found.put(id, see(each)));
      return found;
    }

    @Override
    public Entity insert(Entity entity) {
      return unit.insert(entity);
    }

    @Override
    public Entity update(Entity entity) {
      return unit.update(entity);
    }

    @Override
    public void delete(Entity entity) {
      unit.delete(entity);
    }

    @Override
    public void require(Entity entity) {
      unit.require(entity);
    }

    @Override
    public Page query(Query query) {
      Page page = unit.query(query);
      List<Entity> entities = page.entities().stream().map(Blind.this::see).toList();
      return page.next()
          .map(cursor -> Page.before(cursor, entities))
          .orElseGet(() -> Page.last(entities));
    }
  }
}
