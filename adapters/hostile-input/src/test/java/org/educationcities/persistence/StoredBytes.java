package org.educationcities.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.storage.Entity;

/** Lets the tests of hostile input at what reads and opens a stored payload. */
public final class StoredBytes {

  private StoredBytes() {}

  /** A stored payload read as a kind reads it. */
  public static <T> T read(Kind<T> kind, byte[] payload) {
    return kind.read(entity(kind, payload), Seals.NONE).value();
  }

  /** A stored payload opened and read; empty if its key is gone. */
  public static <T> Optional<T> open(Kind<T> kind, KeySource keys, byte[] payload) {
    return new Seals(keys, Space.DEFAULT).open(kind, entity(kind, payload)).map(Stored::value);
  }

  /** A payload sealed for the thing that {@link #open} opens. */
  public static byte[] seal(Kind<?> kind, KeySource keys, String keyId, String content) {
    byte[] plain = content.getBytes(StandardCharsets.UTF_8);
    return new Seals(keys, Space.DEFAULT).seal(entity(kind, plain), keyId).payload();
  }

  private static Entity entity(Kind<?> kind, byte[] payload) {
    return Entity.of(kind.type().name(), "id-1", 7, 1, payload, Map.of());
  }
}
