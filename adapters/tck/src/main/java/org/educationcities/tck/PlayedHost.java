package org.educationcities.tck;

import java.util.List;
import java.util.OptionalLong;
import org.educationcities.spi.source.HostSources;

/**
 * A host as a vendor's test plays it: its data, which change as people at the host change them, and
 * sources over them. What a host cannot do it says; the cases that need it are skipped. Every
 * change is there for others when its method returns. Used by one thread at a time, its sources by
 * many.
 */
public interface PlayedHost extends AutoCloseable {

  /** Opens sources over its data, anew each time. */
  HostSources open() throws Exception;

  /**
   * Adds so many records of a kind, and whatever they refer to, as far as it is not there yet.
   *
   * @return the ids under which the sources are meant to serve them, in any order
   */
  List<String> add(SourceKind kind, int count) throws Exception;

  /**
   * Adds one record under an id of any text, where a host takes ids as they come.
   *
   * @return false if it gives ids itself
   */
  default boolean addAs(SourceKind kind, String id) throws Exception {
    return false;
  }

  /**
   * Lets a record go, in the host's own way: deleted, marked as deleted, its dates ended; and with
   * it what cannot be without it.
   *
   * @return false if this kind never leaves here
   */
  default boolean remove(SourceKind kind, String id) throws Exception {
    return false;
  }

  /**
   * Finds two learners to be one person.
   *
   * @return false if it never does, or only by letting the one go
   */
  default boolean merge(String learner, String survivor) throws Exception {
    return false;
  }

  /**
   * Answers so many statements more (queries, calls) of the sources, and from then on none: its
   * server is gone.
   *
   * @return false if that cannot be played
   */
  default boolean failAfter(int statements) throws Exception {
    return false;
  }

  /** Answers again. */
  default void recover() throws Exception {}

  /** How many statements the sources have put to it so far, if it counts them. */
  default OptionalLong statements() {
    return OptionalLong.empty();
  }

  /** Lets its data go. */
  @Override
  void close();
}
