package org.educationcities.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.persistence.Act;
import org.educationcities.persistence.AuditEntry;
import org.educationcities.persistence.CorruptEntityException;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Listing;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.privacy.AuditReport.Finding;
import org.educationcities.privacy.AuditReport.Problem;
import org.educationcities.spi.storage.Query;

/**
 * One verification. What is stored is read before the entries: an entry commits with what it tells
 * of, so what was seen has its entry among those read later, however much goes on meanwhile.
 */
final class Verification {
  private final Store store;
  private final List<Kind<?>> kinds;
  private final List<AuditHead> anchors;
  private final List<Finding> findings = new ArrayList<>();

  /** By pseudonym, the version seen of what no entry has told of yet, and what it is. */
  private final Map<String, Seen> expected = new HashMap<>();

  private record Seen(long version, String where) {}

  /** The pseudonyms of all that was seen. */
  private final Set<String> present = new HashSet<>();

  /** What entries tell was put there less what they tell was replaced or removed. */
  private final Map<Link, Integer> links = new HashMap<>();

  private record Link(String type, String entity, long version) {}

  /** Entries that were heard before they had a place, and are not heard again in it. */
  private final Set<String> heard = new HashSet<>();

  /** By pseudonym, what entries tell of: how often it was put there less how often removed. */
  private final Map<String, Alive> alive = new HashMap<>();

  private record Alive(int times, String type) {}

  private long chained;
  private long pending;
  private String last = AuditEntry.BEGINNING;

  Verification(Store store, List<Kind<?>> kinds, List<AuditHead> anchors) {
    this.store = store;
    this.kinds = kinds;
    this.anchors = anchors;
  }

  AuditReport run() {
    kinds.stream().filter(Kind::isAudited).forEach(this::look);
    AuditHead before =
        store
            .find(ChainHead.KIND, ChainHead.ID)
            .map(each -> each.value().head())
            .orElse(new AuditHead(0, AuditEntry.BEGINNING));
    pages("pending", this::hear);
    followChain();
    compareWithHead(before);
    // What was sealed between the two readings had no place in the first and has one in the last.
    expected.values().forEach(each -> findings.add(new Finding(Problem.UNRECORDED, each.where())));
    lookForUnlinked();
    lookForRemoved();
    return new AuditReport(chained, pending, new AuditHead(chained, last), findings);
  }

  /** What entries tell of and was not seen: looked for again, since it may be newer than that. */
  private void lookForRemoved() {
    alive.values().removeIf(each -> each.times() < 1);
    alive.keySet().removeAll(present);
    if (!alive.isEmpty()) {
      expected.clear();
      present.clear();
      List<Finding> known = List.copyOf(findings);
      kinds.stream().filter(Kind::isAudited).forEach(this::look);
      findings.clear();
      findings.addAll(known);
      alive.keySet().removeAll(present);
    }
    alive.forEach(
        (pseudonym, each) ->
            findings.add(new Finding(Problem.REMOVED, each.type() + "/" + pseudonym)));
  }

  private <T> void look(Kind<T> kind) {
    Query query = Query.over(kind.type().name()).limit(500).build();
    try {
      pages(kind, query, this::expect);
    } catch (CorruptEntityException e) {
      findings.add(new Finding(Problem.UNREADABLE, kind.type().name() + "/" + e.offendingId()));
      oneByOne(kind);
    }
  }

  /** Where a page cannot be read as a whole, each that can be. */
  private <T> void oneByOne(Kind<T> kind) {
    Optional<String> cursor = Optional.empty();
    do {
      Query.Builder query = Query.over(kind.type().name()).limit(1);
      cursor.ifPresent(query::after);
      Query one = query.build();
      cursor =
          store.inTransaction(
              unit -> {
                Listing<T> page = unit.queryReadable(kind, one);
                page.items().forEach(each -> expect(unit, each));
                return page.next();
              });
    } while (cursor.isPresent());
  }

  private void expect(UnitOfWork unit, Stored<?> stored) {
    String where = stored.entity().type() + "/" + stored.entity().id();
    String pseudonym = unit.pseudonymOf(stored);
    present.add(pseudonym);
    expected.put(pseudonym, new Seen(stored.version(), where));
    if (stored.value() instanceof Collaboration each
        && each.state().mayBeInForce()
        && each.needsClearance()
        && each.clearance().isEmpty()) {
      findings.add(new Finding(Problem.WITHOUT_CLEARANCE, where));
    }
  }

  private void hear(UnitOfWork unit, Stored<AuditEntry> stored) {
    pending++;
    listen(unit, stored.value(), "pending/" + stored.value().id());
    heard.add(stored.value().id());
  }

