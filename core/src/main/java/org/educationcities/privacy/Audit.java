package org.educationcities.privacy;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.persistence.AuditEntry;
import org.educationcities.persistence.Erased;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Listing;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.spi.storage.Query;

/**
 * Who did what, and who was shown what of a child: by pseudonyms, each under the key of whom it is
 * of, so that nobody can tell any more once that key is destroyed. Thread-safe.
 *
 * <p>An entry commits in the transaction of what it tells of. It is given its place in the chain
 * behind the writers, by {@link #seal}, which a host calls from its own scheduler; until then it
 * could be removed unseen by whoever can write to the storage. From then on {@link #verify} finds
 * it if one is changed, removed, added or moved. Whoever has the storage and the keys too could
 * make a whole new chain: against that the head is kept outside.
 */
public final class Audit {
  private static final int BATCH = 200;

  private final Store store;
  private final List<Kind<?>> kinds;

  /** The audit of a store that has keys, over what is kept in it. */
  public Audit(Store store, List<? extends Kind<?>> kinds) {
    this.store = Objects.requireNonNull(store, "store");
    this.kinds = ImmutableList.copyOf(kinds);
  }

  /** The kinds of what this room keeps. */
  public static List<Kind<?>> kinds() {
    return List.of(AuditEntry.KIND, ChainHead.KIND, Erased.KIND);
  }

  /**
   * Gives every entry that has none its place in the chain, the oldest first.
   *
   * @param actor an administrator, the safeguarding lead or the system
   * @return where the chain ends now; to be kept outside
   */
  public AuditHead seal(Actor actor) {
    allow(actor, "seal the audit");
    while (true) {
      int chained = store.<Integer>inTransaction(Audit::sealSome);
      if (chained == 0) {
        return head(actor);
      }
    }
  }

  private static int sealSome(UnitOfWork unit) {
    Stored<ChainHead> before = unit.find(ChainHead.KIND, ChainHead.ID).orElse(null);
    long sequence = before == null ? 0 : before.value().sequence();
    String hash = before == null ? AuditEntry.BEGINNING : before.value().hash();
    Listing<AuditEntry> pending =
        unit.query(
            AuditEntry.KIND,
            Query.over(AuditEntry.KIND.type().name()).ascendingBy("pending").limit(BATCH).build());
    for (Stored<AuditEntry> each : pending.items()) {
      AuditEntry chained = each.value().chained(++sequence, hash);
      hash = Objects.requireNonNull(chained.hash());
      unit.update(AuditEntry.KIND, each, chained);
    }
    if (!pending.items().isEmpty()) {
      ChainHead after = ChainHead.of(unit, sequence, hash);
      if (before == null) {
        unit.insert(ChainHead.KIND, after);
      } else {
        unit.update(ChainHead.KIND, before, after);
      }
    }
    return pending.items().size();
  }

  /** Where the chain ends. */
  public AuditHead head(Actor actor) {
    allow(actor, "see the head of the audit");
    return store
        .find(ChainHead.KIND, ChainHead.ID)
        .map(each -> each.value().head())
        .orElseGet(() -> new AuditHead(0, AuditEntry.BEGINNING));
  }

  /** Verifies like {@link #verify(Actor, List)}, without a head kept outside. */
  public AuditReport verify(Actor actor) {
    return verify(actor, List.of());
  }

  /**
   * Goes through all that is stored and then through all entries: whether each entry is genuine and
   * in its place, whether everything stored was written by the library, and whether no child is
   * anywhere without a clearance. Linear in both; it keeps one number for each thing stored.
   *
   * @param actor an administrator, the safeguarding lead or the system
   * @param anchors heads that were kept outside
   */
  public AuditReport verify(Actor actor, List<AuditHead> anchors) {
    allow(actor, "verify the audit");
    return new Verification(store, kinds, anchors).run();
  }

  private static void allow(Actor actor, String act) {
    if (!actor.isOneOf(Role.ADMINISTRATOR, Role.SAFEGUARDING_LEAD, Role.SYSTEM)) {
      throw new ForbiddenException(actor, act);
    }
  }
}
