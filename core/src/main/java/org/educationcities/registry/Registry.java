package org.educationcities.registry;

import com.google.common.base.Suppliers;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.persistence.Upsert;
import org.educationcities.spi.source.HostSources;

/**
 * The library's own roster, for a city that has no host system or hands over files. Thread-safe.
 *
 * <p>Its sources are the same small read-only ones that a host serves.
 */
public final class Registry {
  private final Store store;
  private final HostSources sources;

  /** Made when the first roster is taken: it takes long to build, and most processes need none. */
  private final Supplier<RecordRules> rules = Suppliers.memoize(RecordRules::new);

  /** A registry over a store, with the clock that says as of when it answers. */
  public Registry(Store store, InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.sources = new RegistrySources(store, clock);
  }

  /** How many records were new, changed or as they were. */
  public record Taken(int inserted, int updated, int unchanged) {}

  /** What is registered, served as a host would serve it. */
  public HostSources sources() {
    return sources;
  }

  /**
   * Takes a roster: new records are added, changed ones replaced, others left. It is taken whole or
   * not at all, in one transaction: what changed in it is held by the storage until the end.
   *
   * @param actor an administrator, or the system
   * @throws org.educationcities.InvalidInputException with every broken rule; nothing was taken
   * @throws ForbiddenException if the actor's role may not
   */
  public Taken take(Actor actor, Roster roster) {
    if (!actor.isOneOf(Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, "change the roster");
    }
    rules.get().check("cities", roster.cities());
    rules.get().check("schools", roster.schools());
    rules.get().check("classes", roster.classes());
    rules.get().check("learners", roster.learners());
    rules.get().check("guardians", roster.guardians());
    rules.get().check("adults", roster.adults());
    rules.get().check("resources", roster.resources());
    Upsert.Outcome outcome = store.as(actor).inTransaction(unit -> put(unit, roster));
    return new Taken(outcome.inserted(), outcome.updated(), outcome.unchanged());
  }

  private static Upsert.Outcome put(UnitOfWork unit, Roster roster) {
    return Upsert.within(unit, RosterKinds.CITY, roster.cities())
        .plus(Upsert.within(unit, RosterKinds.SCHOOL, roster.schools()))
        .plus(Upsert.within(unit, RosterKinds.CLASS, roster.classes()))
        .plus(Upsert.within(unit, RosterKinds.LEARNER, roster.learners()))
        .plus(Upsert.within(unit, RosterKinds.GUARDIAN, roster.guardians()))
        .plus(Upsert.within(unit, RosterKinds.ADULT, roster.adults()))
        .plus(Upsert.within(unit, RosterKinds.RESOURCE, roster.resources()));
  }
}
