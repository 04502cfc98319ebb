package org.educationcities.persistence;

import java.util.List;
import java.util.Optional;
import org.educationcities.spi.key.KeySource;
import org.jspecify.annotations.Nullable;

/**
 * A mark in the storage of which keys it is sealed by, so that it is never opened with others, or
 * with none: half of it would then look empty, or be sealed by keys that nobody keeps.
 */
public final class KeyCheck {
  private static final String ID = "space";

  private static final Kind<Mark> MARK =
      Kind.named("key-check", Codec.json(Mark.class), (Mark each) -> ID).impersonal().build();

  private record Mark(String mark) {}

  private KeyCheck() {}

  /** What the storage must know of it. */
  public static List<Kind<?>> kinds() {
    return List.of(MARK);
  }

  /**
   * Checks that a store is opened with the keys it was sealed by; marks one that was sealed by
   * none.
   *
   * @throws WrongKeysException if it was sealed by others
   */
  public static void check(Store store, @Nullable KeySource keys) {
    Optional<String> known = store.find(MARK, ID).map(each -> each.value().mark());
    if (keys == null) {
      if (known.isPresent()) {
        throw new WrongKeysException("it is sealed, and no key source was chosen");
      }
      return;
    }
    if (known.isPresent()) {
      boolean same = keys.find(store.space(), Keys.SPACE_KEY).map(KeyCheck::mark).equals(known);
      if (!same) {
        throw new WrongKeysException("it is sealed by the keys of another key source");
      }
      return;
    }
    String mark = mark(keys.obtain(store.space(), Keys.SPACE_KEY));
    store.run(
        unit -> {
          if (unit.find(MARK, ID).isEmpty()) {
            unit.insert(MARK, new Mark(mark));
          }
        });
  }

  private static String mark(byte[] key) {
    return Keys.mark(key, "key-check");
  }
}
