package org.educationcities.privacy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.safeguarding.Safeguarding;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.spi.storage.Query;

/**
 * Removes what has been kept for as long as the policy says: by type, from the moment at which a
 * thing is over. What is not over stays, and so does every type of which the policy says nothing.
 * What ends with something else goes with it. Every type that tells of people has a time, ends with
 * another, or says why not ({@link #withoutTime}). Thread-safe; for a host's scheduler.
 * Interrupted, it is simply run again.
 */
public final class Retention {
  private static final int BATCH = 100;

  private final Store store;
  private final List<Kind<?>> kinds;
  private final Safeguarding safeguarding;
  private final InstantSource clock;

  /** Retention over all that is kept in a store. */
  public Retention(
      Store store, List<? extends Kind<?>> kinds, Safeguarding safeguarding, InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.kinds = ImmutableList.copyOf(kinds);
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * What a run did.
   *
   * @param removed by type, how many things were removed
   * @param kept by type, how many are over and not yet kept for long enough
   * @param unknown the types that the policy names and nothing can be over of: a slip of the pen
   */
  public record Report(
      Map<String, Integer> removed, Map<String, Integer> kept, Set<String> unknown) {
    /** A report. */
    public Report {
      removed = ImmutableSortedMap.copyOf(removed);
      kept = ImmutableSortedMap.copyOf(kept);
      unknown = Set.copyOf(unknown);
    }
  }

  /** The types of which things can be over, and that a policy may give a time. */
  public Set<String> types() {
    Set<String> types = new HashSet<>();
    kinds.stream().filter(Kind::canBeOver).forEach(each -> types.add(each.type().name()));
    return types;
  }

  /** By type that tells of people and has no time, why that is so. */
  public Map<String, String> withoutTime() {
    Map<String, String> why = new TreeMap<>();
    kinds.forEach(kind -> kind.whyUntimed().ifPresent(it -> why.put(kind.type().name(), it)));
    return ImmutableSortedMap.copyOf(why);
  }

  /**
   * Removes what has been kept for long enough.
   *
   * @param actor an administrator or the system
   */
  public Report run(Actor actor) {
    if (!actor.isOneOf(Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, "remove what was kept for long enough");
    }
    Map<String, Duration> times =
        safeguarding.policy().map(SafeguardingPolicy::retention).orElse(Map.of());
    Map<String, Integer> removed = new TreeMap<>();
    Map<String, Integer> kept = new TreeMap<>();
    Set<String> unknown = new HashSet<>(times.keySet());
    for (Kind<?> kind : kinds) {
      Duration time = times.get(kind.type().name());
      if (time != null && kind.canBeOver()) {
        unknown.remove(kind.type().name());
        run(store.as(actor), kind, clock.instant().minus(time), removed, kept);
      }
    }
    return new Report(removed, kept, unknown);
  }

  /** Removes what ends with some things, before those themselves: nothing is left of them. */
  private <T> int removeCompanions(Store own, Kind<T> kind, Set<String> things) {
    List<String> due = new ArrayList<>();
    own.forEach(
        kind,
        Query.over(kind.type().name()).limit(500).build(),
        each -> {
          if (things.contains(kind.endsWith(each.value()))) {
            due.add(each.entity().id());
          }
        });
    return removeAll(own, kind, due, each -> things.contains(kind.endsWith(each)));
  }

  private static <T> int removeAll(
      Store own, Kind<T> kind, List<String> due, Predicate<T> stillDue) {
    int gone = 0;
    for (List<String> batch : Iterables.partition(due, BATCH)) {
      Set<String> keys = new HashSet<>();
      gone += own.<Integer>inTransaction(unit -> remove(unit, kind, batch, stillDue, keys));
      own.destroy(keys);
    }
    return gone;
  }

  private static <T> boolean isOver(Kind<T> kind, T value, Instant before) {
    return kind.overSince(value).map(since -> since.isBefore(before)).orElse(false);
  }

  private static void delete(UnitOfWork unit, Stored<?> each, Set<String> keys) {
    unit.delete(each);
    if (each.isSealedByItsOwnKey()) {
      keys.add(each.sealedBy());
    }
  }

  private <T> void run(
      Store own,
      Kind<T> kind,
      Instant before,
      Map<String, Integer> removed,
      Map<String, Integer> kept) {
    List<String> due = new ArrayList<>();
    int[] young = new int[1];
    own.forEach(
        kind,
        Query.over(kind.type().name()).limit(500).build(),
        each ->
            kind.overSince(each.value())
                .ifPresent(
                    since -> {
                      if (since.isBefore(before)) {
                        due.add(each.entity().id());
                      } else {
                        young[0]++;
                      }
                    }));
    Set<String> things = Set.copyOf(due);
    for (Kind<?> each : kinds) {
      if (each.endsWith().equals(Optional.of(kind.type().name()))) {
        removed.put(each.type().name(), due.isEmpty() ? 0 : removeCompanions(own, each, things));
      }
    }
    removed.put(kind.type().name(), removeAll(own, kind, due, each -> isOver(kind, each, before)));
    kept.put(kind.type().name(), young[0]);
  }

  private static <T> int remove(
      UnitOfWork unit, Kind<T> kind, List<String> batch, Predicate<T> stillDue, Set<String> keys) {
    keys.clear();
    int gone = 0;
    for (Stored<T> each : unit.find(kind, Set.copyOf(batch)).values()) {
      if (stillDue.test(each.value())) {
        delete(unit, each, keys);
        gone++;
      }
    }
    return gone;
  }
}
