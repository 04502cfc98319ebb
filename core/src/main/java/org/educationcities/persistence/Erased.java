package org.educationcities.persistence;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.educationcities.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of somebody erased, under a pseudonym: how far it went, and the receipt. Format 1.
 * While it is under way it tells where to go on; for ever after it keeps whoever was erased from
 * being taken in again with the next roster.
 *
 * @param id the id of the key that was the person's
 * @param kind in which capacity
 * @param standIn what stands in the place of their id where something has to
 * @param askedAt when it began
 * @param doneAt when it was done, or null
 * @param ended how many collaborations were ended first
 * @param removed by type, how many things were removed
 * @param changed by type, how many things of others stay without them
 * @param keysLeft the ids of keys that nothing is sealed by any more and that are to be destroyed
 * @param keysDestroyed how many keys were destroyed
 * @param also the ids of the erasures of the same person under other ids; null for none
 */
public record Erased(
    String id,
    Person.Kind kind,
    String standIn,
    Instant askedAt,
    @Nullable Instant doneAt,
    int ended,
    Map<String, Integer> removed,
    Map<String, Integer> changed,
    Set<String> keysLeft,
    int keysDestroyed,
    @Nullable Set<String> also) {

  /** The kind under which it is stored. */
  public static final Kind<Erased> KIND =
      Kind.named("erasure", Codec.json(Erased.class), Erased::id).impersonal().audited().build();

  /** An erasure. */
  public Erased {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(standIn, "standIn");
    Objects.requireNonNull(askedAt, "askedAt");
    removed = ImmutableSortedMap.copyOf(removed);
    changed = ImmutableSortedMap.copyOf(changed);
    keysLeft = ImmutableSortedSet.copyOf(keysLeft);
    also = also == null ? null : ImmutableSortedSet.copyOf(also);
  }

  /** One that has just begun. */
  public static Erased begun(String id, Person.Kind kind, String standIn, Instant now) {
    return new Erased(id, kind, standIn, now, null, 0, Map.of(), Map.of(), Set.of(), 0, null);
  }

  /** With the erasures of the same person under other ids. */
  public Erased together(Set<String> others) {
    Set<String> all = new HashSet<>(others);
    all.addAll(togetherWith());
    all.remove(id);
    return all.equals(togetherWith()) ? this : changed(next -> next.also = all);
  }

  /** The ids of the erasures of the same person under other ids. */
  public Set<String> togetherWith() {
    return also == null ? Set.of() : also;
  }

  /** With more collaborations ended. */
  public Erased endedToo(int more) {
    return changed(next -> next.ended += more);
  }

  /** With more done to things of a type, and more keys to destroy: not done yet. */
  public Erased with(String type, int removedToo, int changedToo, Set<String> keys) {
    Set<String> left = new HashSet<>(keysLeft);
    left.addAll(keys);
    return changed(
        next -> {
          next.doneAt = null;
          next.removed = plus(removed, type, removedToo);
          next.changed = plus(changed, type, changedToo);
          next.keysLeft = left;
        });
  }

  /** With its keys destroyed. */
  public Erased destroyed(int more) {
    return changed(
        next -> {
          next.keysLeft = Set.of();
          next.keysDestroyed += more;
        });
  }

  /** Done. */
  public Erased done(Instant now) {
    return changed(next -> next.doneAt = now);
  }

  private Erased changed(Consumer<Next> change) {
    Next next = new Next(this);
    change.accept(next);
    return new Erased(
        id,
        kind,
        standIn,
        askedAt,
        next.doneAt,
        next.ended,
        next.removed,
        next.changed,
        next.keysLeft,
        next.keysDestroyed,
        next.also);
  }

  /** What becomes of one: all that may change of it. */
  private static final class Next {
    private @Nullable Instant doneAt;
    private int ended;
    private Map<String, Integer> removed;
    private Map<String, Integer> changed;
    private Set<String> keysLeft;
    private int keysDestroyed;
    private @Nullable Set<String> also;

    private Next(Erased before) {
      doneAt = before.doneAt;
      ended = before.ended;
      removed = before.removed;
      changed = before.changed;
      keysLeft = before.keysLeft;
      keysDestroyed = before.keysDestroyed;
      also = before.also;
    }
  }

  private static Map<String, Integer> plus(Map<String, Integer> counts, String type, int more) {
    if (more == 0) {
      return counts;
    }
    Map<String, Integer> sum = new HashMap<>(counts);
    sum.merge(type, more, Integer::sum);
    return sum;
  }
}
