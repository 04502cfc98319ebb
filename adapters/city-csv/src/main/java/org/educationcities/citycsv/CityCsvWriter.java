package org.educationcities.citycsv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.TableWriter;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.Strength;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.profile.Wish;
import org.educationcities.resource.Cost;
import org.educationcities.resource.Opportunity;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LocalityRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes the city's own CSV, as the README states it; what there is nothing of gets no file.
 * Thread-safe.
 */
public final class CityCsvWriter {

  private CityCsvWriter() {}

  /**
   * Writes the files into a folder that exists; older ones of the same names are replaced.
   *
   * @throws ImportException if they cannot be written
   */
  public static void write(Path folder, CityFiles files) {
    cities(folder, files.cities());
    localities(folder, files.cities());
    schools(folder, files.schools());
    adults(folder, files.adults());
    learners(folder, files.learners());
    topics(folder, files.topics());
    profiles(folder, files);
    quests(folder, files.quests());
    wishes(folder, files.wishes());
    holidays(folder, files);
    opportunities(folder, files.opportunities());
  }

  private static void cities(Path folder, List<CityRecord> cities) {
    Named<CityRecord> table = new Named<>(cities, CityRecord::names);
    table.write(
        folder,
        Shapes.CITIES,
        List.of("id", "country", "zone", "region", "languages"),
        each ->
            cells(each.id(), each.country(), each.zone().getId(), each.region(), each.languages()));
  }

  private static void localities(Path folder, List<CityRecord> cities) {
    List<Map.Entry<String, LocalityRecord>> all = new ArrayList<>();
    cities.forEach(city -> city.localities().forEach(each -> all.add(Map.entry(city.id(), each))));
    Named<Map.Entry<String, LocalityRecord>> table =
        new Named<>(all, each -> each.getValue().names());
    table.write(
        folder,
        Shapes.LOCALITIES,
        List.of("id", "city", "latitude", "longitude", "population"),
        each ->
            cells(
                each.getValue().id(),
                each.getKey(),
                latitude(each.getValue().position()),
                longitude(each.getValue().position()),
                each.getValue().population()));
  }

  private static void schools(Path folder, List<SchoolRecord> schools) {
    Named<SchoolRecord> table = new Named<>(schools, SchoolRecord::names);
    table.write(
        folder,
        Shapes.SCHOOLS,
        List.of("id", "city", "locality", "latitude", "longitude", "languages", "grades"),
        each ->
            cells(
                each.id(),
                each.cityId(),
                each.localityId().orElse(null),
                latitude(each.position().orElse(null)),
                longitude(each.position().orElse(null)),
                each.languages(),
                each.grades()));
  }

  private static void adults(Path folder, List<AdultRecord> adults) {
    plain(
        folder,
        Shapes.ADULTS,
        List.of("id", "provider", "school", "educator", "languages"),
        adults,
        each ->
            cells(
                each.id(),
                each.organizationId().orElse(null),
                each.schoolId().orElse(null),
                each.educator(),
                each.languages()));
  }

  private static void learners(Path folder, List<LearnerNote> learners) {
    plain(
        folder,
        Shapes.LEARNERS,
        List.of("id", "languages", "arrangements", "latitude", "longitude"),
        learners,
        each ->
            cells(
                each.id(),
                each.languages(),
                new TreeSet<>(each.arrangements()),
                latitude(each.position()),
                longitude(each.position())));
  }

  private static void topics(Path folder, List<Topic> topics) {
    Named<Topic> table = new Named<>(topics, each -> each.names().byLanguage());
    table.write(
        folder,
        Shapes.TOPICS,
        List.of("id", "broader"),
        each -> cells(each.id().value(), ids(each.broader())));
  }

