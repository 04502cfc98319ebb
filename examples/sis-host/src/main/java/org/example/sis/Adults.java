package org.example.sis;

import java.util.List;
import org.educationcities.spi.source.AdultRecord;
import org.jspecify.annotations.Nullable;

/** Persons with a post today: teachers, and those who work for an organisation. */
final class Adults extends SisSource<AdultRecord> {
  Adults(SisReader reader) {
    super(reader, SisId.PERSON, "P.PERSON_NO");
  }

  @Override
  String rows() {
    return "SELECT P.PERSON_NO AS K, P.LANG FROM PERSON P WHERE " + Today.isStaff("P");
  }

  /** A post at a school that has closed says nothing of where somebody works. */
  @Override
  String parts() {
    return """
        SELECT S.PERSON_NO AS K, I.INST_NO, S.ORG_NO, S.ROLE_CD
        FROM STAFF_POST S
          LEFT JOIN INSTITUTION I ON I.INST_NO = S.INST_NO AND %s
        WHERE S.PERSON_NO IN ({keys}) AND %s
        ORDER BY S.POST_NO"""
        .formatted(Today.open("I"), Today.holds("S"));
  }

  @Override
  AdultRecord record(Row row, List<Row> posts) {
    return AdultRecord.builder(SisId.PERSON.of(row.key()))
        .schoolId(first(posts, SisId.INSTITUTION, "INST_NO"))
        .organizationId(first(posts, SisId.ORGANISATION, "ORG_NO"))
        .educator(posts.stream().anyMatch(each -> each.is("ROLE_CD", "TCH")))
        .languages(row.languages())
        .build();
  }

  private static @Nullable String first(List<Row> posts, SisId table, String column) {
    return posts.stream()
        .flatMap(each -> java.util.stream.Stream.ofNullable(each.id(table, column)))
        .findFirst()
        .orElse(null);
  }
}
