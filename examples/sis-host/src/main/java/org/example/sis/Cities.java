package org.example.sis;

import java.time.ZoneId;
import java.util.List;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.LocalityRecord;

/** Municipalities with their settlements. */
final class Cities extends SisSource<CityRecord> {
  Cities(SisReader reader) {
    super(reader, SisId.MUNICIPALITY, "M.MUN_NO");
  }

  @Override
  String rows() {
    return "SELECT M.MUN_NO AS K, M.NAME_HE, M.NAME_EN, M.REGIONAL FROM MUNICIPALITY M WHERE 1 = 1";
  }

  @Override
  String parts() {
    return """
        SELECT T.MUN_NO AS K, T.SETTL_NO, T.NAME_HE, T.NAME_EN, T.LAT, T.LON, T.RESIDENTS
        FROM SETTLEMENT T WHERE T.MUN_NO IN ({keys}) ORDER BY T.SETTL_NO""";
  }

  @Override
  CityRecord record(Row row, List<Row> settlements) {
    return CityRecord.builder(SisId.MUNICIPALITY.of(row.key()), "IL", ZoneId.of("Asia/Jerusalem"))
        .names(row.names())
        .region(row.is("REGIONAL", "Y"))
        .languages(List.of("he", "ar"))
        .localities(settlements.stream().map(Cities::locality).toList())
        .build();
  }

  private static LocalityRecord locality(Row row) {
    return new LocalityRecord(
        SisId.SETTLEMENT.of(row.number("SETTL_NO", 0)),
        row.names(),
        row.position(),
        Math.max(0, row.number("RESIDENTS", 0)));
  }
}
