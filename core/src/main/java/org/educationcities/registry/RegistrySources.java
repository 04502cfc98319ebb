package org.educationcities.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Listing;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;
import org.educationcities.spi.source.SourceUnavailableException;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.OutcomeUnknownException;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.StorageUnavailableException;

/**
 * The sources of a city without a host: the roster that was taken from files, served from the
 * storage.
 */
final class RegistrySources implements HostSources {
  private final Store store;
  private final InstantSource clock;

  RegistrySources(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Source<CityRecord> cities() {
    return of(RosterKinds.CITY);
  }

  @Override
  public Source<SchoolRecord> schools() {
    return of(RosterKinds.SCHOOL);
  }

  @Override
  public Source<ClassRecord> classes() {
    return of(RosterKinds.CLASS);
  }

  @Override
  public Source<LearnerRecord> learners() {
    return of(RosterKinds.LEARNER);
  }

  @Override
  public Source<GuardianRecord> guardians() {
    return of(RosterKinds.GUARDIAN);
  }

  @Override
  public Source<AdultRecord> adults() {
    return of(RosterKinds.ADULT);
  }

  @Override
  public Source<ResourceRecord> resources() {
    return of(RosterKinds.RESOURCE);
  }

  private <R extends HostRecord> Source<R> of(Kind<R> kind) {
    return selection -> {
      // Taken before the read: what is returned was true then or later.
      var asOf = clock.instant();
      try {
        return selection instanceof Selection.ByIds some
            ? Batch.last(byIds(kind, some), asOf)
            : page(kind, (Selection.OfAll) selection, asOf);
      } catch (StorageUnavailableException | ConflictException | OutcomeUnknownException gone) {
        throw new SourceUnavailableException(
            "The registry's storage does not answer.\nMaybe try again later.", gone);
      }
    };
  }

  private <R extends HostRecord> List<R> byIds(Kind<R> kind, Selection.ByIds some) {
    return store.inTransaction(
        unit -> unit.find(kind, some.ids()).values().stream().map(Stored::value).toList());
  }

  private <R extends HostRecord> Batch<R> page(Kind<R> kind, Selection.OfAll page, Instant asOf) {
    Query.Builder query = Query.over(kind.type().name()).limit(page.limit());
    String after = page.after();
    if (after != null) {
      query.after(after);
    }
    Listing<R> listing = store.inTransaction(unit -> unit.query(kind, query.build()));
    return listing
        .next()
        .map(next -> Batch.before(next, listing.values(), asOf))
        .orElseGet(() -> Batch.last(listing.values(), asOf));
  }
}
