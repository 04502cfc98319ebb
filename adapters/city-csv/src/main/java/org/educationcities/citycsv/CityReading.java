package org.educationcities.citycsv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.Row;
import org.educationcities.exchange.SourceFiles;
import org.educationcities.exchange.Table;
import org.educationcities.people.Grade;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.profile.Wish;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.SchoolCalendar.Holiday;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.LocalityRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.jspecify.annotations.Nullable;

/** One reading, file after file in the order in which they refer to each other. */
final class CityReading {
  private final SourceFiles files;
  private final ImportLog log;
  private final Map<String, CityRecord.Builder> cities = new LinkedHashMap<>();
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final Map<String, List<LocalityRecord>> localities = new HashMap<>();
  private final Set<String> localityIds = new HashSet<>();
  private final List<SchoolRecord> schools = new ArrayList<>();
  private final List<AdultRecord> adults = new ArrayList<>();
  private final List<LearnerNote> learners = new ArrayList<>();
  private final Map<Party, Profile.Builder> profiles = new LinkedHashMap<>();
  private final Map<Party, Set<String>> sides = new HashMap<>();
  private final List<Quest> quests = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();
  private final Set<List<Object>> ranks = new HashSet<>();
  private final Map<String, List<Holiday>> holidays = new LinkedHashMap<>();
  private final Map<String, Opportunity> opportunities = new LinkedHashMap<>();
  private final TopicRows topics;

  CityReading(SourceFiles files, ImportLog log) {
    this.files = files;
    this.log = log;
    this.topics = new TopicRows(log);
  }

  CityFiles run() {
    files.noteOthers(Shapes.ALL.keySet(), log);
    eachOnce(Shapes.CITIES, this::city);
    eachOnce(Shapes.LOCALITIES, this::locality);
    eachOnce(Shapes.SCHOOLS, this::school);
    eachOnce(Shapes.ADULTS, this::adult);
    eachOnce(Shapes.LEARNERS, this::learner);
    eachOnce(Shapes.TOPICS, topics::row);
    topics.settle();
    each(Shapes.PROFILES, this::profile);
    eachOnce(Shapes.QUESTS, this::quest);
    OpportunityRows offers = new OpportunityRows(this, zones);
    eachOnce(
        Shapes.OPPORTUNITIES,
        row -> {
          Opportunity offer = offers.opportunity(row);
          opportunities.put(offer.id().value(), offer);
        });
    each(Shapes.WISHES, this::wish);
    each(Shapes.HOLIDAYS, this::holiday);
    return result();
  }

  private CityFiles result() {
    List<CityRecord> complete = new ArrayList<>();
    cities.forEach(
        (id, city) ->
            complete.add(city.localities(localities.getOrDefault(id, List.of())).build()));
    Map<Party, Profile> known = new LinkedHashMap<>();
    profiles.forEach((party, profile) -> known.put(party, profile.build()));
    Map<String, SchoolCalendar> calendars = new LinkedHashMap<>();
    holidays.forEach((city, each) -> calendars.put(city, new SchoolCalendar(each)));
    return CityFiles.builder()
        .cities(complete)
        .schools(schools)
        .adults(adults)
        .learners(learners)
        .topics(topics.topics())
        .profiles(known)
        .quests(quests)
        .wishes(wishes)
        .calendars(calendars)
        .opportunities(opportunities.values())
        .build();
  }

  private void each(String file, Consumer<Row> each) {
    if (files.has(file)) {
      Table.read(files, file, Shapes.shape(file), log, each);
    }
  }

  private void eachOnce(String file, Consumer<Row> each) {
    Set<String> seen = new HashSet<>();
    each(
        file,
        row -> {
          if (!seen.add(row.id("id"))) {
            throw row.refuse("id", "id-twice", "This id is there twice in this file.");
          }
          each.accept(row);
        });
  }

  private void city(Row row) {
    String id = row.id("id");
    String country = row.required("country");
    if (!country.matches("[A-Z]{2}")) {
      throw row.refuse(
          "country", "country-malformed", "A country is a code of ISO 3166-1, such as IL.");
    }
    ZoneId zone = zone(row).orElseThrow(() -> empty(row, "zone"));
    CityRecord.Builder city =
        CityRecord.builder(id, country, zone)
            .names(Cells.names(row))
            .region(row.flag("region", false))
            .languages(Cells.languages(row));
    cities.put(id, city);
    zones.put(id, zone);
  }

  static Optional<ZoneId> zone(Row row) {
    return row.parsed(
        "zone",
        CityReading::toZone,
        "zone-unknown",
        "This time zone is not known; they are written as in Asia/Jerusalem.");
  }

  private static @Nullable ZoneId toZone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void locality(Row row) {
    String id = row.id("id");
    String city = knownCity(row);
    LocalityRecord locality =
        new LocalityRecord(
            id,
            Cells.names(row),
            Cells.position(row),
            row.whole("population", 0, Integer.MAX_VALUE).orElse(0));
    if (!cities.containsKey(city)) {
      throw Cells.unknown(row, "city", Shapes.CITIES);
    }
    localities.computeIfAbsent(city, each -> new ArrayList<>()).add(locality);
    localityIds.add(id);
  }

