package org.educationcities.citycsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportMode;
import org.educationcities.people.AgeRange;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.profile.Wish;
import org.educationcities.resource.Cost;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.SchoolCalendar.Holiday;
import org.educationcities.resource.TermId;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LocalityRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is written is read back; whatever is broken, nothing else is thrown than the declared
 * exception.
 */
class CityCsvLaws {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

  @Property(tries = 60)
  void writtenFilesAreReadBack(@ForAll long seed) throws IOException {
    CityFiles files = files(new Random(seed));
    Path folder = Files.createTempDirectory("city");
    try {
      CityCsvWriter.write(folder, files);
      CityImport read = CityCsvReader.of(ImportMode.ALL_OR_NOTHING).read(folder);

      assertThat(read.files().cities()).isEqualTo(files.cities());
      assertThat(read.files().schools()).isEqualTo(files.schools());
      assertThat(read.files().adults()).isEqualTo(files.adults());
      assertThat(read.files().learners()).isEqualTo(files.learners());
      assertThat(read.files().topics()).isEqualTo(files.topics());
      assertThat(read.files().profiles()).isEqualTo(files.profiles());
      assertThat(read.files().quests()).isEqualTo(files.quests());
      assertThat(read.files().wishes()).isEqualTo(files.wishes());
      assertThat(read.files().calendars()).isEqualTo(files.calendars());
      assertThat(read.files().opportunities()).isEqualTo(files.opportunities());
      assertThat(read.report().notes()).isEmpty();
    } finally {
      remove(folder);
    }
  }

  @Property(tries = 200)
  void whateverIsBrokenNothingElseIsThrown(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Path folder = Files.createTempDirectory("broken");
    try {
      CityCsvWriter.write(folder, files(random));
      try (Stream<Path> written = Files.list(folder)) {
        for (Path file : written.toList()) {
          byte[] bytes = Files.readAllBytes(file);
          for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                (byte)
                    (random.nextBoolean()
                        ? ",\"\n\r;=0:".charAt(random.nextInt(8))
                        : random.nextInt(256));
          }
          Files.write(file, bytes);
        }
      }
      for (ImportMode mode : ImportMode.values()) {
        assertThatCode(
                () -> {
                  try {
                    CityCsvReader.of(mode).read(folder);
                  } catch (ImportException declared) {
                    assertThat(declared.problems()).isNotEmpty();
                  }
                })
            .doesNotThrowAnyException();
      }
    } finally {
      remove(folder);
    }
  }

  private static CityFiles files(Random random) {
    List<Topic> topics =
        List.of(
            Topic.of(new TopicId("-arts"), new Names(Map.of("en", "=Arts", "he", "אמנויות"))),
            new Topic(
                new TopicId("music"),
                Names.of("en", "Music; or, \"song\""),
                Set.of(new TopicId("-arts"))));
    Map<Party, Profile> profiles = new LinkedHashMap<>();
    List<Quest> quests = new ArrayList<>();
    List<Wish> wishes = new ArrayList<>();
    List<LearnerNote> learners = new ArrayList<>();
    List<Opportunity> opportunities = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      opportunities.add(opportunity("o" + i, random));
    }
    for (int i = 0; i < random.nextInt(5); i++) {
      LearnerId learner = new LearnerId("@l" + i);
      profiles.put(Party.of(learner), profile(random));
      quests.add(
          new Quest(
              new QuestId("q" + i),
              learner,
              random.nextBoolean() ? "" : "+how, \"why\"",
              Set.of(new TopicId("music"))));
      wishes.add(new Wish(learner, 1 + random.nextInt(100), "o0"));
      learners.add(
          new LearnerNote(
              learner.value(), List.of("he", "ar"), Set.of("wheelchair"), point(random)));
    }
    CityRecord city =
        CityRecord.builder("c", "IL", ZONE)
            .names(Map.of("en", "City", "zh-Hant", "城"))
            .region(random.nextBoolean())
            .languages(List.of("he", "ar"))
            .localities(
                List.of(
                    new LocalityRecord(
                        "1", Map.of("en", "Town"), point(random), random.nextInt(1000))))
            .build();
    return CityFiles.builder()
        .cities(List.of(city))
        .schools(
            List.of(
                SchoolRecord.builder("s", "c")
                    .names(Map.of("he", "בית ספר"))
                    .localityId("1")
                    .position(point(random))
                    .languages(List.of("he"))
                    .grades(List.of("KG", "01"))
                    .build()))
        .adults(
            List.of(
                AdultRecord.builder("a")
                    .organizationId("p")
                    .educator(random.nextBoolean())
                    .languages(List.of("en"))
                    .build()))
        .learners(learners)
        .topics(topics)
        .profiles(profiles)
        .quests(quests)
        .wishes(wishes)
        .calendars(
            Map.of(
                "c",
                new SchoolCalendar(
                    List.of(
                        new Holiday(
                            "Hanukkah", LocalDate.of(2026, 12, 6), LocalDate.of(2026, 12, 12))))))
        .opportunities(opportunities)
        .build();
  }

  private static Profile profile(Random random) {
    return Profile.builder()
        .strength(new TopicId("music"), Proficiency.of(1 + random.nextInt(4)))
        .growthArea(new TopicId("-arts"), new Importance(1 + random.nextInt(4)))
        .build();
  }

  private static @Nullable GeoPoint point(Random random) {
    return random.nextInt(4) == 0
        ? null
        : new GeoPoint(random.nextDouble() * 180 - 90, random.nextInt(360) - 180);
  }

  private static Opportunity opportunity(String id, Random random) {
    int least = random.nextInt(5);
    return Opportunity.builder(new OpportunityId(id))
        .resourceId(new ResourceId("r"))
        .providerId(new ProviderId("p"))
        .cityId(new CityId("c"))
        .termId(new TermId("t"))
        .names(Names.of("en", "Offer " + id))
        .schedule(
            new Schedule(
                LocalDateTime.of(2026, 9, 6, random.nextInt(24), random.nextInt(60)),
                Duration.ofMinutes(1 + random.nextInt(1440)),
                random.nextBoolean() ? "" : "FREQ=WEEKLY;BYDAY=SU,TU",
                ZONE))
        .position(point(random))
        .profile(profile(random))
        .minimumPlaces(least)
        .places(least + 1 + random.nextInt(20))
        .ages(new AgeRange(random.nextInt(10), 10 + random.nextInt(20)))
        .languages(List.of("he"))
        .arrangements(Set.of("quiet-room", "wheelchair"))
        .cost(
            random.nextBoolean()
                ? null
                : new Cost(new BigDecimal("12.50"), Currency.getInstance("ILS")))
        .openTo(random.nextBoolean() ? Circle.CITY : Circle.WORLD)
        .inferred(random.nextBoolean())
        .generated(random.nextBoolean())
        .build();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
