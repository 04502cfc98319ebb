package org.educationcities.privacy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.Person;
import org.educationcities.persistence.Erased;
import org.jspecify.annotations.Nullable;

/** What an erasure did, and what is left for the host to do. Nothing personal. Immutable. */
public final class ErasureReceipt {
  private static final List<String> FOR_EVERY_HOST =
      ImmutableList.of(
          "roster: the host's own record of the person, and whatever it took out of the library",
          "messages: what was sent by mail or to other systems before",
          "version-control: files with the person's data that were committed anywhere");

  /** The same for everybody: that there is something would tell whom it is about. */
  private static final List<String> FOR_SAFETY =
      ImmutableList.of(
          "concerns: whatever may have been raised by, for or about the person stays while it is"
              + " open, and then as long as the policy says; whoever answers for safety is to be"
              + " asked");

  private static final List<String> WHERE_SEALED =
      ImmutableList.of(
          "backups: what they hold of the person is sealed by keys that were destroyed; ids stand"
              + " open there until they are rotated",
          "database-log: what it holds of the person is sealed likewise; ids stand open there until"
              + " it is recycled",
          "key-backups: a copy of the destroyed keys, if there is one, undoes the erasure");

  private static final List<String> WHERE_OPEN =
      ImmutableList.of(
          "backups: nothing was sealed; what they hold of the person can be read until they are"
              + " rotated",
          "database-log: nothing was sealed; rewrite or recycle it, and compact the database");

  private final String reference;
  private final Person.Kind kind;
  private final Instant askedAt;
  private final @Nullable Instant doneAt;
  private final int ended;
  private final Map<String, Integer> removed;
  private final Map<String, Integer> changed;
  private final int keysDestroyed;
  private final Set<String> together;
  private final List<String> leftToTheHost;

  private ErasureReceipt(Erased erased, boolean sealed) {
    reference = erased.id();
    kind = erased.kind();
    askedAt = erased.askedAt();
    doneAt = erased.doneAt();
    ended = erased.ended();
    removed = ImmutableSortedMap.copyOf(erased.removed());
    changed = ImmutableSortedMap.copyOf(erased.changed());
    keysDestroyed = erased.keysDestroyed();
    together = erased.togetherWith();
    leftToTheHost =
        ImmutableList.<String>builder()
            .addAll(FOR_EVERY_HOST)
            .addAll(sealed ? WHERE_SEALED : WHERE_OPEN)
            .build();
  }

  static ErasureReceipt of(Erased erased, boolean sealed) {
    return new ErasureReceipt(Objects.requireNonNull(erased, "erased"), sealed);
  }

  /** What the erasure is told by: a pseudonym. */
  public String reference() {
    return reference;
  }

  /** In which capacity the person was known. */
  public Person.Kind kind() {
    return kind;
  }

  /** When it was first asked for. */
  public Instant askedAt() {
    return askedAt;
  }

  /** When it was done; empty while it is under way. */
  public Optional<Instant> doneAt() {
    return Optional.ofNullable(doneAt);
  }

  /** How many collaborations were called off or suspended first. */
  public int ended() {
    return ended;
  }

  /** By type, how many things were removed. */
  public Map<String, Integer> removed() {
    return removed;
  }

  /** By type, how many things of others stay without the person. */
  public Map<String, Integer> changed() {
    return changed;
  }

  /** How many keys were destroyed. */
  public int keysDestroyed() {
    return keysDestroyed;
  }

  /** The references of the erasures of the same person under other ids, merged with this one. */
  public Set<String> together() {
    return together;
  }

  /** What was kept on purpose, whether or not there is any: each a code, a colon, and words. */
  public List<String> kept() {
    return FOR_SAFETY;
  }

  /** What the library cannot reach and the host has to see to: each a code, a colon, and words. */
  public List<String> leftToTheHost() {
    return leftToTheHost;
  }

  /** The reference only. */
  @Override
  public String toString() {
    return "ErasureReceipt[" + reference + "]";
  }
}
