package org.educationcities.spi.source;

/**
 * Reads records of one kind that the host owns. Thread-safe, read-only.
 *
 * <ul>
 *   <li><b>SRC-1</b> An id is stable for ever and never given to another. 1 to 255 characters.
 *   <li><b>SRC-2</b> Over all pages, a record that exists all the while appears exactly once. No
 *       page is larger than its limit, and a cursor outlives the sources that gave it.
 *   <li><b>SRC-3</b> What is no longer returned, by its id or over all pages, has left.
 *   <li><b>SRC-4</b> {@code asOf} is not later than the moment at which reading began: what is
 *       returned was true then or became true since. A replica that lags says how old it is.
 *   <li><b>SRC-5</b> One call costs the host a bounded number of statements, whatever the number of
 *       records (no N+1).
 *   <li><b>SRC-6</b> A host that cannot answer throws {@link SourceUnavailableException}; it never
 *       answers with less.
 *   <li><b>SRC-7</b> By ids, what was asked for is returned, each once, and nothing else. An id
 *       that is not there, or that the host could never have given, is left out and is no error;
 *       ids that differ in anything (case, blanks, a leading zero) are two.
 *   <li><b>SRC-8</b> What a record names is served too, by the sources of that kind: a school's
 *       city, a class's learners, a guardian's relations, the learner that another was merged into,
 *       which never goes round. Nobody names who has left.
 *   <li><b>SRC-9</b> Readers in many threads do not disturb one another.
 *   <li><b>SRC-10</b> Closing leaves what belongs to the host open; again, it does nothing.
 * </ul>
 *
 * @param <R> the kind of record
 */
@FunctionalInterface
public interface Source<R extends HostRecord> {

  /**
   * Reads some records by id, or a page of all.
   *
   * @throws SourceUnavailableException if the host cannot answer now
   */
  Batch<R> read(Selection selection);
}
