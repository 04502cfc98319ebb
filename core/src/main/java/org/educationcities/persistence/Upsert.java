package org.educationcities.persistence;

import com.google.common.collect.Lists;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.educationcities.spi.storage.Entity;

/**
 * Stores many things, new ones and those that differ from what is stored: all of them or none.
 * Doing it again changes nothing.
 */
public final class Upsert {
  private static final int BATCH = 500;

  /**
   * What was done.
   *
   * @param inserted how many were new
   * @param updated how many were there with other content
   * @param unchanged how many were there as they are
   */
  public record Outcome(int inserted, int updated, int unchanged) {
    /** Both together. */
    public Outcome plus(Outcome other) {
      return new Outcome(
          inserted + other.inserted, updated + other.updated, unchanged + other.unchanged);
    }
  }

  private Upsert() {}

  /** Stores all values in one transaction; of two with one id the later counts. */
  public static <T> Outcome all(Store store, Kind<T> kind, List<T> values) {
    return store.inTransaction(unit -> within(unit, kind, values));
  }

  /** Stores values within a transaction that does more; what is there is read in batches. */
  public static <T> Outcome within(UnitOfWork unit, Kind<T> kind, List<T> values) {
    Outcome outcome = new Outcome(0, 0, 0);
    for (List<T> batch : Lists.partition(values, BATCH)) {
      outcome = outcome.plus(batch(unit, kind, batch));
    }
    return outcome;
  }

  private static <T> Outcome batch(UnitOfWork unit, Kind<T> kind, List<T> all) {
    List<T> values = unit.withoutErased(kind, all);
    Map<String, Entity> written = new LinkedHashMap<>();
    Map<String, T> byId = new LinkedHashMap<>();
    for (T value : values) {
      Entity entity = kind.write(value);
      written.put(entity.id(), entity);
      byId.put(entity.id(), value);
    }
    Map<String, Stored<T>> known = unit.find(kind, written.keySet());
    Map<Boolean, List<String>> isKnown =
        written.keySet().stream().collect(Collectors.partitioningBy(known::containsKey));
    int updated = 0;
    for (String id : isKnown.getOrDefault(true, List.of())) {
      Stored<T> seen = known.get(id);
      T value = byId.get(id);
      if (seen != null && value != null && !same(seen.entity(), written.get(id))) {
        unit.update(kind, seen, value);
        updated++;
      }
    }
    List<String> fresh = isKnown.getOrDefault(false, List.of());
    List<T> inserted = fresh.stream().map(id -> Objects.requireNonNull(byId.get(id))).toList();
    unit.prepare(kind, inserted);
    inserted.forEach(value -> unit.insert(kind, value));
    return new Outcome(fresh.size(), updated, known.size() - updated);
  }

  private static boolean same(Entity a, @org.jspecify.annotations.Nullable Entity b) {
    return b != null
        && a.format() == b.format()
        && a.index().equals(b.index())
        && Arrays.equals(a.payload(), b.payload());
  }
}
