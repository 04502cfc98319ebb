package org.example.sis;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.educationcities.spi.source.LearnerRecord;

/**
 * Persons who are pupils, without their names; and those who were found to be one with a pupil, as
 * long as that one is here, so that what the library knows of them finds its way.
 */
final class Learners extends SisSource<LearnerRecord> {
  Learners(SisReader reader) {
    super(reader, SisId.PERSON, "P.PERSON_NO");
  }

  @Override
  String rows() {
    return """
        SELECT P.PERSON_NO AS K, P.MUN_NO, P.DOB, P.LANG, G.INST_NO, G.GRADE,
          S.PERSON_NO AS SURVIVOR
        FROM PERSON P
          LEFT JOIN PERSON S
            ON P.STATUS = 'M' AND S.PERSON_NO = P.SAME_AS AND S.STATUS = 'A'
          JOIN ENROLMENT E ON E.ENR_NO = %s
          JOIN CLASS_GROUP G ON G.CG_NO = E.CG_NO
        WHERE (P.STATUS = 'A' OR S.PERSON_NO IS NOT NULL)"""
        .formatted(Today.seat("COALESCE(S.PERSON_NO, P.PERSON_NO)"));
  }

  @Override
  String parts() {
    return "SELECT N.PERSON_NO AS K, N.NEED_CD FROM PERSON_NEED N WHERE N.PERSON_NO IN ({keys})";
  }

  @Override
  LearnerRecord record(Row row, List<Row> needs) {
    return LearnerRecord.builder(
            SisId.PERSON.of(row.key()), SisId.MUNICIPALITY.of(row.number("MUN_NO", 0)))
        .schoolId(row.id(SisId.INSTITUTION, "INST_NO"))
        .grade(Row.grade(row.number("GRADE", 0)))
        .birthDate(row.date("DOB"))
        .languages(row.languages())
        .arrangements(
            needs.stream()
                .map(each -> String.valueOf(each.text("NEED_CD")).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()))
        .mergedInto(row.id(SisId.PERSON, "SURVIVOR"))
        .build();
  }
}
