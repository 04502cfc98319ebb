package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.StorageCapability;
import org.junit.jupiter.api.Test;

/**
 * The conformance kit for storage: extend it, say which factory is meant and how a fresh medium is
 * had, and run it with your own build. Each case is named after the rule it tests. Cases of a
 * capability that the storage does not declare are skipped, or turn round: what is not declared
 * must really be refused.
 *
 * <pre>{@code
 * class MyStorageTest extends StorageKit {
 *   @Override
 *   protected StorageFactory factory() {
 *     return new MyPlugin().storages().get(0);
 *   }
 *
 *   @Override
 *   protected Settings freshMedium() throws IOException {
 *     return Settings.of(Map.of("folder", Files.createTempDirectory("my").toString()));
 *   }
 * }
 * }</pre>
 *
 * <p>Rules that no case can test are listed by {@link #UNTESTABLE}.
 */
public abstract class StorageKit extends LifecycleCases {

  /** The rules that this kit cannot test, and why. */
  public static final List<String> UNTESTABLE =
      List.of(
          "STO-13, second half: an unknown outcome cannot be brought about from outside; an adapter"
              + " tests it with a medium that fails at the commit.",
          "STO-14 with SYNCED: the loss of power cannot be brought about; what was told to sync is"
              + " known to the adapter alone.",
          "STO-17: what a read does not promise cannot be missing.",
          "STO-43 beyond the threads of one run: that it never fails cannot be shown, only that it"
              + " did not.",
          "That SHARED_BY_PROCESSES holds over machines: the kit has one.");

  /** For the vendor's class. */
  protected StorageKit() {}

  private interface HostWork {
    void run() throws Exception;
  }

  private void inHost(HostTransactions host, boolean commit, HostWork work) throws Exception {
    host.begin();
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      if (done && commit) {
        host.commit();
      } else {
        host.rollback();
      }
    }
  }

  private HostTransactions host() throws Exception {
    assumeCan(StorageCapability.JOINS_HOST_TRANSACTION);
    return hostTransactions(medium());
  }

  @Test
  void joining_theHostsCommitCommitsBoth() throws Exception {
    HostTransactions host = host();
    inHost(
        host,
        true,
        () -> {
          host.writeOwn("row");
          insert(item("a", "lab", 1));
        });
    assertThat(host.hasOwn("row")).isTrue();
    assertThat(read("a")).isPresent();
    assertThat(ids(query().where("kind", "lab").build())).containsExactly("a");
  }

  @Test
  void joining_theHostsRollbackUndoesBoth() throws Exception {
    HostTransactions host = host();
    Entity kept = insert(item("kept"));
    inHost(
        host,
        false,
        () -> {
          host.writeOwn("row");
          insert(item("a", "lab", 1));
          update(changed(kept, 9));
        });
    assertThat(host.hasOwn("row")).isFalse();
    assertThat(read("a")).isEmpty();
    assertThat(read("kept")).contains(kept);
    assertThat(ids(query().where("kind", "lab").build())).isEmpty();
  }

  @Test
  void joining_laterTransactionsSeeEarlierOnesWithinTheHosts() throws Exception {
    HostTransactions host = host();
    inHost(
        host,
        true,
        () -> {
          Entity a = insert(item("a"));
          update(changed(a, 9));
          assertThat(read("a").orElseThrow().payload()).containsExactly(9);
        });
    assertThat(read("a").orElseThrow().payload()).containsExactly(9);
  }

  @Test
  void joining_aFailedPartIsUndoneEvenIfTheHostCommits() throws Exception {
    HostTransactions host = host();
    Entity stale = insert(item("stale"));
    update(stale);
    inHost(
        host,
        true,
        () -> {
          host.writeOwn("row");
          insert(item("a"));
          conflict(
              () ->
                  in(
                      t -> {
                        t.insert(item("b", "lab", 1));
                        t.query(query().build());
                        return t.update(stale);
                      }));
          assertThat(
                  catchThrowable(
                      () ->
                          in(
                              t -> {
                                t.insert(item("c"));
                                t.query(query().build());
                                throw new UnsupportedOperationException("on purpose");
                              })))
              .isInstanceOf(UnsupportedOperationException.class);
          insert(item("d"));
        });
    assertThat(host.hasOwn("row")).isTrue();
    assertThat(ids(query().build())).containsExactly("a", "d", "stale");
  }

  @Test
  void joining_withoutAHostsTransactionItCommitsItself() throws Exception {
    host();
    insert(item("a"));
    assertThat(read("a")).isPresent();
  }

  @Test
  void joining_isNotPretendedWhereItIsNotDeclared() {
    assumeFalse(
        store().capabilities().contains(StorageCapability.JOINS_HOST_TRANSACTION),
        "JOINS_HOST_TRANSACTION is declared.");
    assertThat(factory().capabilities()).doesNotContain(StorageCapability.JOINS_HOST_TRANSACTION);
  }
}
