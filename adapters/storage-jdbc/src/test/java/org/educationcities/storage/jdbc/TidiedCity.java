package org.educationcities.storage.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;

/**
 * Some thousand places in an H2 file, of which each turn writes some anew, chosen by its number.
 */
abstract class TidiedCity {
  /** So that a small file is tidied often. */
  static final H2Tidying.Pace EAGER =
      new H2Tidying.Pace(1 << 18, Duration.ofMillis(50), Duration.ofSeconds(2));

  /** So that nothing is tidied. */
  static final H2Tidying.Pace NEVER =
      new H2Tidying.Pace(1L << 40, Duration.ofMillis(50), Duration.ofSeconds(2));

  private static final EntityType PLACE = new EntityType("place", Map.of("turn", IndexType.NUMBER));
  private static final int PLACES = 4000;

  /** H2 keeps what was overwritten for 45 s, and a test can't wait so long. */
  static String url(Path file) {
    return "jdbc:h2:file:" + file + ";RETENTION_TIME=0";
  }

  static Storage open(String url, H2Tidying.Pace pace) {
    Properties properties = new Properties();
    properties.setProperty("user", "sa");
    properties.setProperty("WRITE_DELAY", "0");
    properties.setProperty("MAX_COMPACT_TIME", "0");
    properties.setProperty("DB_CLOSE_ON_EXIT", "FALSE");
    return JdbcStorage.open(
        StorageContext.of(Settings.none(), Set.of(PLACE)),
        new Connections.OfUrl(url, properties, pace),
        JdbcSchema.DEFAULT_PREFIX,
        true,
        true,
        null);
  }

  private static byte[] payload(String id, long turn) {
    byte[] payload = new byte[900];
    new SplittableRandom(turn * 31 + id.hashCode()).nextBytes(payload);
    return payload;
  }

  static void fill(Storage storage) {
    storage.inTransaction(
        Space.DEFAULT,
        t -> {
          for (int i = 0; i < PLACES; i++) {
            String id = "p" + i;
            t.insert(
                Entity.unstored("place", id, 1, payload(id, 0), Map.of("turn", IndexValue.of(0))));
          }
          return true;
        });
  }

  private static Set<String> chosen(long turn) {
    Set<String> ids = new TreeSet<>();
    new SplittableRandom(turn).ints(15, 1, PLACES).forEach(each -> ids.add("p" + each));
    ids.add("p0"); // which every turn writes
    return ids;
  }

  static void write(Storage storage, long turn) {
    storage.inTransaction(
        Space.DEFAULT,
        t -> {
          for (Entity seen : t.find("place", chosen(turn)).values()) {
            t.update(
                seen.withContent(1, payload(seen.id(), turn), Map.of("turn", IndexValue.of(turn))));
          }
          return true;
        });
  }

  /** The last turn that is stored. */
  static long lastTurn(Storage storage) {
    Entity first =
        storage.inTransaction(Space.DEFAULT, t -> t.find("place", Set.of("p0"))).get("p0");
    return first != null && first.index().get("turn") instanceof IndexValue.Whole turn
        ? turn.value()
        : -1;
  }

  /** The bytes of every place, by what is stored and by what all turns up to one must have left. */
  static Map<String, String> stored(Storage storage) {
    Set<String> ids = new TreeSet<>();
    for (int i = 0; i < PLACES; i++) {
      ids.add("p" + i);
    }
    Map<String, String> stored = new HashMap<>();
    storage
        .inTransaction(Space.DEFAULT, t -> t.find("place", ids))
        .forEach((id, each) -> stored.put(id, digest(each.payload())));
    return stored;
  }

  static Map<String, String> expected(long last) {
    Map<String, Long> turns = new HashMap<>();
    for (int i = 0; i < PLACES; i++) {
      turns.put("p" + i, 0L);
    }
    for (long turn = 1; turn <= last; turn++) {
      for (String id : chosen(turn)) {
        turns.put(id, turn);
      }
    }
    Map<String, String> expected = new HashMap<>();
    turns.forEach((id, turn) -> expected.put(id, digest(payload(id, turn))));
    return expected;
  }

  private static String digest(byte[] payload) {
    return java.util.UUID.nameUUIDFromBytes(payload).toString();
  }
}
