package org.example.sis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.spi.source.ClassRecord;

/** The classes of the year, with the pupils who belong there today and those who teach them. */
final class Classes extends SisSource<ClassRecord> {
  Classes(SisReader reader) {
    super(reader, SisId.CLASS_GROUP, "G.CG_NO");
  }

  @Override
  String rows() {
    return """
        SELECT G.CG_NO AS K, G.INST_NO, G.GRADE, G.LABEL
        FROM CLASS_GROUP G
          JOIN SCHOOL_YEAR Y ON Y.YEAR_NO = G.YEAR_NO
          JOIN INSTITUTION I ON I.INST_NO = G.INST_NO
        WHERE %s AND %s"""
        .formatted(Today.runs("Y"), Today.open("I"));
  }

  @Override
  String parts() {
    return """
        SELECT E.CG_NO AS K, 'PUPIL' AS PART, E.PERSON_NO
        FROM ENROLMENT E JOIN PERSON P ON P.PERSON_NO = E.PERSON_NO
        WHERE E.CG_NO IN ({keys}) AND P.STATUS = 'A' AND E.ENR_NO = %s
        UNION ALL
        SELECT T.CG_NO, 'TEACHER', T.PERSON_NO
        FROM TEACHES T JOIN PERSON P ON P.PERSON_NO = T.PERSON_NO
        WHERE T.CG_NO IN ({keys}) AND %s"""
        .formatted(Today.seat("P.PERSON_NO"), Today.isStaff("P"));
  }

  @Override
  ClassRecord record(Row row, List<Row> people) {
    return ClassRecord.builder(
            SisId.CLASS_GROUP.of(row.key()), SisId.INSTITUTION.of(row.number("INST_NO", 0)))
        .title(String.valueOf(row.text("LABEL")))
        .grade(Row.grade(row.number("GRADE", 0)))
        .learnerIds(ids(people, "PUPIL"))
        .educatorIds(ids(people, "TEACHER"))
        .build();
  }

  private static Set<String> ids(List<Row> people, String part) {
    return people.stream()
        .filter(each -> each.is("PART", part))
        .map(each -> SisId.PERSON.of(each.number("PERSON_NO", 0)))
        .collect(Collectors.toSet());
  }
}
