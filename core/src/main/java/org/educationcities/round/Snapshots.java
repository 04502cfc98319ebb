package org.educationcities.round;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.people.Learner;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.Strength;
import org.educationcities.profile.Wish;
import org.educationcities.registry.LegalBasis;
import org.educationcities.registry.Offers;
import org.educationcities.registry.ProcessingStops;
import org.educationcities.registry.Profiles;
import org.educationcities.registry.Quests;
import org.educationcities.registry.WishList;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.Session;
import org.educationcities.resource.Term;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;
import org.jspecify.annotations.Nullable;

/** Takes snapshots from the sources and what is known besides. Thread-safe. */
public final class Snapshots {
  private final HostSources sources;
  private final Profiles profiles;
  private final Quests quests;
  private final Offers offers;
  private final ProcessingStops stops;
  private final InstantSource clock;

  /** Snapshots of what these tell. */
  public Snapshots(
      HostSources sources,
      Profiles profiles,
      Quests quests,
      Offers offers,
      ProcessingStops stops,
      InstantSource clock) {
    this.stops = Objects.requireNonNull(stops, "stops");
    this.sources = Objects.requireNonNull(sources, "sources");
    this.profiles = Objects.requireNonNull(profiles, "profiles");
    this.quests = Objects.requireNonNull(quests, "quests");
    this.offers = Objects.requireNonNull(offers, "offers");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Everything of a term, over all cities of the space, without the learners for whom matching has
   * no legal basis any more. Linear in what there is, read in batches.
   */
  public Snapshot take(Term term) {
    Reading reading = new Reading(clock.instant());
    Set<LearnerId> leftOut = stops.leftOut(LegalBasis.Purpose.MATCHING);
    return take(
        term,
        reading,
        reading.all(sources.learners()).stream()
            .filter(each -> !leftOut.contains(new LearnerId(each.id())))
            .toList(),
        profiles.all(Party.Kind.LEARNER),
        quests.all(),
        quests.allWishes());
  }

  /**
   * One learner and all that is offered in a term; without learners if there is none under the id,
   * or matching has no legal basis any more for who is.
   */
  public Snapshot takeFor(Term term, LearnerId learner) {
    Reading reading = new Reading(clock.instant());
    Party party = new Party(Party.Kind.LEARNER, learner.value());
    return take(
        term,
        reading,
        stops.lets(learner, LegalBasis.Purpose.MATCHING)
            ? reading.batch(sources.learners(), Selection.byIds(Set.of(learner.value()))).records()
            : List.of(),
        Map.of(party, profiles.of(party)),
        quests.of(learner),
        List.of(quests.wishesOf(learner)));
  }

  private Snapshot take(
      Term term,
      Reading reading,
      List<LearnerRecord> learnerRecords,
      Map<Party, Profile> known,
      List<Quest> questList,
      List<WishList> wishLists) {
    Map<String, CityRecord> cities = byId(reading.all(sources.cities()));
    Map<String, SchoolRecord> schools = byId(reading.all(sources.schools()));
    List<TermOpportunity> opportunities = opportunities(term, cities);
    Map<LearnerId, Profile.Builder> wanted = wanted(opportunities, questList, wishLists);
    List<TermLearner> learners = new ArrayList<>();
    for (LearnerRecord record : learnerRecords) {
      CityRecord city = cities.get(record.cityId());
      if (city == null || record.mergedInto().isPresent()) {
        continue;
      }
      Learner learner = Learner.of(record);
      Profile own = known.getOrDefault(new Party(Party.Kind.LEARNER, record.id()), Profile.empty());
      learners.add(
          new TermLearner(
              learner,
              with(own, wanted.get(learner.id())),
              city.country(),
              learner.possibleAgesOn(term.first()),
              positionOf(record, schools).orElse(null)));
    }
    learners.sort(Comparator.comparing(each -> each.learner().id().value()));
    return new Snapshot(term, offers.taxonomy(), reading.asOf, learners, opportunities);
  }

  private List<TermOpportunity> opportunities(Term term, Map<String, CityRecord> cities) {
    Map<CityId, SchoolCalendar> calendars = new HashMap<>();
    Map<Schedule, Map<CityId, List<Session>>> expanded = new HashMap<>();
    List<TermOpportunity> opportunities = new ArrayList<>();
    for (Opportunity each : offers.ofTerm(term.id())) {
      CityRecord city = cities.get(each.cityId().value());
      if (city == null) {
        continue;
      }
      SchoolCalendar calendar = calendars.computeIfAbsent(each.cityId(), offers::calendarOf);
      opportunities.add(
          new TermOpportunity(
              each,
              city.country(),
              expanded
                  .computeIfAbsent(each.schedule(), schedule -> new HashMap<>())
                  .computeIfAbsent(
                      each.cityId(), id -> each.schedule().sessionsIn(term, calendar))));
    }
    opportunities.sort(Comparator.comparing(each -> each.opportunity().id().value()));
    return opportunities;
  }

  /** What quests and wishes add: topics of the greatest importance. */
  private Map<LearnerId, Profile.Builder> wanted(
      List<TermOpportunity> opportunities, List<Quest> questList, List<WishList> wishLists) {
    Map<String, List<Strength>> taught = new HashMap<>();
    opportunities.forEach(
        each ->
            taught.put(each.opportunity().id().value(), each.opportunity().profile().strengths()));
    Map<LearnerId, Profile.Builder> wanted = new HashMap<>();
    for (Quest quest : questList) {
      Profile.Builder of = wanted.computeIfAbsent(quest.learner(), id -> Profile.builder());
      quest.topics().forEach(topic -> of.growthArea(topic, Importance.GREATEST));
    }
    for (WishList list : wishLists) {
      Profile.Builder of = wanted.computeIfAbsent(list.learner(), id -> Profile.builder());
      for (Wish wish : list.wishes()) {
        taught
            .getOrDefault(wish.opportunityId(), List.of())
            .forEach(strength -> of.growthArea(strength.topic(), Importance.GREATEST));
      }
    }
    return wanted;
  }

  private static Profile with(Profile own, Profile.@Nullable Builder wanted) {
    if (wanted == null) {
      return own;
    }
    Profile.Builder merged = own.toBuilder();
    wanted
        .build()
        .growthAreas()
        .forEach(each -> merged.growthArea(each.topic(), each.importance()));
    return merged.build();
  }

  private static Optional<GeoPoint> positionOf(
      LearnerRecord record, Map<String, SchoolRecord> schools) {
    return record
        .position()
        .or(
            () ->
                record
                    .schoolId()
                    .map(schools::get)
                    .flatMap(
                        school -> Optional.ofNullable(school).flatMap(SchoolRecord::position)));
  }

  private static <R extends HostRecord> Map<String, R> byId(List<R> records) {
    Map<String, R> byId = new HashMap<>();
    records.forEach(each -> byId.put(each.id(), each));
    return byId;
  }

  /** Reads page after page and remembers the oldest moment as of which anything was told. */
  private static final class Reading {
    private Instant asOf;

    private Reading(Instant asOf) {
      this.asOf = asOf;
    }

    private <R extends HostRecord> Batch<R> batch(Source<R> source, Selection selection) {
      Batch<R> batch = source.read(selection);
      if (batch.asOf().isBefore(asOf)) {
        asOf = batch.asOf();
      }
      return batch;
    }

    private <R extends HostRecord> List<R> all(Source<R> source) {
      List<R> all = new ArrayList<>();
      Selection selection = Selection.first();
      while (true) {
        Batch<R> batch = batch(source, selection);
        all.addAll(batch.records());
        Optional<String> next = batch.next();
        if (next.isEmpty()) {
          return all;
        }
        selection = Selection.after(next.get());
      }
    }
  }
}
