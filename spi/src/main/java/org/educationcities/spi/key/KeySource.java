package org.educationcities.spi.key;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.spi.Space;

/**
 * Keys by id, one for each person. Thread-safe.
 *
 * <ul>
 *   <li><b>KEY-1</b> A key is 32 random bytes from a cryptographic source.
 *   <li><b>KEY-2</b> {@code obtain} makes a key if there is none and returns the same from then on,
 *       under concurrency too.
 *   <li><b>KEY-3</b> A destroyed key never comes back: {@code find} is empty and {@code obtain}
 *       refuses its id with {@link IllegalStateException}.
 *   <li><b>KEY-4</b> Keys are kept outside the storage whose contents they seal, and outside its
 *       backups.
 *   <li><b>KEY-5</b> {@code findAll} and {@code obtainAll} answer as if each had been asked for on
 *       its own; a key source far away answers them in one go.
 * </ul>
 */
public interface KeySource extends AutoCloseable {

  /** The key under an id, if it exists and was not destroyed. The array is the caller's own. */
  Optional<byte[]> find(Space space, String keyId);

  /**
   * The key under an id, made if there is none.
   *
   * @throws IllegalStateException if it was destroyed
   */
  byte[] obtain(Space space, String keyId);

  /**
   * The keys under some ids, of those that exist and were not destroyed. The arrays are the
   * caller's own. Unless overridden it asks for one after the other.
   */
  default Map<String, byte[]> findAll(Space space, Set<String> keyIds) {
    Map<String, byte[]> found = new LinkedHashMap<>();
    keyIds.forEach(id -> find(space, id).ifPresent(key -> found.put(id, key)));
    return found;
  }

  /**
   * The keys under some ids, made where there are none. Unless overridden it asks for one after the
   * other.
   *
   * @throws IllegalStateException if one of them was destroyed; others may have been made
   */
  default Map<String, byte[]> obtainAll(Space space, Set<String> keyIds) {
    Map<String, byte[]> obtained = new LinkedHashMap<>();
    keyIds.forEach(id -> obtained.put(id, obtain(space, id)));
    return obtained;
  }

  /**
   * Destroys a key for ever.
   *
   * @return whether there was one
   */
  boolean destroy(Space space, String keyId);

  /** Lets go of the medium. */
  @Override
  void close();
}
