package org.educationcities.examples.cityinabox;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.educationcities.city.CityId;
import org.educationcities.citycsv.CityCsvReader;
import org.educationcities.citycsv.CityCsvWriter;
import org.educationcities.citycsv.CityFiles;
import org.educationcities.citycsv.CityImport;
import org.educationcities.citycsv.LearnerNote;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.ImportReport;
import org.educationcities.exchange.Problem;
import org.educationcities.hsds.HsdsImport;
import org.educationcities.hsds.HsdsReader;
import org.educationcities.hsds.HsdsWriter;
import org.educationcities.oneroster.OneRosterImport;
import org.educationcities.oneroster.OneRosterReader;
import org.educationcities.oneroster.OneRosterVersion;
import org.educationcities.oneroster.OneRosterWriter;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Wish;
import org.educationcities.registry.CityCalendar;
import org.educationcities.registry.KnownProfile;
import org.educationcities.registry.Roster;
import org.educationcities.registry.WishList;
import org.educationcities.report.ImportNote;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ResourceRecord;

/**
 * A city as a folder of files: {@code oneroster} (people, classes, terms), {@code hsds} (providers
 * and resources; a folder in it for each city, named by its id, with a dot and a language if it is
 * not the city's main one), {@code city} (the city's own CSV: places, topics, profiles, wishes,
 * offers).
 */
final class CityFolder {
  private static final String ROSTER = "oneroster";
  private static final String CITY = "city";
  private static final String PLACES = "hsds";
  private static final String WRITTEN_IN = "en";

  private CityFolder() {}

  /** What was read, and what is told about it. */
  record Read(CityData data, List<ImportNote> imports) {
    Read {
      imports = ImmutableList.copyOf(imports);
    }
  }

