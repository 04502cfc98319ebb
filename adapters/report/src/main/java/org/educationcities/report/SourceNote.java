package org.educationcities.report;

import java.util.Objects;

/**
 * Where some of the report's facts come from.
 *
 * @param facts what it is about ("930 schools with their registered names and positions")
 * @param source who published it and where, or how it was generated
 * @param terms the licence or terms as stated there; may be empty
 * @param provenance whether real, generated or mixed
 */
public record SourceNote(String facts, String source, String terms, Provenance provenance) {
  /** A note, checked. */
  public SourceNote {
    facts = Checks.name(facts, "facts");
    source = Checks.name(source, "source");
    terms = Checks.text(terms, "terms");
    Objects.requireNonNull(provenance, "provenance");
  }
}
