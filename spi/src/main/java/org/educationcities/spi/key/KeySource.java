package org.educationcities.spi.key;

import java.util.Optional;
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
   * Destroys a key for ever.
   *
   * @return whether there was one
   */
  boolean destroy(Space space, String keyId);

  /** Lets go of the medium. */
  @Override
  void close();
}
