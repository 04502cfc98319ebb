package org.educationcities.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * A result that says what fairness means in it and how it came out, in figures: users of peers
 * cannot tell.
 *
 * <pre>{@code
 * Sentences hebrew = Sentences.in(Locale.forLanguageTag("he"));
 * result.fairness().forEach(each -> page.add(hebrew.render(each)));
 * }</pre>
 */
public interface FairnessTold {

  /** What fairness means here: sentences in their order. */
  List<Sentence> notionSentences();

  /**
   * How the result looks to those in it; counted when asked for, in time near linear in the pairs.
   */
  FairFigures figures();

  /** For those it concerns: what fairness means here, and last how it came out. */
  default List<Sentence> fairness() {
    List<Sentence> all = new ArrayList<>(notionSentences());
    all.add(figures().sentence());
    return List.copyOf(all);
  }
}
