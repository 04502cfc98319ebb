package org.example.sis;

import java.util.List;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.Relation;

/** Persons who are kin of a pupil, with whom they may decide for. */
final class Guardians extends SisSource<GuardianRecord> {
  Guardians(SisReader reader) {
    super(reader, SisId.PERSON, "P.PERSON_NO");
  }

  @Override
  String rows() {
    return """
        SELECT P.PERSON_NO AS K, P.LANG
        FROM PERSON P
        WHERE P.STATUS = 'A' AND EXISTS (
          SELECT 1 FROM KIN R JOIN PERSON C ON C.PERSON_NO = R.CHILD_NO
          WHERE R.ADULT_NO = P.PERSON_NO AND %s)"""
        .formatted(Today.isPupil("C"));
  }

  /** A relation whose dates are in the wrong order holds on no day, and is left out. */
  @Override
  String parts() {
    return """
        SELECT R.ADULT_NO AS K, R.CHILD_NO, R.LEGAL, R.DATE_FROM, R.DATE_TO
        FROM KIN R JOIN PERSON C ON C.PERSON_NO = R.CHILD_NO
        WHERE R.ADULT_NO IN ({keys}) AND %s
          AND (R.DATE_FROM IS NULL OR R.DATE_TO IS NULL OR R.DATE_FROM <= R.DATE_TO)
        ORDER BY R.CHILD_NO"""
        .formatted(Today.isPupil("C"));
  }

  @Override
  GuardianRecord record(Row row, List<Row> kin) {
    return GuardianRecord.builder(SisId.PERSON.of(row.key()))
        .relations(kin.stream().map(Guardians::relation).toList())
        .languages(row.languages())
        .build();
  }

  private static Relation relation(Row row) {
    return new Relation(
        SisId.PERSON.of(row.number("CHILD_NO", 0)),
        row.is("LEGAL", "Y"),
        row.date("DATE_FROM"),
        row.date("DATE_TO"));
  }
}
