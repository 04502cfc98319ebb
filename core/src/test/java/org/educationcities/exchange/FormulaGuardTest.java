package org.educationcities.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1,'=1",
        "@SUM(A1),'@SUM(A1)",
        "-2+3,'-2+3",
        "\uFF1D1,'\uFF1D1",
        "a;=1,a;'=1",
        "a;\"=1,a;'\"=1",
        "a; \"\"=1,a;' \"\"=1",
        "\"=1,'\"=1",
        "' \"=1,'' \"=1",
        "5;-5,5;'-5"
      })
  void guardsEachPartThatASpreadsheetMightTakeForAFormula(String cell, String guarded) {
    assertThat(FormulaGuard.on(cell)).isEqualTo(guarded);
    assertThat(FormulaGuard.off(guarded)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-5", "-5.25", "a=b", "a \"=\" b", "it's", "a-b;c+d"})
  void leavesNumbersAndPlainWordsAlone(String cell) {
    assertThat(FormulaGuard.on(cell)).isEqualTo(cell);
    assertThat(FormulaGuard.off(cell)).isEqualTo(cell);
  }

  @Test
  void guardsWhatFollowsALineEnd() {
    assertThat(FormulaGuard.on("a\r\n=1\t+2")).isEqualTo("a\r\n'=1\t'+2");
  }
}
