package org.educationcities.report;

import java.util.Objects;

/**
 * Where a subject of a page comes from.
 *
 * @param subject what it is about
 * @param provenance whether real, generated, mixed or computed
 * @param source the source's short name, or how it was made; may be empty
 */
public record ProvenanceNote(Subject subject, Provenance provenance, String source) {
  /** A note, checked. */
  public ProvenanceNote {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(provenance, "provenance");
    source = Checks.text(source, "source");
  }
}
