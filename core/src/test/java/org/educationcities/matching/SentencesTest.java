package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That everything can be said in every language. */
class SentencesTest {
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

  @Test
  void everyKeyIsThereInEveryLanguageAndFillsInTheSame() {
    Map<String, String> english = Sentences.texts("en");
    for (String language : Sentences.LANGUAGES) {
      Map<String, String> texts = Sentences.texts(language);
      assertThat(texts.keySet()).as(language).isEqualTo(english.keySet());
      texts.forEach(
          (key, text) ->
              assertThat(holes(text))
                  .as("%s in %s", key, language)
                  .isEqualTo(holes(english.getOrDefault(key, ""))));
    }
  }

  @Test
  void noTextBreaksTheMessageFormat() {
    for (String language : Sentences.LANGUAGES) {
      Sentences.texts(language)
          .forEach(
              (key, text) -> {
                assertThat(text.replace("''", ""))
                    .as("%s in %s", key, language)
                    .doesNotContain("'");
                Object[] filled = {"a{0}'b", 1L, 2L, 3L, "e", 5L, 6L};
                assertThat(new MessageFormat(text, Locale.ENGLISH).format(filled)).isNotBlank();
              });
    }
  }

  @Test
  void everyOutcomeAndRuleRendersInEveryLanguage() {
    List<Sentence> all = new ArrayList<>();
    for (PairReason.Outcome outcome : PairReason.Outcome.values()) {
      for (String held : List.of("", "pitch", "it's {0}")) {
        List<String> codes = List.of("age", "distance", "of-no-text");
        PairReason reason =
            new PairReason("l", "it's {0}", outcome, codes, 610, 640, 20, held, 51, 0);
        all.addAll(reason.sentences(id -> id));
      }
    }
    for (Move.Reason reason : Move.Reason.values()) {
      all.add(new Move("l", "a", "b", reason, 3, 4).sentence(id -> id));
      if (reason.key().matches(".*(closed|allowed|places|room|left)")) {
        all.add(new Move("l", "a", "", reason, 3, 0).sentence(id -> id));
      }
    }
    for (String language : Sentences.LANGUAGES) {
      Sentences sentences = Sentences.in(Locale.forLanguageTag(language));
      for (Sentence each : all) {
        assertThat(sentences.render(each)).as("%s in %s", each, language).isNotBlank();
      }
      assertThat(sentences.render(all.get(0))).startsWith("it's {0}:");
    }
  }

  @Test
  void everyOtherLanguageGetsEnglishAndNumbersGoByTheGivenLocale() {
    Sentence outbid = PairReason.byPrice("l", "stage", "", 610, 1_640, 0).sentence();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      assertThat(Sentences.in(Locale.FRENCH).render(outbid))
          .isEqualTo(
              "stage: no place. Price of a place: 1,640. Affinity: 610."
                  + " Points missing, at least: 1,031.");
      assertThat(Sentences.in(Locale.forLanguageTag("he")).render(outbid))
          .contains("1,640")
          .contains("אין מקום");
      assertThat(Sentences.in(Locale.forLanguageTag("ar-EG")).render(outbid)).contains("١٬٦٤٠");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anUnknownKeyAndAnythingButTextsAndNumbersAreRefused() {
    assertThatThrownBy(() -> Sentences.in(Locale.ENGLISH).render(Sentence.of("no.such")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such");
    assertThatThrownBy(() -> Sentence.of("reason.placed", 1.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sentences.texts("fr")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> holes(String text) {
    Set<String> holes = new TreeSet<>();
    HOLE.matcher(text).results().forEach(each -> holes.add(each.group(1)));
    return holes;
  }
}
