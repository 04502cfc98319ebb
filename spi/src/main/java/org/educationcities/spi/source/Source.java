package org.educationcities.spi.source;

/**
 * Reads records of one kind that the host owns. Thread-safe, read-only.
 *
 * <ul>
 *   <li><b>SRC-1</b> An id is stable for ever and never given to another. 1 to 255 characters.
 *   <li><b>SRC-2</b> Over all pages, a record that exists all the while appears exactly once.
 *   <li><b>SRC-3</b> What is no longer returned, by its id or over all pages, has left.
 *   <li><b>SRC-4</b> {@code asOf} is not later than the moment at which reading began: what is
 *       returned was true then or became true since. A replica that lags says how old it is.
 *   <li><b>SRC-5</b> One call costs the host a bounded number of statements, whatever the number of
 *       records (no N+1).
 *   <li><b>SRC-6</b> A host that cannot answer throws {@link SourceUnavailableException}; it never
 *       answers with less.
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