  static void write(Path folder, CityData data) {
    try {
      Path roster = Files.createDirectories(folder.resolve(ROSTER));
      OneRosterWriter.of(OneRosterVersion.V1_2, Locale.ENGLISH, "generated")
          .withBirthDates()
          .write(roster, data.roster(), data.terms());
      for (CityRecord each : data.roster().cities()) {
        Path places =
            Files.createDirectories(folder.resolve(PLACES).resolve(each.id() + "." + WRITTEN_IN));
        HsdsWriter.of(Locale.ENGLISH)
            .write(
                places,
                data.roster().resources().stream()
                    .filter(resource -> resource.cityId().equals(each.id()))
                    .toList(),
                Map.of());
      }
      Path city = Files.createDirectories(folder.resolve(CITY));
      CityCsvWriter.write(city, cityFiles(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CityFiles cityFiles(CityData data) {
    Map<Party, Profile> profiles = new LinkedHashMap<>();
    data.profiles().forEach(each -> profiles.put(each.party(), each.profile()));
    Map<String, SchoolCalendar> calendars = new LinkedHashMap<>();
    data.calendars().forEach(each -> calendars.put(each.city().value(), each.calendar()));
    return CityFiles.builder()
        .cities(data.roster().cities())
        .schools(data.roster().schools())
        .adults(
            data.roster().adults().stream()
                .filter(each -> each.organizationId().isPresent())
                .toList())
        .learners(
            data.roster().learners().stream()
                .map(
                    each ->
                        new LearnerNote(
                            each.id(),
                            each.languages(),
                            each.arrangements(),
                            each.position().orElse(null)))
                .toList())
        .topics(data.topics())
        .profiles(profiles)
        .quests(data.quests())
        .wishes(data.wishes().stream().flatMap(each -> each.wishes().stream()).toList())
        .calendars(calendars)
        .opportunities(data.opportunities())
        .build();
  }

  /** Reads a folder; what cannot be taken is told, and the rest taken. */
  static Read read(Path folder) {
    CityImport city = CityCsvReader.of(ImportMode.BEST_EFFORT).read(folder.resolve(CITY));
    CityFiles files = city.files();
    OneRosterReader.Builder reader =
        OneRosterReader.builder().mode(ImportMode.BEST_EFFORT).withBirthDates();
    if (files.cities().size() == 1) {
      reader.city(files.cities().get(0).id());
    }
    if (!files.cities().isEmpty() && !files.cities().get(0).languages().isEmpty()) {
      reader.language(files.cities().get(0).languages().get(0));
    }
    OneRosterImport roster = reader.build().read(folder.resolve(ROSTER));
    List<AdultRecord> adults = new ArrayList<>(roster.roster().adults());
    adults.addAll(files.adults());
    List<ImportNote> notes = new ArrayList<>();
    notes.addAll(notes("", roster.report()));
    notes.addAll(notes("", city.report()));
    Roster all =
        Roster.builder()
            .cities(files.cities())
            .schools(files.completeSchools(roster.roster().schools()))
            .classes(roster.roster().classes())
            .learners(files.completeLearners(roster.roster().learners()))
            .guardians(roster.roster().guardians())
            .adults(adults)
            .resources(resources(folder, files, notes))
            .build();
    CityData data =
        new CityData(
            all,
            files.topics(),
            roster.terms(),
            files.calendars().entrySet().stream()
                .map(each -> new CityCalendar(new CityId(each.getKey()), each.getValue()))
                .toList(),
            files.profiles().entrySet().stream()
                .map(each -> new KnownProfile(each.getKey(), each.getValue()))
                .toList(),
            files.quests(),
            wishLists(files.wishes()),
            files.opportunities());
    return new Read(data, notes);
  }

  /** The resources of every city, and those that only opportunities speak of. */
  private static List<ResourceRecord> resources(
      Path folder, CityFiles files, List<ImportNote> notes) {
    Map<String, ResourceRecord> resources = new LinkedHashMap<>();
    for (CityRecord city : files.cities()) {
      String main = city.languages().isEmpty() ? "und" : city.languages().get(0);
      for (Path places : placesOf(folder, city.id(), files.cities().size() == 1)) {
        String name = String.valueOf(places.getFileName());
        int dot = name.lastIndexOf('.');
        String language = dot < 0 ? main : name.substring(dot + 1);
        HsdsImport read = HsdsReader.of(city.id(), language, ImportMode.BEST_EFFORT).read(places);
        read.resources().forEach(each -> resources.putIfAbsent(each.id(), each));
        notes.addAll(notes(PLACES + " of " + city.id() + ", ", read.report()));
      }
    }
    for (Opportunity each : files.opportunities()) {
      resources.putIfAbsent(
          each.resourceId().value(),
          ResourceRecord.builder(
                  each.resourceId().value(), each.cityId().value(), each.providerId().value())
              .names(each.names().byLanguage())
              .position(each.position().orElse(null))
              .generated(each.isGenerated())
              .build());
    }
    return List.copyOf(resources.values());
  }

  /** The folders that hold a city's places: its own ones, or where there is one city, all of it. */
  private static List<Path> placesOf(Path folder, String city, boolean only) {
    Path all = folder.resolve(PLACES);
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(all)) {
      List<Path> own =
          found
              .filter(Files::isDirectory)
              .filter(
                  each -> {
                    String name = String.valueOf(each.getFileName());
                    return name.equals(city) || name.startsWith(city + ".");
                  })
              .sorted()
              .toList();
      return own.isEmpty() && only ? List.of(all) : own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<WishList> wishLists(List<Wish> wishes) {
    Map<LearnerId, List<Wish>> byLearner = new LinkedHashMap<>();
    wishes.forEach(
        each -> byLearner.computeIfAbsent(each.learner(), id -> new ArrayList<>()).add(each));
    return byLearner.entrySet().stream()
        .map(each -> new WishList(each.getKey(), each.getValue()))
        .toList();
  }

  private static List<ImportNote> notes(String before, ImportReport report) {
    Map<String, Map<String, List<Problem>>> problems = new LinkedHashMap<>();
    report.taken().keySet().forEach(file -> problems.put(file, new LinkedHashMap<>()));
    report
        .refused()
        .forEach(
            each ->
                problems
                    .computeIfAbsent(each.file(), file -> new LinkedHashMap<>())
                    .computeIfAbsent(each.reason(), reason -> new ArrayList<>())
                    .add(each));
    List<ImportNote> notes = new ArrayList<>();
    problems.forEach(
        (file, byReason) ->
            notes.add(
                new ImportNote(
                    before + file,
                    report.taken().getOrDefault(file, 0),
                    byReason.entrySet().stream()
                        .map(
                            each ->
                                new ImportNote.Problem(
                                    each.getKey(),
                                    each.getValue().size(),
                                    "line " + each.getValue().get(0).line()))
                        .toList())));
    return notes;
  }
}
