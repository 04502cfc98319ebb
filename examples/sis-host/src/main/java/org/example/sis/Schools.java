package org.example.sis;

import java.util.List;
import java.util.stream.IntStream;
import org.educationcities.spi.source.SchoolRecord;

/** Institutions that are open. */
final class Schools extends SisSource<SchoolRecord> {
  Schools(SisReader reader) {
    super(reader, SisId.INSTITUTION, "I.INST_NO");
  }

  @Override
  String rows() {
    return """
        SELECT I.INST_NO AS K, I.MUN_NO, I.SETTL_NO, I.NAME_HE, I.NAME_EN, I.LAT, I.LON, I.LANG,
          I.GRADE_FROM, I.GRADE_TO
        FROM INSTITUTION I
        WHERE %s"""
        .formatted(Today.open("I"));
  }

  @Override
  SchoolRecord record(Row row, List<Row> parts) {
    return SchoolRecord.builder(
            SisId.INSTITUTION.of(row.key()), SisId.MUNICIPALITY.of(row.number("MUN_NO", 0)))
        .names(row.names())
        .localityId(row.id(SisId.SETTLEMENT, "SETTL_NO"))
        .position(row.position())
        .languages(row.languages())
        .grades(
            IntStream.rangeClosed(row.number("GRADE_FROM", 1), row.number("GRADE_TO", 0))
                .mapToObj(Row::grade)
                .toList())
        .build();
  }
}
