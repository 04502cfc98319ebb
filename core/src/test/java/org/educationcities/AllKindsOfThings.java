package org.educationcities;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.storage.Storage;

/** What is stored, of any kind, as the text that it is before it is sealed. */
public final class AllKindsOfThings {
  private AllKindsOfThings() {}

  /** The text of one thing. */
  public static String plainText(Storage storage, KeySource keys, String type, String id) {
    Kind<?> kind =
        AllKinds.kinds().stream()
            .filter(each -> each.type().name().equals(type))
            .findFirst()
            .orElseThrow();
    return plainText(new Store(storage, Space.DEFAULT, keys, () -> Instant.EPOCH), kind, id);
  }

  private static <T> String plainText(Store store, Kind<T> kind, String id) {
    T value = store.find(kind, id).orElseThrow().value();
    return new String(kind.plainBytes(value), StandardCharsets.UTF_8);
  }
}
