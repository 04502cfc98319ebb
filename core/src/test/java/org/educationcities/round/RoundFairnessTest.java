package org.educationcities.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.educationcities.resource.TermId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundFairnessTest {

  @ParameterizedTest
  @CsvSource({
    "notion.greatest-total, en, Greatest total",
    "notion.greatest-total, he, הסכום הגדול ביותר",
    "notion.greatest-total, ar, أكبر مجموع",
    "notion.repair.at-stated-cost, en, Repair",
    "notion.repair.at-stated-cost, he, תיקון",
    "notion.repair.at-stated-cost, ar, إصلاح",
    "Whoever comes first, he, Whoever comes first"
  })
  void aRoundSaysItsNotionOfFairnessInALanguageOrInTheHostsOwnWords(
      String fairness, String language, String begins) {
    Round round =
        new Round(
            new RoundId("r"),
            new TermId("t"),
            RoundState.DRAFT,
            Instant.EPOCH,
            fairness,
            0,
            0,
            0,
            Round.Proof.NONE,
            0);

    assertThat(round.fairnessIn(Locale.forLanguageTag(language))).startsWith(begins);
  }
}
