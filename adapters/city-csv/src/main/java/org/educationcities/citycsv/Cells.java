package org.educationcities.citycsv;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.exchange.RefusedRow;
import org.educationcities.exchange.Row;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Cells that several files have in common. */
final class Cells {
  private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
  private static final String CODE = "[a-z0-9][a-z0-9_-]{0,63}";
  private static final int LONGEST_NAME = 500;

  private Cells() {}

  static Map<String, String> names(Row row) {
    Map<String, String> names = row.prefixed(Shapes.NAME);
    if (names.isEmpty()) {
      throw row.refuse("", "name-missing", "A name is asked for in one language at least.");
    }
    names.forEach(
        (language, name) -> {
          if (!language.matches(LANGUAGE)) {
            throw row.refuse(
                Shapes.NAME + language,
                "language-malformed",
                "After name_ a language tag of BCP 47 is asked for.");
          }
          if (name.length() > LONGEST_NAME) {
            throw row.refuse(
                Shapes.NAME + language,
                "name-too-long",
                "A name has at most " + LONGEST_NAME + " characters.");
          }
        });
    return names;
  }

  static @Nullable GeoPoint position(Row row) {
    Optional<Double> latitude = row.decimal("latitude", -90, 90);
    Optional<Double> longitude = row.decimal("longitude", -180, 180);
    if (latitude.isPresent() != longitude.isPresent()) {
      throw row.refuse(
          latitude.isPresent() ? "longitude" : "latitude",
          "position-incomplete",
          "Latitude and longitude are given both or neither.");
    }
    return latitude.isPresent() ? new GeoPoint(latitude.get(), longitude.orElseThrow()) : null;
  }

  static List<String> languages(Row row) {
    return checked(
        row,
        "languages",
        LANGUAGE,
        "language-malformed",
        "Languages are written as tags of BCP 47, such as he;ar.");
  }

  static Set<String> arrangements(Row row) {
    return ImmutableSet.copyOf(
        checked(
            row,
            "arrangements",
            CODE,
            "code-malformed",
            "Arrangements are codes of lower-case letters, digits, - and _."));
  }

  private static List<String> checked(
      Row row, String column, String pattern, String code, String reason) {
    List<String> values = row.list(column, ';');
    if (!values.stream().allMatch(each -> each.matches(pattern))) {
      throw row.refuse(column, code, reason);
    }
    return values;
  }

  static RefusedRow unknown(Row row, String column, String file) {
    return row.refuse(column, "reference-unknown", "No such id was taken from " + file + ".");
  }
}
