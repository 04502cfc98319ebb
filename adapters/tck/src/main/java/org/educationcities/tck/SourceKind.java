package org.educationcities.tck;

import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;

/** The kinds of what a host owns, one source each. */
public enum SourceKind {
  /** Education cities with their localities. */
  CITY,
  /** Schools. */
  SCHOOL,
  /** Classes with who learns and teaches in them. */
  CLASS,
  /** Learners. */
  LEARNER,
  /** Guardians with their relations. */
  GUARDIAN,
  /** Educators and other adults. */
  ADULT,
  /** What providers put at learners' disposal. */
  RESOURCE;

  /** The source of this kind. */
  public Source<? extends HostRecord> of(HostSources sources) {
    return switch (this) {
      case CITY -> sources.cities();
      case SCHOOL -> sources.schools();
      case CLASS -> sources.classes();
      case LEARNER -> sources.learners();
      case GUARDIAN -> sources.guardians();
      case ADULT -> sources.adults();
      case RESOURCE -> sources.resources();
    };
  }

  /** Reads records of this kind. */
  public Batch<? extends HostRecord> read(HostSources sources, Selection selection) {
    return of(sources).read(selection);
  }
}