  private static void profiles(Path folder, CityFiles files) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    files
        .profiles()
        .forEach(
            (party, profile) -> {
              String kind = party.kind().name().toLowerCase(Locale.ROOT);
              for (Strength each : profile.strengths()) {
                rows.add(
                    cells(
                        kind,
                        party.id(),
                        "strength",
                        each.topic().value(),
                        each.proficiency().level()));
              }
              for (GrowthArea each : profile.growthAreas()) {
                rows.add(
                    cells(
                        kind,
                        party.id(),
                        "growth",
                        each.topic().value(),
                        each.importance().level()));
              }
            });
    plain(
        folder,
        Shapes.PROFILES,
        List.of("party", "id", "side", "topic", "level"),
        rows,
        each -> each);
  }

  private static void quests(Path folder, List<Quest> quests) {
    plain(
        folder,
        Shapes.QUESTS,
        List.of("id", "learner", "words", "topics"),
        quests,
        each -> cells(each.id().value(), each.learner().value(), each.words(), ids(each.topics())));
  }

  private static void wishes(Path folder, List<Wish> wishes) {
    plain(
        folder,
        Shapes.WISHES,
        List.of("learner", "rank", "opportunity"),
        wishes,
        each -> cells(each.learner().value(), each.rank(), each.opportunityId()));
  }

  private static void holidays(Path folder, CityFiles files) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    files
        .calendars()
        .forEach(
            (city, calendar) ->
                calendar
                    .holidays()
                    .forEach(
                        each -> rows.add(cells(city, each.name(), each.first(), each.last()))));
    plain(folder, Shapes.HOLIDAYS, List.of("city", "name", "first", "last"), rows, each -> each);
  }

  private static void opportunities(Path folder, List<Opportunity> opportunities) {
    Named<Opportunity> table = new Named<>(opportunities, each -> each.names().byLanguage());
    table.write(
        folder,
        Shapes.OPPORTUNITIES,
        List.of(
            "id",
            "resource",
            "provider",
            "city",
            "term",
            "start",
            "minutes",
            "rule",
            "zone",
            "latitude",
            "longitude",
            "teaches",
            "needs",
            "places_min",
            "places_max",
            "age_min",
            "age_max",
            "languages",
            "arrangements",
            "cost",
            "currency",
            "circle",
            "inferred",
            "generated"),
        CityCsvWriter::opportunity);
  }

  private static @Nullable Object[] opportunity(Opportunity each) {
    AgeRange ages = each.ages();
    GeoPoint position = each.position().orElse(null);
    return cells(
        each.id().value(),
        each.resourceId().value(),
        each.providerId().value(),
        each.cityId().value(),
        each.termId().value(),
        each.schedule().start(),
        each.schedule().duration().toMinutes(),
        each.schedule().rule(),
        each.schedule().zone().getId(),
        latitude(position),
        longitude(position),
        strengths(each.profile()),
        growthAreas(each.profile()),
        each.minimumPlaces(),
        each.places(),
        ages.minimum(),
        ages.maximum(),
        each.languages(),
        new TreeSet<>(each.arrangements()),
        each.cost().map(Cost::amount).orElse(null),
        each.cost().map(cost -> cost.currency().getCurrencyCode()).orElse(null),
        each.openTo().name().toLowerCase(Locale.ROOT),
        each.isInferred(),
        each.isGenerated());
  }

  private static List<String> strengths(Profile profile) {
    return profile.strengths().stream()
        .map(each -> each.topic().value() + ":" + each.proficiency().level())
        .toList();
  }

  private static List<String> growthAreas(Profile profile) {
    return profile.growthAreas().stream()
        .map(each -> each.topic().value() + ":" + each.importance().level())
        .toList();
  }

  private static List<String> ids(Collection<TopicId> topics) {
    return topics.stream().map(TopicId::value).sorted().toList();
  }

  private static @Nullable Double latitude(@Nullable GeoPoint position) {
    return position == null ? null : position.latitude();
  }

  private static @Nullable Double longitude(@Nullable GeoPoint position) {
    return position == null ? null : position.longitude();
  }

  private static @Nullable Object[] cells(@Nullable Object... cells) {
    return cells;
  }

  private static <T> void plain(
      Path folder,
      String file,
      List<String> header,
      Collection<T> all,
      Function<T, @Nullable Object[]> cells) {
    if (all.isEmpty()) {
      return;
    }
    try (TableWriter table = TableWriter.open(folder.resolve(file), header)) {
      all.forEach(each -> table.row(cells.apply(each)));
    }
  }

  /** A table whose names stand in one column a language. */
  private static final class Named<T> {
    private final Collection<T> all;
    private final Function<T, Map<String, String>> names;
    private final TreeSet<String> languages = new TreeSet<>();

    Named(Collection<T> all, Function<T, Map<String, String>> names) {
      this.all = all;
      this.names = names;
      all.forEach(each -> languages.addAll(names.apply(each).keySet()));
    }

    void write(
        Path folder, String file, List<String> header, Function<T, @Nullable Object[]> cells) {
      List<String> whole = new ArrayList<>(header);
      languages.forEach(each -> whole.add(Shapes.NAME + each));
      plain(folder, file, whole, all, each -> withNames(cells.apply(each), names.apply(each)));
    }

    private @Nullable Object[] withNames(@Nullable Object[] cells, Map<String, String> byLanguage) {
      @Nullable Object[] whole = Arrays.copyOf(cells, cells.length + languages.size());
      int at = cells.length;
      for (String language : languages) {
        whole[at++] = byLanguage.get(language);
      }
      return whole;
    }
  }
}