  /** A city that cities.csv has, or any where that file is missing. */
  String knownCity(Row row) {
    String city = row.id("city");
    if (files.has(Shapes.CITIES) && !cities.containsKey(city)) {
      throw Cells.unknown(row, "city", Shapes.CITIES);
    }
    return city;
  }

  private void school(Row row) {
    Optional<String> locality = row.optionalId("locality");
    if (locality.isPresent()
        && files.has(Shapes.LOCALITIES)
        && !localityIds.contains(locality.get())) {
      throw Cells.unknown(row, "locality", Shapes.LOCALITIES);
    }
    List<String> grades = row.list("grades", ';');
    if (!grades.stream().allMatch(each -> Grade.parse(each).isPresent())) {
      throw row.refuse("grades", "grade-unknown", "A grade is PK, KG or 01 to 13.");
    }
    schools.add(
        SchoolRecord.builder(row.id("id"), knownCity(row))
            .names(Cells.names(row))
            .localityId(locality.orElse(null))
            .position(Cells.position(row))
            .languages(Cells.languages(row))
            .grades(grades.stream().map(each -> Grade.parse(each).orElseThrow().code()).toList())
            .build());
  }

  private void adult(Row row) {
    adults.add(
        AdultRecord.builder(row.id("id"))
            .organizationId(row.optionalId("provider").orElse(null))
            .schoolId(row.optionalId("school").orElse(null))
            .educator(row.flag("educator", false))
            .languages(Cells.languages(row))
            .build());
  }

  private void learner(Row row) {
    learners.add(
        new LearnerNote(
            row.id("id"), Cells.languages(row), Cells.arrangements(row), Cells.position(row)));
  }

  private void profile(Row row) {
    Party.Kind kind =
        row.parsed(
                "party",
                CityReading::toKind,
                "party-unknown",
                "A party is a learner, adult, classroom, school, provider, resource or city.")
            .orElseThrow(() -> empty(row, "party"));
    Party party = new Party(kind, row.id("id"));
    TopicId topic = knownTopic(row, "topic", row.id("topic"));
    String side = row.required("side");
    int level = row.whole("level", 1, 4).orElseThrow(() -> empty(row, "level"));
    if (!side.equals("strength") && !side.equals("growth")) {
      throw row.refuse("side", "side-unknown", "A side is strength or growth.");
    }
    if (!sides.computeIfAbsent(party, each -> new HashSet<>()).add(side + " " + topic.value())) {
      throw row.refuse(
          "topic", "topic-twice", "This topic is there twice on this side of this party.");
    }
    Profile.Builder profile = profiles.computeIfAbsent(party, each -> Profile.builder());
    if (side.equals("strength")) {
      profile.strength(topic, Proficiency.of(level));
    } else {
      profile.growthArea(topic, new Importance(level));
    }
  }

  private static Party.@Nullable Kind toKind(String text) {
    for (Party.Kind kind : Party.Kind.values()) {
      if (kind != Party.Kind.OPPORTUNITY && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    return null;
  }

  /** A topic that topics.csv has, or any where that file is missing. */
  TopicId knownTopic(Row row, String column, String id) {
    if (files.has(Shapes.TOPICS) && !topics.has(id)) {
      throw Cells.unknown(row, column, Shapes.TOPICS);
    }
    return new TopicId(id);
  }

  private void quest(Row row) {
    Set<TopicId> about = new HashSet<>();
    for (String topic : row.ids("topics", ';')) {
      about.add(knownTopic(row, "topics", topic));
    }
    if (about.isEmpty()) {
      throw empty(row, "topics");
    }
    String words = row.text("words").orElse("");
    if (words.length() > 1000) {
      throw row.refuse("words", "words-too-long", "A quest's words have at most 1000 characters.");
    }
    quests.add(
        new Quest(new QuestId(row.id("id")), new LearnerId(row.id("learner")), words, about));
  }

  private void wish(Row row) {
    String learner = row.id("learner");
    int rank = row.whole("rank", 1, 100).orElseThrow(() -> empty(row, "rank"));
    String opportunity = row.id("opportunity");
    if (files.has(Shapes.OPPORTUNITIES) && !opportunities.containsKey(opportunity)) {
      throw Cells.unknown(row, "opportunity", Shapes.OPPORTUNITIES);
    }
    if (!ranks.add(List.of(learner, rank))) {
      throw row.refuse("rank", "rank-twice", "This learner has two wishes of this rank.");
    }
    wishes.add(new Wish(new LearnerId(learner), rank, opportunity));
  }

  private void holiday(Row row) {
    LocalDate first = row.date("first").orElseThrow(() -> empty(row, "first"));
    LocalDate last = row.date("last").orElseThrow(() -> empty(row, "last"));
    if (last.isBefore(first)) {
      throw row.refuse("last", "dates-out-of-order", "The holiday ends before it begins.");
    }
    holidays
        .computeIfAbsent(knownCity(row), each -> new ArrayList<>())
        .add(new Holiday(row.required("name"), first, last));
  }

  static org.educationcities.exchange.RefusedRow empty(Row row, String column) {
    return row.refuse(column, "field-empty", "The field is empty and must be filled.");
  }
}
