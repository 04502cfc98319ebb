package org.educationcities.tck;

import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.Transaction;

/**
 * A process that writes until it is killed, and acknowledges each commit on its standard output.
 * Each transaction updates a counter, inserts three items and one event that tells of them.
 */
final class KilledWriter {
  static final String COUNTER = "counter";
  static final int ITEMS = 3;

  private KilledWriter() {}

  /** Arguments: the vendor's kit class, and a file with the settings. */
  public static void main(String[] arguments) throws Exception {
    Constructor<?> constructor = Class.forName(arguments[0]).getDeclaredConstructor();
    constructor.setAccessible(true);
    DurabilityKit kit = (DurabilityKit) constructor.newInstance();
    try (Storage storage =
        kit.factory()
            .open(StorageContext.of(settings(Path.of(arguments[1])), StorageBench.TYPES))) {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.println("open");
      while (true) {
        long written = storage.inTransaction(Space.DEFAULT, KilledWriter::writeNext);
        out.println(written);
      }
    }
  }

  static Settings settings(Path file) throws Exception {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
    return Settings.of(values);
  }

  private static long writeNext(Transaction t) {
    Entity counter = StorageBench.read(t, StorageBench.ITEM, COUNTER).orElseThrow();
    long next = ConcurrencyCases.value(counter) + 1;
    t.update(ConcurrencyCases.numbered(counter, next));
    for (int i = 0; i < ITEMS; i++) {
      t.insert(StorageBench.item("item-" + next + "-" + i, "written", next));
    }
    t.insert(
        Entity.unstored(
            StorageBench.OTHER,
            "event-" + next,
            1,
            new byte[] {1},
            Map.of("rank", IndexValue.of(next))));
    return next;
  }
}
