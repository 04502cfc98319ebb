package org.example.sis;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/** One row of a result, by the names of its columns; the first, {@code K}, is the key. */
record Row(Map<String, Object> cells) {
  private static final Map<String, String> LANGUAGES =
      Map.of("HEB", "he", "ARB", "ar", "ENG", "en", "RUS", "ru", "AMH", "am");

  static Row of(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    Map<String, Object> cells = new HashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object cell = result.getObject(i);
      if (cell != null) {
        cells.put(columns.getColumnLabel(i), cell instanceof Date date ? date.toLocalDate() : cell);
      }
    }
    return new Row(cells);
  }

  int key() {
    return number("K", 0);
  }

  @Nullable Integer number(String column) {
    return cells.get(column) instanceof Number cell ? cell.intValue() : null;
  }

  int number(String column, int otherwise) {
    return cells.get(column) instanceof Number cell ? cell.intValue() : otherwise;
  }

  @Nullable String text(String column) {
    return cells.get(column) instanceof String cell ? cell.trim() : null;
  }

  @Nullable LocalDate date(String column) {
    return cells.get(column) instanceof LocalDate cell ? cell : null;
  }

  boolean is(String column, String value) {
    return value.equals(text(column));
  }

  /** The id that a key refers to, if there is one. */
  @Nullable String id(SisId table, String column) {
    Integer key = number(column);
    return key == null ? null : table.of(key);
  }

  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    String hebrew = text("NAME_HE");
    String english = text("NAME_EN");
    if (hebrew != null) {
      names.put("he", hebrew);
    }
    if (english != null) {
      names.put("en", english);
    }
    return names;
  }

  @Nullable GeoPoint position() {
    return cells.get("LAT") instanceof Number latitude
            && cells.get("LON") instanceof Number longitude
        ? new GeoPoint(latitude.doubleValue(), longitude.doubleValue())
        : null;
  }

  /** BCP 47 tags for the code of this system; none for a code that nobody knows any more. */
  List<String> languages() {
    String tag = LANGUAGES.get(cells.getOrDefault("LANG", ""));
    return tag == null ? List.of() : List.of(tag);
  }

  /** A grade as OneRoster writes it. */
  static String grade(int grade) {
    return grade < 1 ? "KG" : grade < 10 ? "0" + grade : "" + grade;
  }
}
