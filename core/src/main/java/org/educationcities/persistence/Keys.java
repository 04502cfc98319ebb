package org.educationcities.persistence;

import com.google.common.collect.ImmutableSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.educationcities.people.Person;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one unit of work: fetched in batches, forgotten with the unit, so that a destroyed
 * key is in nobody's memory for longer than a transaction. Not thread-safe.
 *
 * <p>The id of a person's key is a pseudonym, HMAC-SHA-256 (RFC 2104) under a key of the space: who
 * reads the store or the key source learns of nobody's id by it.
 */
final class Keys {
  /** The space's own key: what pseudonyms and the audit's marks are made by; never destroyed. */
  static final String SPACE_KEY = "space";

  private static final String HMAC = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeySource source;
  private final Space space;
  private final Map<String, byte[]> known = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final Deque<String> unused = new ArrayDeque<>();
  private final Map<Person, String> ids = new HashMap<>();
  private @Nullable Mac mac;

  Keys(KeySource source, Space space) {
    this.source = source;
    this.space = space;
  }

  /** The id of a person's key. */
  String idOf(Person person) {
    return ids.computeIfAbsent(
        person,
        each -> {
          Mac pseudonyms = mac;
          if (pseudonyms == null) {
            pseudonyms = mac(obtain(SPACE_KEY));
            mac = pseudonyms;
          }
          byte[] whole =
              pseudonyms.doFinal(("key|" + each.reference()).getBytes(StandardCharsets.UTF_8));
          return "person-" + HexFormat.of().formatHex(whole, 0, 16);
        });
  }

  /** The id of a key that was never used, for something that tells of several people. */
  String freshId() {
    if (unused.isEmpty()) {
      makeFresh(1);
    }
    return unused.remove();
  }

  /** Makes that many fresh keys in one go. */
  void makeFresh(int number) {
    Set<String> made = new HashSet<>();
    byte[] random = new byte[16];
    while (made.size() < number) {
      RANDOM.nextBytes(random);
      made.add("thing-" + HexFormat.of().formatHex(random));
    }
    known.putAll(source.obtainAll(space, made));
    unused.addAll(made);
  }

  /** Whether a key is of one thing alone, rather than of a person. */
  static boolean isOfAThing(String keyId) {
    return keyId.startsWith("thing-");
  }

  /** Fetches those of some keys that exist. */
  void fetch(Collection<String> keyIds) {
    Set<String> missing =
        keyIds.stream()
            .filter(each -> !known.containsKey(each) && !gone.contains(each))
            .collect(ImmutableSet.toImmutableSet());
    if (!missing.isEmpty()) {
      known.putAll(source.findAll(space, missing));
      missing.stream().filter(each -> !known.containsKey(each)).forEach(gone::add);
    }
  }

  /** Fetches some keys, and makes those that do not exist. */
  void fetchOrMake(Collection<String> keyIds) {
    Set<String> missing =
        keyIds.stream()
            .filter(each -> !known.containsKey(each))
            .collect(ImmutableSet.toImmutableSet());
    if (!missing.isEmpty()) {
      known.putAll(source.obtainAll(space, missing));
      gone.removeAll(missing);
    }
  }

  /** A key, if it exists. */
  byte @Nullable [] find(String keyId) {
    fetch(Set.of(keyId));
    return known.get(keyId);
  }

  /** A key, made if there is none. */
  byte[] obtain(String keyId) {
    byte[] key = known.get(keyId);
    if (key == null) {
      key = source.obtain(space, keyId);
      known.put(keyId, key);
      gone.remove(keyId);
    }
    return key;
  }

  /** HMAC-SHA-256 of a text by a key, in hexadecimal digits. */
  static String mark(byte[] key, String text) {
    return HexFormat.of().formatHex(mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** HMAC-SHA-256 by a key. */
  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC + ".", e);
    }
  }
}
