package org.educationcities.report.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.report.CityPage;
import org.educationcities.report.Provenance;
import org.educationcities.report.ProvenanceNote;
import org.educationcities.report.PublicReport;
import org.educationcities.report.Subject;

/** Where what a section tells comes from, so that each section is marked. */
public final class Provenances {
  private Provenances() {}

  /** A city's notes on some subjects, in the order given by the city. */
  public static List<ProvenanceNote> of(CityPage city, Subject... subjects) {
    Set<Subject> asked = Set.of(subjects);
    return city.provenance().stream().filter(note -> asked.contains(note.subject())).toList();
  }

  /** All cities' notes on some subjects, one for each: mixed where the cities differ. */
  public static List<ProvenanceNote> over(PublicReport report, Subject... subjects) {
    return Arrays.stream(subjects).flatMap(subject -> over(report, subject).stream()).toList();
  }

  private static Optional<ProvenanceNote> over(PublicReport report, Subject subject) {
    Set<Provenance> found = EnumSet.noneOf(Provenance.class);
    for (CityPage city : report.cities()) {
      of(city, subject).forEach(note -> found.add(note.provenance()));
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Provenance all = found.size() == 1 ? found.iterator().next() : Provenance.MIXED;
    return Optional.of(new ProvenanceNote(subject, all, ""));
  }
}
