package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.spi.source.Selection;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What was asked for, each once, and nothing else, whatever an id looks like: SRC-7. */
abstract class SourceIdCases extends SourceAnswerCases {
  private static final List<String> ODD =
      List.of(
          "no such one",
          "עיר-בלי-תלמיד",
          "مدرسة",
          "a\u202eb",
          "\u2067עיר\u2069",
          "\ud83c\udf93",
          "\u0663\u0664",
          "'",
          "''",
          "\"",
          "\\",
          "`",
          "%",
          "_",
          "*",
          "?",
          ":id",
          "$1",
          "0",
          "-1",
          "1e3",
          "0x10",
          "NaN",
          "null",
          "1 OR 1=1",
          "1; DROP TABLE learners; --",
          "') OR ('a'='a",
          "99999999999999999999999999",
          "9223372036854775808",
          "-9223372036854775809",
          "2147483648",
          "../../etc/passwd",
          "<script>",
          "a\nb",
          "\t7",
          "\ufeff7",
          "x".repeat(255),
          "9".repeat(255),
          "א".repeat(255));

  @TestFactory
  Stream<DynamicTest> src7_whatIsAskedForIsReturnedOnceAndNothingElse() {
    return each(
        scene -> {
          List<String> ids = scene.add(9);
          assertThat(scene.byIds(ids)).containsExactlyInAnyOrderElementsOf(ids);
          assertThat(scene.byIds(ids.subList(3, 5)))
              .containsExactlyInAnyOrderElementsOf(ids.subList(3, 5));
          for (String id : ids) {
            assertThat(scene.byIds(List.of(id))).containsExactly(id);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src7_anAnswerByIdsHasNoNextPage() {
    return each(
        scene -> {
          Set<String> ids = Set.copyOf(scene.add(5));
          assertThat(scene.read(Selection.byIds(ids)).next()).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> src7_aThousandIdsAtOnce() {
    return each(
        scene -> {
          List<String> ids = scene.add(Selection.MAX_SIZE);
          assertThat(scene.byIds(ids)).containsExactlyInAnyOrderElementsOf(ids);
        });
  }

  @TestFactory
  Stream<DynamicTest> src7_unknownIdsAreAbsentAndNoError() {
    return each(
        scene -> {
          Set<String> there = Set.copyOf(scene.all(Selection.MAX_SIZE));
          for (String odd : ODD) {
            if (!there.contains(odd)) {
              assertThat(scene.byIds(List.of(odd))).as("an id that is not there").isEmpty();
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src7_unknownIdsAmongKnownOnesDoNotTakeThemAway() {
    return each(
        scene -> {
          List<String> ids = scene.add(3);
          Set<String> there = Set.copyOf(scene.all(Selection.MAX_SIZE));
          List<String> asked = new ArrayList<>(ids);
          ODD.stream().filter(each -> !there.contains(each)).forEach(asked::add);
          assertThat(scene.byIds(asked)).containsExactlyInAnyOrderElementsOf(ids);
        });
  }

  @TestFactory
  Stream<DynamicTest> src7_manyUnknownIdsFindNothing() {
    return each(
        scene -> {
          Set<String> asked = new HashSet<>();
          for (int i = 0; i < Selection.MAX_SIZE; i++) {
            asked.add("unheard-of " + i);
          }
          assertThat(scene.byIds(asked)).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> src7_whatOnlyLooksLikeAnIdIsAnother() {
    return each(
        scene -> {
          String id = scene.add(2).get(0);
          Set<String> there = Set.copyOf(scene.all(Selection.MAX_SIZE));
          for (String alike : alike(id)) {
            if (!there.contains(alike)) {
              assertThat(scene.byIds(List.of(alike)))
                  .as("of one that only looks like an id")
                  .isEmpty();
              assertThat(scene.byIds(List.of(alike, id))).containsExactly(id);
            }
          }
        });
  }

  /** Texts that a careless comparison, a number's parser or a collation takes for an id. */
  private static Set<String> alike(String id) {
    Set<String> alike =
        new LinkedHashSet<>(
            List.of(
                "0" + id,
                "00" + id,
                "+" + id,
                "-" + id,
                " " + id,
                id + " ",
                id + "\n",
                id + "\u00a0",
                id + "\u200b",
                id + ".0",
                id + ".",
                id + "L",
                id + "%",
                id + "e0",
                id.toUpperCase(Locale.ROOT),
                id.toLowerCase(Locale.ROOT),
                inOtherDigits(id, 0xff10),
                inOtherDigits(id, 0x660)));
    alike.removeIf(each -> each.length() > 255 || each.equals(id));
    return alike;
  }

  private static String inOtherDigits(String id, int zero) {
    StringBuilder text = new StringBuilder();
    id.chars().forEach(c -> text.append((char) (c >= '0' && c <= '9' ? c - '0' + zero : c)));
    return text.toString();
  }

  @TestFactory
  Stream<DynamicTest> src7_idsOfOtherKindsAreNotTakenForThisOne() {
    return each(
        scene -> {
          List<String> ids = scene.add(2);
          SourceKind other =
              scene.kind() == SourceKind.LEARNER ? SourceKind.GUARDIAN : SourceKind.LEARNER;
          assumeTrue(kinds().contains(other), "there is no other kind");
          List<String> others = scene.host().add(other, 5);
          Set<String> here = Set.copyOf(scene.all(Selection.MAX_SIZE));
          List<String> strangers = others.stream().filter(each -> !here.contains(each)).toList();
          assertThat(scene.byIds(Stream.concat(ids.stream(), strangers.stream()).toList()))
              .containsExactlyInAnyOrderElementsOf(ids);
        });
  }

  @TestFactory
  Stream<DynamicTest> src7_idsOfAnyTextAreKeptApart() {
    return each(
        scene -> {
          List<String> ids = new ArrayList<>(ODD);
          ids.addAll(
              List.of("theatre", "Theatre", "THEATRE", "\u00e9", "e\u0301", "a", "a ", " a"));
          for (String id : ids) {
            assumeTrue(scene.host().addAs(scene.kind(), id), "the host gives ids itself");
          }
          for (String id : ids) {
            assertThat(scene.byIds(List.of(id))).containsExactly(id);
          }
          assertThat(scene.byIds(ids)).containsExactlyInAnyOrderElementsOf(ids);
          assertThat(scene.all(3)).doesNotHaveDuplicates().containsAll(ids);
        });
  }

  @TestFactory
  Stream<DynamicTest> pages_ofNothingAreOneThatIsEmpty() {
    return each(
        scene -> {
          assumeTrue(scene.all(Selection.MAX_SIZE).isEmpty(), "the host has records of its own");
          assertThat(scene.read(Selection.first()).next()).isEmpty();
          assertThat(scene.read(new Selection.OfAll(null, 1)).records()).isEmpty();
        });
  }
}
