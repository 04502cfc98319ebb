package org.educationcities.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections are pooled by the host or by nobody. */
class NoPoolTest {
  private static final EntityType ITEM = new EntityType("item", Map.of());
  private static final int THREADS = 6;

  @TempDir Path folder;

  private static Entity item(String id) {
    return Entity.unstored("item", id, 1, new byte[] {1}, Map.of());
  }

  /** A host's data source that counts what it has lent and was not given back. */
  private static DataSource lending(String url, AtomicInteger taken, AtomicInteger out) {
    return (DataSource)
        Proxy.newProxyInstance(
            NoPoolTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getConnection");
              Connection connection = DriverManager.getConnection(url);
              taken.incrementAndGet();
              out.incrementAndGet();
              return Proxy.newProxyInstance(
                  NoPoolTest.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (lent, call, given) -> {
                    if (call.getName().equals("close")) {
                      out.decrementAndGet();
                    }
                    return call.invoke(connection, given);
                  });
            });
  }

  @Test
  void eachTransactionTakesAConnectionOfTheHostAndGivesItBack() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger out = new AtomicInteger();
    DataSource host = lending("jdbc:sqlite:" + folder.resolve("city.db"), taken, out);

    try (Storage storage = JdbcStorage.over(host, Set.of(ITEM)).open()) {
      int opening = taken.get();
      assertThat(out).as("at rest").hasValue(0);
      for (int n = 0; n < 5; n++) {
        String id = "item-" + n;
        storage.inTransaction(
            Space.DEFAULT,
            t -> {
              assertThat(out).as("within a transaction").hasValue(1);
              return t.insert(item(id));
            });
        assertThat(out).as("after a transaction").hasValue(0);
      }
      assertThat(taken).hasValue(opening + 5);
    }
    assertThat(out).as("after closing").hasValue(0);
  }

  @Test
  void anAddressKeepsOneConnectionHoweverManyWereAtWork() throws Exception {
    String url = "jdbc:h2:mem:no-pool";
    StorageContext context = StorageContext.of(Settings.of(Map.of("url", url)), Set.of(ITEM));
    try (Storage storage = new JdbcPlugin().storages().get(0).open(context);
        Connection asking = DriverManager.getConnection(url, "sa", "")) {
      manyAtOnce(storage, asking);

      assertThat(sessions(asking))
          .as("the one that keeps others out, the one that is kept, and who asks")
          .isEqualTo(3);
    }
  }

  private static void manyAtOnce(Storage storage, Connection asking) throws Exception {
    CyclicBarrier allWithin = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Long>> seen = new ArrayList<>();
      for (int n = 0; n < THREADS; n++) {
        seen.add(
            threads.submit(
                () -> storage.inTransaction(Space.DEFAULT, t -> counted(t, allWithin, asking))));
      }
      for (Future<Long> each : seen) {
        assertThat(each.get()).isEqualTo(THREADS + 2);
      }
    } finally {
      threads.shutdownNow();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static long counted(Transaction t, CyclicBarrier allWithin, Connection asking) {
    try {
      t.find("item", Set.of("none"));
      allWithin.await(1, TimeUnit.MINUTES);
      long sessions = sessions(asking);
      allWithin.await(1, TimeUnit.MINUTES);
      return sessions;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static long sessions(Connection asking) throws Exception {
    synchronized (asking) {
      return Dialect.askNumber(asking, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS");
    }
  }

  @Test
  void itBringsNothingThatPools() throws Exception {
    Path classes =
        Path.of(JdbcStorage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (InputStream module = Files.newInputStream(classes.resolve("module-info.class"))) {
      assertThat(ModuleDescriptor.read(module).requires())
          .extracting(Requires::name)
          .containsExactlyInAnyOrder(
              "java.base", "java.sql", "org.jspecify", "org.educationcities.spi");
    }
  }
}
