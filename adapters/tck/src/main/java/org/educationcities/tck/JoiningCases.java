package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.StorageCapability;
import org.junit.jupiter.api.Test;

/** Taking part in a transaction of the host: JOINS_HOST_TRANSACTION. */
abstract class JoiningCases extends StorageBench {

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
    // Opened before the host begins: an opening may have to make its tables.
    store();
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
    assertThat(ids(Query.over(ITEM).where("kind", "lab").build())).containsExactly("a");
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
    assertThat(ids(Query.over(ITEM).where("kind", "lab").build())).isEmpty();
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
                        t.query(Query.over(ITEM).build());
                        return t.update(stale);
                      }));
          assertThat(
                  catchThrowable(
                      () ->
                          in(
                              t -> {
                                t.insert(item("c"));
                                t.query(Query.over(ITEM).build());
                                throw new UnsupportedOperationException("on purpose");
                              })))
              .isInstanceOf(UnsupportedOperationException.class);
          insert(item("d"));
        });
    assertThat(host.hasOwn("row")).isTrue();
    assertThat(ids(Query.over(ITEM).build())).containsExactly("a", "d", "stale");
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
