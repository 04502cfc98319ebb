package org.educationcities.spi.storage;

import java.util.Map;
import java.util.Set;

/**
 * What work can do within {@link Storage#inTransaction}. Not thread-safe: only the thread that runs
 * the work may use it.
 *
 * <ul>
 *   <li><b>STO-20</b> A transaction sees its own writes, in {@code find} and in {@code query}.
 *   <li><b>STO-21</b> {@code update}, {@code delete} and {@code require} hold only for the version
 *       passed. If it is not the current one, {@link ConflictException} comes at the call or at the
 *       commit.
 *   <li><b>STO-22</b> {@code insert} of an id that exists is a {@link ConflictException}, at the
 *       call or at the commit.
 *   <li><b>STO-23</b> {@code require} commits only if the entity is at commit still at the version
 *       passed, against every concurrent transaction whatever: two transactions that each require
 *       what the other updates do not both commit.
 *   <li><b>STO-24</b> After use beyond the work's return, every call is an {@link
 *       IllegalStateException}.
 *   <li><b>STO-25</b> After a {@link ConflictException} within the work the transaction can only
 *       fail: nothing of it is committed even if the work catches it and returns.
 *   <li><b>STO-26</b> {@code find} of a text that cannot be an id finds nothing there.
 * </ul>
 */
public interface Transaction {

  /**
   * The entities of a type with the given ids.
   *
   * @param type a declared type's name
   * @param ids any number; those that do not exist are left out of the answer
   * @return by id
   * @throws IllegalArgumentException if the type is not declared
   */
  Map<String, Entity> find(String type, Set<String> ids);

  /**
   * Stores an entity that is not there yet.
   *
   * @param entity with version {@link Entity#UNSTORED}
   * @return the same with the version it now has
   * @throws IllegalArgumentException if it has a version, or breaks a rule of its type
   * @throws ConflictException if its id exists
   */
  Entity insert(Entity entity);

  /**
   * Replaces an entity as it was read or written.
   *
   * @param entity new content under the version last seen
   * @return the same with the version it now has
   * @throws IllegalArgumentException if it has no version, or breaks a rule of its type
   * @throws ConflictException if that is not the current version
   */
  Entity update(Entity entity);

  /**
   * Removes an entity as it was read or written.
   *
   * @throws ConflictException if the version is not the current one
   */
  void delete(Entity entity);

  /**
   * Commits only if the entity is still as it was seen: what a decision rests on.
   *
   * @throws ConflictException if the version is not the current one
   */
  void require(Entity entity);

  /**
   * One page of what a query matches.
   *
   * @throws IllegalArgumentException if the query names what its type does not declare, or the
   *     cursor is of another query
   */
  Page query(Query query);
}
