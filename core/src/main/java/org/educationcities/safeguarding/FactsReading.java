package org.educationcities.safeguarding;

import com.google.common.collect.Iterables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.educationcities.people.Guardian;
import org.educationcities.people.Learner;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Offers;
import org.educationcities.resource.OpportunityId;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;

/** Reads what the host tells about many activities, in batches. */
final class FactsReading {
  private final Store store;
  private final HostSources sources;
  private final Offers offers;
  private final InstantSource clock;

  FactsReading(Store store, HostSources sources, Offers offers, InstantSource clock) {
    this.store = store;
    this.sources = sources;
    this.offers = offers;
    this.clock = clock;
  }

  Facts read(List<Activity> activities) {
    Instant asOf = clock.instant();
    Map<String, Learner> learners = new HashMap<>();
    Set<String> ids = new HashSet<>();
    activities.forEach(each -> ids.add(each.learner().value()));
    asOf =
        earlier(asOf, byIds(sources.learners(), ids, it -> learners.put(it.id(), Learner.of(it))));
    Map<String, List<Guardian>> guardians = new HashMap<>();
    asOf =
        earlier(
            asOf,
            byIds(
                sources.guardians(),
                guardiansOf(ids),
                it ->
                    guardians
                        .computeIfAbsent(it.id(), id -> new ArrayList<>())
                        .add(Guardian.of(it))));
    Map<String, String> kinds = new HashMap<>();
    Map<String, GeoPoint> schools = new HashMap<>();
    if (placesMatter()) {
      asOf =
          earlier(
              asOf,
              byIds(
                  sources.resources(),
                  resourcesOf(activities),
                  it -> kinds.put(it.id(), it.kind())));
      asOf =
          earlier(
              asOf,
              byIds(
                  sources.schools(),
                  schoolsOf(learners),
                  it -> it.position().ifPresent(at -> schools.put(it.id(), at))));
    }
    return new Facts(learners, guardians, kinds, schools, asOf);
  }

  private boolean placesMatter() {
    return store
        .find(SafeguardingTypes.POLICY, SafeguardingTypes.POLICY_ID)
        .map(each -> each.value().ages().stream().anyMatch(AgeRule::asksAboutThePlace))
        .orElse(false);
  }

  private Set<String> guardiansOf(Set<String> learners) {
    Set<String> guardians = new HashSet<>();
    store.run(
        unit ->
            unit.find(SafeguardingTypes.LEARNER, learners)
                .values()
                .forEach(
                    anchor ->
                        anchor
                            .value()
                            .permissions()
                            .forEach(each -> guardians.add(each.givenBy()))));
    return guardians;
  }

  private Set<String> resourcesOf(List<Activity> activities) {
    Set<OpportunityId> opportunities = new HashSet<>();
    activities.forEach(each -> opportunities.add(new OpportunityId(each.opportunityId())));
    Set<String> resources = new HashSet<>();
    offers.find(opportunities).values().forEach(each -> resources.add(each.resourceId().value()));
    return resources;
  }

  private static Set<String> schoolsOf(Map<String, Learner> learners) {
    Set<String> schools = new HashSet<>();
    learners.values().forEach(each -> each.schoolId().ifPresent(id -> schools.add(id.value())));
    return schools;
  }

  /** Reads records by their ids; the earliest moment as of which they were true. */
  private static <R extends HostRecord> Instant byIds(
      Source<R> source, Set<String> ids, Consumer<? super R> each) {
    Instant asOf = Instant.MAX;
    for (List<String> some : Iterables.partition(ids, Selection.MAX_SIZE)) {
      Batch<R> batch = source.read(Selection.byIds(Set.copyOf(some)));
      batch.records().forEach(each);
      asOf = earlier(asOf, batch.asOf());
    }
    return asOf;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
