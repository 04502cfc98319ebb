package org.educationcities.examples.cityinabox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.junit.jupiter.api.Test;

class TermNameTest {
  @Test
  void aTermIsSpokenOfByItsMonths() {
    Term spring = new Term(new TermId("t-1"), LocalDate.of(2027, 2, 1), LocalDate.of(2027, 6, 18));
    assertThat(TermName.of(spring, Locale.ENGLISH)).isEqualTo("February 2027 – June 2027");
    assertThat(TermName.of(spring, Locale.forLanguageTag("he")))
        .isEqualTo("פברואר 2027 – יוני 2027");
    Term may = new Term(new TermId("t-2"), LocalDate.of(2027, 5, 2), LocalDate.of(2027, 5, 20));
    assertThat(TermName.of(may, Locale.GERMAN)).isEqualTo("Mai 2027");
  }
}
