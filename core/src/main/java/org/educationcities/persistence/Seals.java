package org.educationcities.persistence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.Person;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.storage.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Seals what a unit of work writes and opens what it reads. Every write and every read of the
 * library goes through it, so that no service can forget. Without a key source nothing is sealed.
 * Not thread-safe.
 */
final class Seals {
  private static final System.Logger LOG = System.getLogger(Seals.class.getName());

  /** What something not sealed is said to be sealed by. */
  static final String NONE = "";

  private final @Nullable Keys keys;
  private final @Nullable Envelope envelope;

  Seals(@Nullable KeySource source, Space space) {
    keys = source == null ? null : new Keys(source, space);
    envelope = source == null ? null : new Envelope(space);
  }

  /** The keys of this unit, if there is a key source. */
  @Nullable Keys keys() {
    return keys;
  }

  /** Fetches in one go what sealing some values will need. */
  <T> void prepare(Kind<T> kind, List<T> values) {
    Keys own = keys;
    if (own == null) {
      return;
    }
    Set<String> ids = new HashSet<>();
    int fresh = 0;
    for (T value : values) {
      Optional<Person> owner = kind.personal().owner(value);
      owner.ifPresent(each -> ids.add(own.idOf(each)));
      fresh += owner.isEmpty() && !kind.personal().people(value).isEmpty() ? 1 : 0;
    }
    own.fetchOrMake(ids);
    if (fresh > 0) {
      own.makeFresh(fresh);
    }
  }

  /**
   * The id of the key by which a value is to be sealed.
   *
   * @param before what it was sealed by before, or {@link #NONE}
   */
  <T> String keyFor(Kind<T> kind, T value, String before) {
    Keys own = keys;
    if (own == null || kind.personal().people(value).isEmpty()) {
      return NONE;
    }
    return kind.personal()
        .owner(value)
        .map(own::idOf)
        .orElseGet(() -> Keys.isOfAThing(before) ? before : own.freshId());
  }

  /** An entity as the storage is to hold it. */
  Entity seal(Entity plain, String keyId) {
    Keys own = keys;
    Envelope sealer = envelope;
    if (own == null || sealer == null || keyId.equals(NONE)) {
      return plain;
    }
    byte[] sealed = sealer.seal(plain, keyId, own.obtain(keyId));
    return plain.withContent(plain.format(), sealed, plain.index());
  }

  /** Fetches in one go what opening some entities will need. */
  void prepareToOpen(Iterable<Entity> entities) {
    Keys own = keys;
    if (own == null) {
      return;
    }
    Set<String> ids = new HashSet<>();
    for (Entity each : entities) {
      String id = Envelope.keyIdOf(each.payload());
      if (id != null) {
        ids.add(id);
      }
    }
    own.fetch(ids);
  }

  /**
   * What an entity holds. One whose key was destroyed is as good as gone, and is not there.
   *
   * @throws CorruptEntityException if its seal is broken, or there is no key source to open it by
   */
  <T> Optional<Stored<T>> open(Kind<T> kind, Entity entity) {
    String keyId = Envelope.keyIdOf(entity.payload());
    if (keyId == null) {
      return Optional.of(kind.read(entity, NONE));
    }
    Keys own = keys;
    Envelope opener = envelope;
    if (own == null || opener == null) {
      throw new CorruptEntityException(entity, "it is sealed, and no key source is configured");
    }
    byte[] key = own.find(keyId);
    if (key == null) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A {0} is left out: its key was destroyed, or is not in this key source.",
          entity.type());
      return Optional.empty();
    }
    byte[] plain = opener.open(entity, keyId, key);
    return Optional.of(
        kind.read(entity.withContent(entity.format(), plain, entity.index()), keyId));
  }
}
