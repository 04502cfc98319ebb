package org.educationcities;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;

/** Keys in memory that count how they are asked for. Thread-safe. */
public final class MemoryKeys implements KeySource {
  private final Map<String, byte[]> keys = new HashMap<>();
  private final Set<String> destroyed = new HashSet<>();
  private final SecureRandom random = new SecureRandom();
  private int calls;
  private int left = Integer.MAX_VALUE;

  /** What an interruption looks like to whoever asked. */
  public static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Fails every time from so many calls on. */
  public synchronized void failAfter(int newLeft) {
    left = newLeft;
  }

  private void called() {
    calls++;
    if (left-- <= 0) {
      throw new Interrupted();
    }
  }

  /** How often it was asked since the last time this was. */
  public synchronized int callsSinceLast() {
    int since = calls;
    calls = 0;
    return since;
  }

  /** The ids of the keys there are. */
  public synchronized Set<String> ids() {
    return Set.copyOf(keys.keySet());
  }

  @Override
  public synchronized Optional<byte[]> find(Space space, String keyId) {
    called();
    return Optional.ofNullable(keys.get(name(space, keyId))).map(byte[]::clone);
  }

  @Override
  public synchronized byte[] obtain(Space space, String keyId) {
    called();
    return made(space, keyId);
  }

  @Override
  public synchronized Map<String, byte[]> findAll(Space space, Set<String> keyIds) {
    called();
    Map<String, byte[]> found = new HashMap<>();
    for (String each : keyIds) {
      byte[] key = keys.get(name(space, each));
      if (key != null) {
        found.put(each, key.clone());
      }
    }
    return found;
  }

  @Override
  public synchronized Map<String, byte[]> obtainAll(Space space, Set<String> keyIds) {
    called();
    Map<String, byte[]> obtained = new HashMap<>();
    keyIds.forEach(each -> obtained.put(each, made(space, each)));
    return obtained;
  }

  @Override
  public synchronized boolean destroy(Space space, String keyId) {
    called();
    destroyed.add(name(space, keyId));
    return keys.remove(name(space, keyId)) != null;
  }

  @Override
  public void close() {}

  private byte[] made(Space space, String keyId) {
    if (destroyed.contains(name(space, keyId))) {
      throw new IllegalStateException("This key was destroyed.");
    }
    return keys.computeIfAbsent(
            name(space, keyId),
            each -> {
              byte[] key = new byte[32];
              random.nextBytes(key);
              return key;
            })
        .clone();
  }

  private static String name(Space space, String keyId) {
    return space.id() + "/" + keyId;
  }
}
