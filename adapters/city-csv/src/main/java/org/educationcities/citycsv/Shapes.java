package org.educationcities.citycsv;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.educationcities.exchange.TableShape;

/** The columns of each file, as the README states them. */
final class Shapes {
  static final String CITIES = "cities.csv";
  static final String LOCALITIES = "localities.csv";
  static final String SCHOOLS = "schools.csv";
  static final String ADULTS = "adults.csv";
  static final String LEARNERS = "learners.csv";
  static final String TOPICS = "topics.csv";
  static final String PROFILES = "profiles.csv";
  static final String QUESTS = "quests.csv";
  static final String WISHES = "wishes.csv";
  static final String HOLIDAYS = "holidays.csv";
  static final String OPPORTUNITIES = "opportunities.csv";
  static final String NAME = "name_";

  static final Map<String, TableShape> ALL =
      ImmutableMap.<String, TableShape>builder()
          .put(CITIES, named("id", "country", "zone").optional("region", "languages").build())
          .put(
              LOCALITIES,
              named("id", "city").optional("latitude", "longitude", "population").build())
          .put(
              SCHOOLS,
              named("id", "city")
                  .optional("locality", "latitude", "longitude", "languages", "grades")
                  .build())
          .put(ADULTS, of("id").optional("provider", "school", "educator", "languages").build())
          .put(
              LEARNERS,
              of("id").optional("languages", "arrangements", "latitude", "longitude").build())
          .put(TOPICS, named("id").optional("broader").build())
          .put(PROFILES, of("party", "id", "side", "topic", "level").build())
          .put(QUESTS, of("id", "learner", "topics").optional("words").build())
          .put(WISHES, of("learner", "rank", "opportunity").build())
          .put(HOLIDAYS, of("city", "name", "first", "last").build())
          .put(
              OPPORTUNITIES,
              named(
                      "id",
                      "resource",
                      "provider",
                      "city",
                      "term",
                      "start",
                      "minutes",
                      "teaches",
                      "places_max")
                  .optional(
                      "rule",
                      "zone",
                      "latitude",
                      "longitude",
                      "needs",
                      "places_min",
                      "age_min",
                      "age_max")
                  .optional(
                      "languages",
                      "arrangements",
                      "cost",
                      "currency",
                      "circle",
                      "inferred",
                      "generated")
                  .build())
          .build();

  private Shapes() {}

  static TableShape shape(String file) {
    TableShape shape = ALL.get(file);
    if (shape == null) {
      throw new IllegalStateException(file);
    }
    return shape;
  }

  private static TableShape.Builder of(String first, String... others) {
    return TableShape.builder().required(first).required(others).guarded();
  }

  private static TableShape.Builder named(String first, String... others) {
    return of(first, others).prefixed(NAME);
  }
}
