package org.educationcities.spi.source;

/**
 * All that a host owns, one source a kind. A host serves those it has; for a kind it does not
 * serve, the library's own registry answers from its storage.
 */
public interface HostSources extends AutoCloseable {

  /** Education cities with their localities. */
  Source<CityRecord> cities();

  /** Schools. */
  Source<SchoolRecord> schools();

  /** Classes with who learns and teaches in them. */
  Source<ClassRecord> classes();

  /** Learners. */
  Source<LearnerRecord> learners();

  /** Guardians with their relations to learners. */
  Source<GuardianRecord> guardians();

  /** Educators, mentors and other adults who may be with learners. */
  Source<AdultRecord> adults();

  /** What providers put at learners' disposal. */
  Source<ResourceRecord> resources();

  /** Lets go of what the sources hold; what belongs to the host stays open. */
  @Override
  default void close() {}
}
