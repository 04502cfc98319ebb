package org.educationcities.benchmarks.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.city.CityId;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Home;
import org.educationcities.collaboration.Part;
import org.educationcities.discovery.Plugins;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;

/**
 * Placements as the library stores them: the bytes and indexes of one with eighteen weekly
 * sessions, under an id, a learner and an opportunity of its own.
 */
final class Placements {
  static final int PER_LEARNER = 3;

  private static final String TYPE = "collaboration";
  private static final Instant NOW = Instant.parse("2026-08-20T06:00:00Z");

  private final Entity sample = sample();
  private final byte[] payload =
      new String(sample.payload(), UTF_8)
          .replace(CollaborationKind.INNOVATION_LAB.name(), CollaborationKind.PLACEMENT.name())
          .getBytes(UTF_8);

  int bytesEach() {
    return payload.length;
  }

  int indexesEach() {
    return number(0).index().size();
  }

  static LearnerId learner(int i) {
    return new LearnerId(String.format(Locale.ROOT, "learner-%07d", i));
  }

  private Entity number(int i) {
    Map<String, IndexValue> index = new HashMap<>(sample.index());
    index.put("kind", IndexValue.of(CollaborationKind.PLACEMENT.name()));
    index.put("learner", IndexValue.of(learner(i / PER_LEARNER).value()));
    index.put("opportunity", IndexValue.of("opportunity-" + i % 9973));
    return Entity.unstored(TYPE, id(i), sample.format(), payload, index);
  }

  /**
   * All numbers below a size in the order of their ids: a store is filled many times faster so, and
   * is the same when it is full.
   */
  static int[] inOrderOfIds(int size) {
    return IntStream.range(0, size)
        .mapToObj(each -> Map.entry(id(each), each))
        .sorted(Map.Entry.comparingByKey())
        .mapToInt(Map.Entry::getValue)
        .toArray();
  }

  private static String id(int i) {
    return CollaborationId.of("benchmark", Integer.toString(i)).value();
  }

  List<Entity> list(int[] numbers, int from, int to) {
    return IntStream.range(from, to).mapToObj(each -> number(numbers[each])).toList();
  }

  List<Entity> list(int from, int to) {
    List<Entity> list = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      list.add(number(i));
    }
    return list;
  }

  /** Stores them in transactions of so many. */
  static void write(Storage storage, Space space, List<Entity> placements, int batch) {
    for (int from = 0; from < placements.size(); from += batch) {
      List<Entity> some = placements.subList(from, Math.min(placements.size(), from + batch));
      storage.inTransaction(
          space,
          transaction -> {
            some.forEach(transaction::insert);
            return Boolean.TRUE;
          });
    }
  }

  /** What the library itself writes; a lab, since a placement needs a whole city around it. */
  private static Entity sample() {
    try (Storage storage =
        Plugins.foundBy(Placements.class.getClassLoader())
            .storage("memory")
            .open(StorageContext.of(Settings.none(), EducationCities.entityTypes()))) {
      EducationCities cities = EducationCities.builder().storage(storage).build();
      cities.collaborations().propose(Actor.system("benchmark"), List.of(collaboration()));
      return storage
          .inTransaction(Space.DEFAULT, each -> each.query(Query.over(TYPE).build()))
          .entities()
          .get(0);
    }
  }

  private static Collaboration collaboration() {
    CityId city = new CityId("hadera");
    List<Session> sessions = new ArrayList<>();
    for (int week = 0; week < 18; week++) {
      Instant start = NOW.plus(Duration.ofDays(14 + 7L * week));
      sessions.add(
          new Session(start, start.plus(Duration.ofMinutes(90)), ZoneId.of("Asia/Jerusalem")));
    }
    return Collaboration.builder(
            CollaborationId.of("sample"), CollaborationKind.INNOVATION_LAB, NOW)
        .origin("round-1")
        .opportunity(new OpportunityId("opportunity-1"))
        .participant(
            Party.of(learner(1)), Part.LEARNS, Home.in("IL", city, new SchoolId("school-1")))
        .participant(
            new Party(Party.Kind.PROVIDER, "provider-1"), Part.PROVIDES, Home.in("IL", city))
        .sessions(sessions)
        .answerBy(NOW.plus(Duration.ofDays(14)))
        .build();
  }
}
