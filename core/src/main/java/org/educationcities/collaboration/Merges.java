package org.educationcities.collaboration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.storage.Query;

/**
 * Which ids turned out to be one learner: by what the host says now, and by what was followed
 * before, since a host may no longer return an id that was given up. Thread-safe.
 */
public final class Merges {
  private final Store store;
  private final HostSources sources;

  Merges(Store store, HostSources sources) {
    this.store = Objects.requireNonNull(store, "store");
    this.sources = Objects.requireNonNull(sources, "sources");
  }

  /** Two ids that turned out to be one learner: format 1. */
  record Merge(LearnerId from, LearnerId into) {
    String id() {
      return idOf(from);
    }

    /** Tells neither. */
    static String idOf(LearnerId from) {
      return CollaborationId.of("merge", from.value()).value();
    }

    /** Its id, which tells neither. */
    @Override
    public String toString() {
      return "Merge[" + id() + "]";
    }
  }

  /** The kind under which merges are stored. */
  public static Kind<?> kind() {
    return CollaborationTypes.MERGE;
  }

  /** Remembers one; the last that was told of an id counts. */
  static void remember(UnitOfWork unit, LearnerId from, LearnerId into) {
    Merge merge = new Merge(from, into);
    unit.find(CollaborationTypes.MERGE, merge.id())
        .ifPresentOrElse(
            seen -> {
              if (!seen.value().equals(merge)) {
                unit.update(CollaborationTypes.MERGE, seen, merge);
              }
            },
            () -> unit.insert(CollaborationTypes.MERGE, merge));
  }

  /**
   * Everybody that a person is known as: themselves, and for a learner all ids that were merged
   * into theirs or that theirs was merged into, the one that survives last. What the host says of
   * them is remembered, so that it can be asked again after some of it is gone. Reads all learners
   * of the host, page after page.
   *
   * @throws org.educationcities.spi.source.SourceUnavailableException if the host cannot answer
   */
  public Set<Person> identitiesOf(Store own, Person person) {
    if (person.kind() != Person.Kind.LEARNER) {
      return Set.of(person);
    }
    Map<String, String> into = new TreeMap<>();
    store.forEach(
        CollaborationTypes.MERGE,
        Query.over(CollaborationTypes.MERGE.type().name()).limit(500).build(),
        each -> into.put(each.value().from().value(), each.value().into().value()));
    Selection page = Selection.first();
    while (page != null) {
      Batch<LearnerRecord> batch = sources.learners().read(page);
      batch.records().forEach(each -> each.mergedInto().ifPresent(it -> into.put(each.id(), it)));
      page = batch.next().map(Selection::after).orElse(null);
    }
    Set<String> all = connected(into, person.id());
    own.run(
        unit ->
            all.stream()
                .filter(into::containsKey)
                .forEach(
                    each ->
                        remember(
                            unit,
                            new LearnerId(each),
                            new LearnerId(Objects.requireNonNull(into.get(each))))));
    Set<Person> identities = new LinkedHashSet<>();
    all.stream().filter(into::containsKey).forEach(each -> identities.add(Person.learner(each)));
    all.stream()
        .filter(each -> !into.containsKey(each))
        .forEach(each -> identities.add(Person.learner(each)));
    return identities;
  }

  /** Forgets that some learners are one, and destroys the keys by which that was sealed. */
  public void forget(Store own, Set<Person> identities) {
    Set<String> ids = new TreeSet<>();
    identities.forEach(each -> ids.add(Merge.idOf(new LearnerId(each.id()))));
    Set<String> keys = new TreeSet<>();
    own.run(
        unit -> {
          keys.clear();
          unit.find(CollaborationTypes.MERGE, ids)
              .values()
              .forEach(
                  each -> {
                    unit.delete(each);
                    keys.add(each.sealedBy());
                  });
        });
    own.destroy(keys);
  }

  private static Set<String> connected(Map<String, String> into, String start) {
    Map<String, Set<String>> beside = new HashMap<>();
    into.forEach(
        (from, to) -> {
          beside.computeIfAbsent(from, id -> new TreeSet<>()).add(to);
          beside.computeIfAbsent(to, id -> new TreeSet<>()).add(from);
        });
    Set<String> all = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(start));
    while (!open.isEmpty()) {
      String each = open.pop();
      if (all.add(each)) {
        open.addAll(beside.getOrDefault(each, Set.of()));
      }
    }
    return all;
  }
}
