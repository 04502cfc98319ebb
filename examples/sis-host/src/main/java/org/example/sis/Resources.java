package org.example.sis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.spi.source.ResourceRecord;

/** Venues in use, with the organisation they belong to and the subjects they are good for. */
final class Resources extends SisSource<ResourceRecord> {
  private static final Map<Integer, String> SECTORS =
      Map.of(1, "public", 2, "business", 3, "non-profit", 4, "social-business");

  Resources(SisReader reader) {
    super(reader, SisId.VENUE, "V.VENUE_NO");
  }

  @Override
  String rows() {
    return """
        SELECT V.VENUE_NO AS K, V.ORG_NO, V.MUN_NO, V.SETTL_NO, V.NAME_HE, V.NAME_EN, V.KIND_CD,
          V.LAT, V.LON, V.AGE_FROM, V.AGE_TO, V.STEP_FREE,
          O.NAME_HE AS ORG_HE, O.NAME_EN AS ORG_EN, O.SECTOR_CD
        FROM VENUE V JOIN ORGANISATION O ON O.ORG_NO = V.ORG_NO
        WHERE V.IN_USE = 'Y'""";
  }

  @Override
  String parts() {
    return "SELECT J.VENUE_NO AS K, J.SUBJECT_CD FROM VENUE_SUBJECT J WHERE J.VENUE_NO IN ({keys})";
  }

  @Override
  ResourceRecord record(Row row, List<Row> subjects) {
    String english = row.text("ORG_EN");
    String hebrew = String.valueOf(row.text("ORG_HE"));
    return ResourceRecord.builder(
            SisId.VENUE.of(row.key()),
            SisId.MUNICIPALITY.of(row.number("MUN_NO", 0)),
            SisId.ORGANISATION.of(row.number("ORG_NO", 0)))
        .organizationNames(
            english == null ? Map.of("he", hebrew) : Map.of("he", hebrew, "en", english))
        .sector(SECTORS.get(row.number("SECTOR_CD", 0)))
        .names(row.names())
        .kind(code(row, "KIND_CD"))
        .position(row.position())
        .localityId(row.id(SisId.SETTLEMENT, "SETTL_NO"))
        .topicIds(
            subjects.stream().map(each -> code(each, "SUBJECT_CD")).collect(Collectors.toSet()))
        .minimumAge(row.number("AGE_FROM"))
        .maximumAge(row.number("AGE_TO"))
        .languages(List.of("he"))
        .arrangements(row.is("STEP_FREE", "Y") ? Set.of("wheelchair") : Set.of())
        .build();
  }

  private static String code(Row row, String column) {
    return String.valueOf(row.text(column)).toLowerCase(Locale.ROOT);
  }
}
