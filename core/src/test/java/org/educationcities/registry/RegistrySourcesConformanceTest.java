package org.educationcities.registry;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.educationcities.EducationCities;
import org.educationcities.SmallCity;
import org.educationcities.journey.PausingStorage;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Upsert;
import org.educationcities.spi.Space;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.educationcities.storage.memory.MemoryStorage;
import org.educationcities.tck.PlayedHost;
import org.educationcities.tck.SourceKind;
import org.educationcities.tck.SourceKit;

/** The registry serves what it took as any host must. */
class RegistrySourcesConformanceTest extends SourceKit {
  @Override
  protected PlayedHost freshHost(InstantSource clock) {
    return new PlayedRegistry(clock);
  }

  private static final class PlayedRegistry implements PlayedHost {
    private static final String CITY = "city-0";
    private static final String SCHOOL = "school-0";

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong answers = new AtomicLong(Long.MAX_VALUE);
    private final MemoryStorage storage = MemoryStorage.of(EducationCities.entityTypes());
    private final Registry direct;
    private final Store store = new Store(storage, Space.DEFAULT);
    private final HostSources sources;
    private int lastId;

    PlayedRegistry(InstantSource clock) {
      direct = new Registry(store, clock);
      sources =
          new Registry(new Store(new PausingStorage(storage, this::count), Space.DEFAULT), clock)
              .sources();
    }

    private void count() {
      statements.incrementAndGet();
      if (answers.getAndDecrement() <= 0) {
        throw new StorageUnavailableException("Gone.\nMaybe it comes back.");
      }
    }

    @Override
    public HostSources open() {
      return sources;
    }

    @Override
    public List<String> add(SourceKind kind, int count) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ids.add(kind + "-" + ++lastId);
      }
      put(kind, ids);
      return ids;
    }

    @Override
    public boolean addAs(SourceKind kind, String id) {
      put(kind, List.of(id));
      return true;
    }

    private void put(SourceKind kind, List<String> ids) {
      Roster.Builder roster =
          Roster.builder().cities(List.of(city(CITY))).schools(List.of(school(SCHOOL)));
      switch (kind) {
        case CITY -> roster.cities(ids.stream().map(PlayedRegistry::city).toList());
        case SCHOOL -> roster.schools(ids.stream().map(PlayedRegistry::school).toList());
        case LEARNER -> roster.learners(ids.stream().map(each -> learner(each).build()).toList());
        case ADULT -> roster.adults(ids.stream().map(PlayedRegistry::adult).toList());
        case RESOURCE -> roster.resources(ids.stream().map(PlayedRegistry::resource).toList());
        case CLASS -> {
          String learner = add(SourceKind.LEARNER, 1).get(0);
          String adult = add(SourceKind.ADULT, 1).get(0);
          roster.classes(ids.stream().map(each -> aClass(each, learner, adult)).toList());
        }
        case GUARDIAN -> {
          String learner = add(SourceKind.LEARNER, 1).get(0);
          roster.guardians(ids.stream().map(each -> guardian(each, learner)).toList());
        }
      }
      direct.take(SmallCity.ADMINISTRATOR, roster.build());
    }

    private static CityRecord city(String id) {
      return CityRecord.builder(id, "IL", ZoneId.of("UTC")).names(Map.of("en", "A city")).build();
    }

    private static SchoolRecord school(String id) {
      return SchoolRecord.builder(id, CITY).names(Map.of("en", "A school")).build();
    }

    private static LearnerRecord.Builder learner(String id) {
      return LearnerRecord.builder(id, CITY).schoolId(SCHOOL);
    }

    private static AdultRecord adult(String id) {
      return AdultRecord.builder(id).schoolId(SCHOOL).build();
    }

    private static ResourceRecord resource(String id) {
      return ResourceRecord.builder(id, CITY, "provider-0").names(Map.of("en", "A place")).build();
    }

    private static ClassRecord aClass(String id, String learner, String adult) {
      return ClassRecord.builder(id, SCHOOL)
          .learnerIds(Set.of(learner))
          .educatorIds(Set.of(adult))
          .build();
    }

    private static GuardianRecord guardian(String id, String learner) {
      return GuardianRecord.builder(id)
          .relations(List.of(new Relation(learner, true, null, null)))
          .build();
    }

    @Override
    public boolean remove(SourceKind kind, String id) {
      delete(kind(kind), id);
      changeAll(
          RosterKinds.CLASS,
          (seen, changed) -> {
            Set<String> learners = new HashSet<>(seen.learnerIds());
            Set<String> adults = new HashSet<>(seen.educatorIds());
            learners.remove(id);
            adults.remove(id);
            if (!learners.equals(seen.learnerIds()) || !adults.equals(seen.educatorIds())) {
              changed.add(
                  ClassRecord.builder(seen.id(), seen.schoolId())
                      .learnerIds(learners)
                      .educatorIds(adults)
                      .build());
            }
          });
      changeAll(
          RosterKinds.GUARDIAN,
          (seen, changed) ->
              changed.add(
                  GuardianRecord.builder(seen.id())
                      .relations(
                          seen.relations().stream()
                              .filter(each -> !each.learnerId().equals(id))
                              .toList())
                      .build()));
      return true;
    }

    private <T> void delete(Kind<T> kind, String id) {
      store.run(unit -> unit.find(kind, id).ifPresent(unit::delete));
    }

    private <T> void changeAll(Kind<T> kind, BiConsumer<T, List<T>> change) {
      List<T> changed = new ArrayList<>();
      store.forEach(
          kind,
          Query.over(kind.type().name()).build(),
          seen -> change.accept(seen.value(), changed));
      Upsert.all(store, kind, changed);
    }

    private static Kind<?> kind(SourceKind kind) {
      return switch (kind) {
        case CITY -> RosterKinds.CITY;
        case SCHOOL -> RosterKinds.SCHOOL;
        case CLASS -> RosterKinds.CLASS;
        case LEARNER -> RosterKinds.LEARNER;
        case GUARDIAN -> RosterKinds.GUARDIAN;
        case ADULT -> RosterKinds.ADULT;
        case RESOURCE -> RosterKinds.RESOURCE;
      };
    }

    @Override
    public boolean merge(String learner, String survivor) {
      direct.take(
          SmallCity.ADMINISTRATOR,
          Roster.builder()
              .learners(List.of(learner(learner).mergedInto(survivor).build()))
              .build());
      return true;
    }

    @Override
    public boolean failAfter(int more) {
      answers.set(more);
      return true;
    }

    @Override
    public void recover() {
      answers.set(Long.MAX_VALUE);
    }

    @Override
    public OptionalLong statements() {
      return OptionalLong.of(statements.get());
    }

    @Override
    public void close() {
      storage.close();
    }
  }
}