  private void listen(UnitOfWork unit, AuditEntry entry, String where) {
    if (heard.contains(entry.id())) {
      return;
    }
    if (!unit.isGenuine(entry)) {
      findings.add(new Finding(Problem.FORGED, where));
      return;
    }
    for (Act act : entry.acts()) {
      int change = act.what().equals("insert") ? 1 : act.what().equals("delete") ? -1 : 0;
      if (change != 0) {
        Alive before = alive.getOrDefault(act.entity(), new Alive(0, act.type()));
        alive.put(act.entity(), new Alive(before.times() + change, act.type()));
      }
      if (act.what().equals("insert") || act.what().equals("update")) {
        link(act, act.version(), 1);
      }
      if (act.replaces() != null) {
        link(act, act.replaces(), -1);
      } else if (act.what().equals("delete")) {
        link(act, act.version(), -1);
      }
      Seen seen = expected.get(act.entity());
      if (seen != null && seen.version() == act.version()) {
        expected.remove(act.entity());
      }
    }
  }

  private void link(Act act, long version, int by) {
    links.merge(
        new Link(act.type(), act.entity(), version), by, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** What the library wrote on, or removed, and nobody tells of having written. */
  private void lookForUnlinked() {
    if (links.values().stream().anyMatch(each -> each < 0)) {
      // One that committed late has its place before where the reading had got to.
      pages("pending", (unit, each) -> listen(unit, each.value(), "pending/" + each.value().id()));
    }
    links.forEach(
        (link, times) -> {
          if (times < 0) {
            findings.add(
                new Finding(
                    Problem.UNRECORDED, link.type() + "/" + link.entity() + "@" + link.version()));
          }
        });
  }

  private void followChain() {
    Set<AuditHead> open = new HashSet<>(anchors);
    open.removeIf(each -> each.sequence() == 0);
    pages(
        "sequence",
        (unit, stored) -> {
          AuditEntry entry = stored.value();
          long place = entry.sequence() == null ? 0 : entry.sequence();
          if (place <= chained) {
            findings.add(new Finding(Problem.DOUBLED, Long.toString(place)));
            return;
          }
          missing(chained + 1, place);
          boolean follows = place == chained + 1;
          String previous = String.valueOf(entry.previous());
          if (follows && !previous.equals(last)) {
            findings.add(new Finding(Problem.NOT_LINKED, Long.toString(place)));
          }
          String hash = entry.hash(place, previous);
          if (!hash.equals(entry.hash())) {
            findings.add(new Finding(Problem.CHANGED, Long.toString(place)));
          }
          listen(unit, entry, Long.toString(place));
          chained = place;
          last = hash;
          open.remove(new AuditHead(place, hash));
        });
    open.forEach(
        each -> findings.add(new Finding(Problem.NOT_ANCHORED, Long.toString(each.sequence()))));
  }

  private void compareWithHead(AuditHead before) {
    ChainHead head = store.find(ChainHead.KIND, ChainHead.ID).map(Stored::value).orElse(null);
    if (head == null) {
      if (chained > 0 || before.sequence() > 0) {
        findings.add(new Finding(Problem.WRONG_HEAD, "no head"));
      }
      return;
    }
    boolean genuine = store.<Boolean>inTransaction(head::isGenuine);
    // It may have been sealed on since the chain was read; never back behind where it was before.
    boolean reached =
        chained >= before.sequence()
            && (head.sequence() > chained || head.head().equals(new AuditHead(chained, last)));
    if (!genuine || !reached || head.sequence() < before.sequence()) {
      findings.add(new Finding(Problem.WRONG_HEAD, Long.toString(head.sequence())));
    }
    boolean movedOn = head.sequence() > before.sequence();
    if (!movedOn) {
      missing(chained + 1, head.sequence() + 1);
    }
  }

  /** Places without an entry, from the first to before the end. */
  private void missing(long first, long end) {
    if (first < end) {
      findings.add(
          new Finding(
              Problem.MISSING,
              first == end - 1 ? Long.toString(first) : first + " to " + (end - 1)));
    }
  }

  private interface Reader<T> {
    void read(UnitOfWork unit, Stored<T> stored);
  }

  private void pages(String order, Reader<AuditEntry> reader) {
    pages(
        AuditEntry.KIND,
        Query.over(AuditEntry.KIND.type().name()).ascendingBy(order).limit(200).build(),
        reader);
  }

  private <T> void pages(Kind<T> kind, Query query, Reader<T> reader) {
    Query page = query;
    while (true) {
      Query current = page;
      Optional<String> next =
          store.inTransaction(
              unit -> {
                Listing<T> listing = unit.query(kind, current);
                listing.items().forEach(each -> reader.read(unit, each));
                return listing.next();
              });
      if (next.isEmpty()) {
        return;
      }
      page = query.next(next.get());
    }
  }
}
