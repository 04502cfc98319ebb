package org.educationcities.examples.cityinabox.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.educationcities.spi.source.GeoPoint;

/** The eleven education cities of Israel with their localities and schools, and Seattle. */
public final class RealCities {
  /** Our id of the twelfth. */
  public static final String SEATTLE = "seattle";

  private static final Pattern ARABIC = arabicWords();
  private static final ZoneId JERUSALEM_TIME = ZoneId.of("Asia/Jerusalem");

  private record Named(String id, String file, String english, String hebrew, String arabic) {}

  private static final List<Named> ISRAEL =
      List.of(
          new Named("bat-yam", "Bat-Yam", "Bat-Yam", "בת ים", "بات يام"),
          new Named("hadera", "Hadera", "Hadera", "חדרה", "الخضيرة"),
          new Named("jerusalem", "Jerusalem", "Jerusalem", "ירושלים", "القدس"),
          new Named("netanya", "Netanya", "Netanya", "נתניה", "نتانيا"),
          new Named("golan", "Golan Region", "Golan Region", "גולן", "الجولان"),
          new Named(
              "galil-elyon",
              "Galil Elyon Region",
              "Galil Elyon Region",
              "הגליל העליון",
              "الجليل الأعلى"),
          new Named(
              "galil-tachton",
              "Galil Tachton Region",
              "Galil Tachton Region",
              "הגליל התחתון",
              "الجليل الأسفل"),
          new Named(
              "emek-hamaayanot",
              "Emek Hama'ayanot Region",
              "Emek Hama'ayanot Region",
              "עמק המעיינות",
              "وادي الينابيع"),
          new Named("menashe", "Menashe", "Menashe", "מנשה", "منشه"),
          new Named(
              "shaar-hanegev",
              "Sha'ar HaNegev Region",
              "Sha'ar HaNegev Region",
              "שער הנגב",
              "بوابة النقب"),
          new Named("tamar", "Tamar Region", "Tamar Region", "תמר", "تمار"));

  private RealCities() {}

  /** All twelve, Israel's in alphabetical order of their ids, Seattle last. */
  public static List<RealCity> all() {
    ListMultimap<String, RealLocality> localities = LinkedListMultimap.create();
    Map<String, String> hebrewNames = new HashMap<>();
    for (NamedCsvRecord row : ResourceTable.rows("israel/localities.csv")) {
      String population = row.getField("population");
      localities.put(
          row.getField("education_city"),
          new RealLocality(
              row.getField("cbs_id"),
              Map.of("en", row.getField("name_en"), "he", row.getField("name_he")),
              position(row),
              population.isEmpty() ? 0 : Integer.parseInt(population)));
      hebrewNames.put(row.getField("cbs_id"), row.getField("name_he"));
    }
    ListMultimap<String, RealSchool> schools = LinkedListMultimap.create();
    for (NamedCsvRecord row : ResourceTable.rows("israel/schools.csv")) {
      String name = row.getField("name_he");
      String locality = row.getField("cbs_id");
      boolean inArabic =
          ARABIC.matcher(name).find()
              || ARABIC.matcher(hebrewNames.getOrDefault(locality, "")).find();
      schools.put(
          row.getField("education_city"),
          new RealSchool(
              row.getField("moe_school_id"),
              locality,
              name,
              position(row),
              inArabic ? "ar" : "he"));
    }
    ImmutableList.Builder<RealCity> cities = ImmutableList.builder();
    for (Named named : ISRAEL) {
      List<RealLocality> towns = localities.get(named.file());
      cities.add(
          new RealCity(
              named.id(),
              ImmutableMap.of("en", named.english(), "he", named.hebrew(), "ar", named.arabic()),
              "IL",
              JERUSALEM_TIME,
              towns.size() > 1,
              List.of("he", "ar"),
              towns,
              schools.get(named.file())));
    }
    return cities.add(seattle()).build();
  }

  /** Whether a locality's name is one from which Arabic is inferred. */
  public static boolean isNamedInArabic(RealLocality locality) {
    return ARABIC.matcher(locality.names().getOrDefault("he", "")).find();
  }

  private static RealCity seattle() {
    // Population of the 2020 census of the United States; the position is that of the city hall.
    return new RealCity(
        SEATTLE,
        Map.of("en", "Seattle", "he", "סיאטל", "ar", "سياتل"),
        "US",
        ZoneId.of("America/Los_Angeles"),
        false,
        List.of("en"),
        List.of(
            new RealLocality(
                "seattle-city",
                Map.of("en", "Seattle", "he", "סיאטל"),
                new GeoPoint(47.60384, -122.33006),
                737_015)),
        List.of());
  }

  private static GeoPoint position(NamedCsvRecord row) {
    return new GeoPoint(
        Double.parseDouble(row.getField("latitude")),
        Double.parseDouble(row.getField("longitude")));
  }

  private static Pattern arabicWords() {
    String words =
        ResourceTable.lines("own/arabic-words.txt").stream()
            .map(line -> Pattern.quote(line.replace('_', ' ')))
            .collect(Collectors.joining("|"));
    return Pattern.compile("(?:^|[^א-ת])(?:" + words + ")");
  }
}
