package org.educationcities.examples.cityinabox.seattle;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.examples.cityinabox.facts.RealCities;
import org.educationcities.profile.Profile;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.ResourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads Seattle's four lists. What has no usable schedule stays as untapped ground for learning.
 */
public final class SeattleReader {
  static final String PARKS = "seattle-parks-and-recreation";
  static final String PARKS_NAME = "Seattle Parks and Recreation";

  private SeattleReader() {}

  /** Everything of the four lists. */
  public static SeattleGround read() {
    return CommunityCentres.read()
        .plus(YouthProgrammes.read())
        .plus(MobileRecreation.read())
        .plus(Gardens.read());
  }

  /** An id of letters, digits and hyphens from a published name. */
  static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.substring(0, Math.min(100, slug.length()));
  }

  static ResourceRecord resource(
      String id,
      String organizationId,
      String organization,
      String sector,
      String name,
      String kind,
      @Nullable GeoPoint position,
      Profile topics,
      boolean untapped) {
    Set<String> topicIds =
        topics.strengths().stream().map(each -> each.topic().value()).collect(Collectors.toSet());
    return ResourceRecord.builder(id, RealCities.SEATTLE, organizationId)
        .organizationNames(Map.of("en", organization))
        .sector(sector)
        .names(Map.of("en", name))
        .kind(kind)
        .position(position)
        .localityId("seattle-city")
        .topicIds(topicIds)
        .untapped(untapped)
        .build();
  }
}
