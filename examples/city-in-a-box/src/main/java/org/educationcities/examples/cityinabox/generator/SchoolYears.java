package org.educationcities.examples.cityinabox.generator;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which grades a school is taken to have. The source does not tell; its name sometimes does. */
final class SchoolYears {
  private static final List<String> YOUNGER = List.of("יסודי", "ת\"ת", "תלמוד תורה", "גן ");
  private static final List<String> OLDER =
      List.of(
          "תיכון", "תכון", "ישיבה", "ישיבת", "אולפנ", "מקיף", "חט\"ב", "גימנסיה", "עירוני",
          "סמינר");

  private SchoolYears() {}

  static List<String> of(String name, CityDraft draft) {
    if (YOUNGER.stream().anyMatch(name::contains)) {
      return grades(1, 6);
    }
    if (OLDER.stream().anyMatch(name::contains)) {
      return grades(7, 12);
    }
    return draft.percent(60) ? grades(1, 6) : grades(7, 12);
  }

  static List<String> grades(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(grade -> String.format(Locale.ROOT, "%02d", grade))
        .collect(ImmutableList.toImmutableList());
  }
}
