package org.educationcities.examples.cityinabox.seattle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Strength;
import org.educationcities.profile.TopicId;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/** One of the lists, its items, and what every reader of one asks of an item. */
final class PublishedList {
  private static final String ROOT = "/org/educationcities/examples/cityinabox/";
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(100_000)
                          .build())
                  .build())
          .build();
  private static final Splitter TOPICS = Splitter.on(';');

  private final String file;
  private final List<JsonNode> items;
  private final DirtLog dirt;
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> topicsByWord;

  PublishedList(String file) {
    this.file = file;
    this.dirt = new DirtLog(file);
    ImmutableMap.Builder<String, String> words = ImmutableMap.builder();
    text("own/seattle-words.csv")
        .lines()
        .skip(1)
        .forEach(
            line -> {
              int comma = line.indexOf(',');
              words.put(line.substring(0, comma), line.substring(comma + 1));
            });
    this.topicsByWord = words.buildOrThrow();
    try {
      this.items = ImmutableList.copyOf(JSON.readTree(text("seattle/" + file)).elements());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> items() {
    return items;
  }

  DirtLog dirt() {
    return dirt;
  }

  /** A field's text, empty where it is missing. */
  static String field(JsonNode item, String name) {
    return item.path(name).asText("").strip();
  }

  /** Tells a name that was there before. */
  void noteName(int number, String field, String name) {
    if (!names.add(name)) {
      dirt.add(number, field, "a name that comes twice; both are kept, under ids of their own");
    }
  }

  /** Where an item is; nowhere, and told, where its position can't be. */
  @Nullable GeoPoint position(int number, JsonNode item) {
    double latitude = item.path("Latitude").asDouble(0);
    double longitude = item.path("Longitude").asDouble(0);
    if (latitude == 0 || longitude == 0) {
      dirt.add(number, "Latitude", "a position at 0, 0; kept without a position");
      return null;
    }
    if (latitude < 47 || latitude > 48 || longitude < -123 || longitude > -122) {
      dirt.add(number, "Latitude", "a position far from the city; kept without a position");
      return null;
    }
    return new GeoPoint(latitude, longitude);
  }

  /** What the words of an item are about, inferred by our own list of words. */
  Profile topics(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    Profile.Builder profile = Profile.builder();
    topicsByWord.forEach(
        (word, topics) -> {
          if (lower.contains(word)) {
            TOPICS.split(topics).forEach(each -> atLeast(profile, each));
          }
        });
    return profile.build();
  }

  private static void atLeast(Profile.Builder profile, String topicAndLevel) {
    int colon = topicAndLevel.indexOf(':');
    TopicId topic = new TopicId(topicAndLevel.substring(0, colon));
    Proficiency level = Proficiency.of(Integer.parseInt(topicAndLevel.substring(colon + 1)));
    Optional<Strength> known =
        profile.build().strengths().stream().filter(each -> each.topic().equals(topic)).findAny();
    if (known.isEmpty() || known.get().proficiency().level() < level.level()) {
      profile.strength(topic, level);
    }
  }

  String file() {
    return file;
  }

  private static String text(String name) {
    try {
      return Resources.toString(
          Resources.getResource(PublishedList.class, ROOT + name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
