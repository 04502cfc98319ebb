package org.educationcities.examples.cityinabox.picture;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.educationcities.resource.Term;

/** A term by its months, as people speak of it in any language; its id is for machines. */
final class TermName {
  private TermName() {}

  static String of(Term term, Locale locale) {
    DateTimeFormatter month = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
    String first = month.format(term.first());
    String last = month.format(term.last());
    return first.equals(last) ? first : first + " – " + last;
  }
}
