package org.educationcities.privacy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Departures;
import org.educationcities.collaboration.Merges;
import org.educationcities.people.Person;
import org.educationcities.persistence.Erased;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Personal;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.safeguarding.Safeguarding;
import org.educationcities.spi.storage.Query;

/**
 * Erases people: what they take part in is ended and the others told, what is theirs is removed,
 * what they share with others stays without them, and their keys are destroyed, so that nothing of
 * it can be read in a log, a backup or the audit any more. Thread-safe.
 *
 * <p>A learner is erased under all ids that turned out to be theirs, whichever is asked for. What
 * is kept for those who answer for safety stays ({@link Personal#isSafekept}), and the receipt says
 * so to everybody alike, since a number would tell that there is something.
 *
 * <p>It may be interrupted anywhere: called again it goes on where it was, and once it is done it
 * finds nothing more to do. Each id takes one reading of everything that is personal.
 */
public final class Erasure {
  private static final int BATCH = 50;
  private static final int MOST_PASSES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Store store;
  private final List<Kind<?>> kinds;
  private final Departures departures;
  private final Merges merges;
  private final Safeguarding safeguarding;
  private final InstantSource clock;

  /** Erasure over all that is kept in a store. */
  public Erasure(
      Store store,
      List<? extends Kind<?>> kinds,
      Departures departures,
      Merges merges,
      Safeguarding safeguarding,
      InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    // What tells of nobody is not read: that something of it is broken keeps nobody from going.
    this.kinds = kinds.stream().filter(Kind::isPersonal).collect(ImmutableList.toImmutableList());
    this.departures = Objects.requireNonNull(departures, "departures");
    this.merges = Objects.requireNonNull(merges, "merges");
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Erases a person.
   *
   * @param actor an administrator, who has made sure of who asks
   * @return what was done, by this call and those before it, under the id that survives
   * @throws ErasureRefusedException for an adult who must not be with learners, or with one of them
   */
  public ErasureReceipt erase(Actor actor, Person person) {
    allow(actor, "erase a person");
    Objects.requireNonNull(person, "person");
    if (person.kind() == Person.Kind.ADULT && safeguarding.isKeptApart(person.id())) {
      throw new ErasureRefusedException();
    }
    Store own = store.as(actor);
    Map<Person, String> ids = new LinkedHashMap<>();
    Set<Person> identities = merges.identitiesOf(own, person);
    own.run(unit -> identities.forEach(each -> ids.put(each, unit.erasureIdOf(each))));
    ids.forEach((each, id) -> begin(own, id, each, Set.copyOf(ids.values())));
    ids.forEach((each, id) -> eraseOne(actor, own, each, id));
    Erased last = null;
    for (String id : ids.values()) {
      last = change(own, id, it -> it.doneAt() == null ? it.done(clock.instant()) : it);
    }
    // Which ids are one is forgotten last: until then whoever asks again asks for all of them.
    merges.forget(own, identities);
    return ErasureReceipt.of(Objects.requireNonNull(last), store.isSealed());
  }

  private void eraseOne(Actor actor, Store own, Person person, String id) {
    String standIn = own.find(Erased.KIND, id).orElseThrow().value().standIn();
    destroyLeft(own, id);
    int pass = 0;
    while (true) {
      int ended = departures.endAll(actor, person, unit -> countEnded(unit, id));
      if (person.kind() == Person.Kind.GUARDIAN) {
        safeguarding.withdrawAllBy(actor, person.id());
      } else if (person.kind() == Person.Kind.ADULT) {
        safeguarding.revokeOverridesBy(actor, person.id());
      }
      int touched = 0;
      for (Kind<?> kind : kinds) {
        touched += kind == Merges.kind() ? 0 : scrub(own, kind, id, person, standIn);
      }
      if (ended + touched == 0) {
        break;
      }
      if (++pass == MOST_PASSES) {
        throw new IllegalStateException(
            "Something of the person comes back as fast as it is removed.\n"
                + "Maybe remove them from the host's roster first, then call this again.");
      }
    }
    int destroyed = store.isSealed() ? own.destroy(Set.of(id)) : 0;
    if (destroyed > 0) {
      change(own, id, each -> each.destroyed(destroyed));
    }
  }

  /** The receipts of all erasures, by reference. */
  public List<ErasureReceipt> receipts(Actor actor) {
    allow(actor, "see receipts of erasures");
    ImmutableList.Builder<ErasureReceipt> receipts = ImmutableList.builder();
    store.forEach(
        Erased.KIND,
        Query.over(Erased.KIND.type().name()).limit(500).build(),
        each -> receipts.add(ErasureReceipt.of(each.value(), store.isSealed())));
    return receipts.build();
  }

  private static void countEnded(UnitOfWork unit, String id) {
    Stored<Erased> seen = unit.find(Erased.KIND, id).orElseThrow();
    unit.update(Erased.KIND, seen, seen.value().endedToo(1));
  }

  private void begin(Store own, String id, Person person, Set<String> all) {
    byte[] random = new byte[12];
    RANDOM.nextBytes(random);
    String standIn = Personal.STAND_IN + HexFormat.of().formatHex(random);
    Erased begun = Erased.begun(id, person.kind(), standIn, clock.instant()).together(all);
    own.run(
        unit ->
            unit.find(Erased.KIND, id)
                .ifPresentOrElse(
                    seen -> {
                      Erased after = seen.value().together(all);
                      if (!after.equals(seen.value())) {
                        unit.update(Erased.KIND, seen, after);
                      }
                    },
                    () -> unit.insert(Erased.KIND, begun)));
  }

  private Erased change(Store own, String id, UnaryOperator<Erased> change) {
    return own.inTransaction(
        unit -> {
          Stored<Erased> seen = unit.find(Erased.KIND, id).orElseThrow();
          Erased after = change.apply(seen.value());
          return after.equals(seen.value()) ? after : unit.update(Erased.KIND, seen, after).value();
        });
  }

  private <T> int scrub(Store own, Kind<T> kind, String id, Person person, String standIn) {
    List<String> found = new ArrayList<>();
    own.forEach(
        kind,
        Query.over(kind.type().name()).limit(500).build(),
        each -> {
          if (reaches(kind, each.value(), person)) {
            found.add(each.entity().id());
          }
        });
    int touched = 0;
    for (List<String> batch : Iterables.partition(found, BATCH)) {
      touched += own.<Integer>inTransaction(unit -> scrub(unit, kind, batch, id, person, standIn));
      destroyLeft(own, id);
    }
    return touched;
  }

  private static <T> int scrub(
      UnitOfWork unit, Kind<T> kind, List<String> batch, String id, Person person, String standIn) {
    int removed = 0;
    int changed = 0;
    Set<String> keys = new HashSet<>();
    for (Stored<T> each : unit.find(kind, Set.copyOf(batch)).values()) {
      if (!reaches(kind, each.value(), person) || isStillGoingOn(each.value(), person)) {
        continue;
      }
      Optional<T> rest = kind.personal().without(each.value(), person, standIn);
      if (rest.isEmpty()) {
        unit.delete(each);
        removed++;
      } else {
        unit.updateUnderNewKey(kind, each, rest.get());
        changed++;
      }
      if (each.isSealedByItsOwnKey()) {
        keys.add(each.sealedBy());
      }
    }
    if (removed + changed > 0) {
      Stored<Erased> seen = unit.find(Erased.KIND, id).orElseThrow();
      unit.update(Erased.KIND, seen, seen.value().with(kind.type().name(), removed, changed, keys));
    }
    return removed + changed;
  }

  private static <T> boolean reaches(Kind<T> kind, T value, Person person) {
    return kind.personal().tellsOf(value, person) && !kind.personal().isSafekept(value);
  }

  /** One that was proposed meanwhile: it is ended first, on the next pass. */
  private static boolean isStillGoingOn(Object value, Person person) {
    return value instanceof Collaboration each
        && each.kind() == CollaborationKind.PLACEMENT
        && each.learners().stream().map(Person::of).anyMatch(person::equals)
        && each.state().holdsPlace();
  }

  /** Destroys the keys of what was sealed anew, after that was committed. */
  private void destroyLeft(Store own, String id) {
    Set<String> left =
        own.find(Erased.KIND, id).map(each -> each.value().keysLeft()).orElse(Set.of());
    if (!left.isEmpty()) {
      int destroyed = own.destroy(left);
      change(own, id, each -> each.destroyed(destroyed));
    }
  }

  private static void allow(Actor actor, String act) {
    if (!actor.isOneOf(Role.ADMINISTRATOR)) {
      throw new ForbiddenException(actor, act);
    }
  }
}
