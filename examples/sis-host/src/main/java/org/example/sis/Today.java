package org.example.sis;

/**
 * What holds today, in the SQL of these tables. A year's last day and the first of the next are not
 * one day: who finished a year with the class and is not written into the next one yet has not
 * left, for as long as the summer lasts.
 */
final class Today {
  private static final String SUMMER = "INTERVAL '75' DAY";

  private Today() {}

  /** Whether a school is open. */
  static String open(String school) {
    return "(%1$s.CLOSED_ON IS NULL OR %1$s.CLOSED_ON > {today})".formatted(school);
  }

  /** Whether a year is not over, or only just. */
  static String runs(String year) {
    return year + ".LAST_DAY >= {today} - " + SUMMER;
  }

  /** Whether a row with dates from and to holds. */
  static String holds(String row) {
    return "(%1$s.DATE_FROM <= {today} AND (%1$s.DATE_TO IS NULL OR %1$s.DATE_TO >= {today}))"
        .formatted(row);
  }

  /**
   * The one enrolment that says where a person belongs: today's, else the next one, else the one
   * that ended with the last year. None, and the person is no pupil here.
   */
  static String seat(String personNo) {
    return """
        (SELECT X.ENR_NO FROM ENROLMENT X
          JOIN CLASS_GROUP XG ON XG.CG_NO = X.CG_NO
          JOIN SCHOOL_YEAR XY ON XY.YEAR_NO = XG.YEAR_NO
          JOIN INSTITUTION XI ON XI.INST_NO = XG.INST_NO
          WHERE X.PERSON_NO = %s AND %s
            AND (X.DATE_TO IS NULL OR X.DATE_TO >= {today}
              OR (X.DATE_TO = XY.LAST_DAY AND %s))
          ORDER BY CASE WHEN X.DATE_FROM > {today} THEN 1 WHEN X.DATE_TO < {today} THEN 2 ELSE 0 END,
            X.DATE_FROM DESC, X.ENR_NO
          FETCH FIRST 1 ROW ONLY)"""
        .formatted(personNo, open("XI"), runs("XY"));
  }

  /** Whether a person is a pupil here. */
  static String isPupil(String person) {
    return "(%1$s.STATUS = 'A' AND %2$s IS NOT NULL)"
        .formatted(person, seat(person + ".PERSON_NO"));
  }

  /** Whether a person works here or for an organisation. */
  static String isStaff(String person) {
    return "(%1$s.STATUS = 'A' AND EXISTS (SELECT 1 FROM STAFF_POST XS WHERE XS.PERSON_NO = %1$s.PERSON_NO AND %2$s))"
        .formatted(person, holds("XS"));
  }
}
