package org.educationcities.persistence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.educationcities.Actor;
import org.educationcities.Role;
import org.educationcities.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work does, by pseudonyms, until it is written with it as one entry of the audit.
 * Not thread-safe.
 */
final class Trail {
  /** Who is named where nobody is. */
  static final String NOBODY = "NONE";

  /** As many acts as stay well below a payload's limit. */
  private static final int MOST_ACTS = 2000;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Keys keys;
  private final InstantSource clock;
  private final @Nullable Actor actor;
  private final List<Act> acts = new ArrayList<>();

  Trail(Keys keys, InstantSource clock, @Nullable Actor actor) {
    this.keys = keys;
    this.clock = clock;
    this.actor = actor;
  }

  void add(String what, Stored<?> stored, @Nullable Long replaces) {
    if (stored.isAudited()) {
      acts.add(
          new Act(
              what,
              stored.entity().type(),
              entity(keys, stored),
              stored.version(),
              replaces,
              stored.sealedBy().startsWith("person-")
                  ? person(keys.obtain(stored.sealedBy()))
                  : null));
    }
  }

  /** That somebody was shown something of a person. */
  void sawOf(Person person, String what) {
    byte[] key = keys.find(keys.idOf(person));
    if (key == null) {
      return; // nothing of theirs is kept, or nothing is any more
    }
    acts.add(new Act("read " + what, person.kind().word(), person(key), 0, null, person(key)));
  }

  /** That somebody was shown something of many at once. */
  void saw(String type, String id, String what) {
    acts.add(
        new Act(
            "read " + what, type, entity(keys.obtain(Keys.SPACE_KEY), type, id), 0, null, null));
  }

  /** The entries of all that was done; none if nothing was. */
  List<AuditEntry> entries() {
    if (acts.isEmpty()) {
      return List.of();
    }
    ImmutableList.Builder<AuditEntry> entries = ImmutableList.builder();
    for (List<Act> some : Lists.partition(acts, MOST_ACTS)) {
      byte[] id = new byte[16];
      RANDOM.nextBytes(id);
      entries.add(
          AuditEntry.of(
              HexFormat.of().formatHex(id),
              clock.instant(),
              actor == null ? NOBODY : pseudonym(keys, actor),
              actor == null ? NOBODY : actor.role().name(),
              some,
              keys.obtain(Keys.SPACE_KEY)));
    }
    return entries.build();
  }

  /** A process of the library by its name; a person by a pseudonym under their own key. */
  static String pseudonym(Keys keys, Actor actor) {
    if (actor.role() == Role.SYSTEM) {
      return actor.id();
    }
    return person(keys.obtain(keys.idOf(person(actor))));
  }

  /** The person that an actor is. */
  static Person person(Actor actor) {
    return switch (actor.role()) {
      case LEARNER -> Person.learner(actor.id());
      case GUARDIAN -> Person.guardian(actor.id());
      default -> Person.adult(actor.id());
    };
  }

  /** The pseudonym of whose key it is. */
  static String person(byte[] key) {
    return hex(Keys.mac(key).doFinal("person".getBytes(StandardCharsets.UTF_8)));
  }

  /** The pseudonym of something stored, under the key that seals it, or else the space's. */
  static String entity(Keys keys, Stored<?> stored) {
    String keyId = stored.sealedBy().equals(Seals.NONE) ? Keys.SPACE_KEY : stored.sealedBy();
    return entity(keys.obtain(keyId), stored.entity().type(), stored.entity().id());
  }

  private static String entity(byte[] key, String type, String id) {
    return hex(
        Keys.mac(key)
            .doFinal(
                ("entity|" + type.length() + "|" + type + id).getBytes(StandardCharsets.UTF_8)));
  }

  private static String hex(byte[] mac) {
    return HexFormat.of().formatHex(mac, 0, 16);
  }
}
