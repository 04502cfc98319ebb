package org.educationcities.persistence;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Transaction;

/**
 * One transaction, in the library's own types. Only within {@link Store#inTransaction}; not
 * thread-safe.
 */
public final class UnitOfWork {
  private final Transaction transaction;

  UnitOfWork(Transaction transaction) {
    this.transaction = transaction;
  }

  /** The thing of an id, if it is there. */
  public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    return Optional.ofNullable(transaction.find(kind.type().name(), Set.of(id)).get(id))
        .map(kind::read);
  }

  /** The things of some ids that are there, by id. */
  public <T> Map<String, Stored<T>> find(Kind<T> kind, Set<String> ids) {
    ImmutableMap.Builder<String, Stored<T>> found = ImmutableMap.builder();
    transaction
        .find(kind.type().name(), ids)
        .forEach((id, entity) -> found.put(id, kind.read(entity)));
    return found.buildOrThrow();
  }

  /** Stores a new thing; a conflict if its id is there. */
  public <T> Stored<T> insert(Kind<T> kind, T value) {
    return new Stored<>(value, transaction.insert(kind.write(value)));
  }

  /** Replaces a thing; a conflict if it is no longer as it was seen. */
  public <T> Stored<T> update(Kind<T> kind, Stored<T> seen, T value) {
    return new Stored<>(value, transaction.update(kind.rewrite(seen.entity(), value)));
  }

  /** Removes a thing; a conflict if it is no longer as it was seen. */
  public void delete(Stored<?> seen) {
    transaction.delete(seen.entity());
  }

  /** Commits only if a thing is still as it was seen. */
  public void require(Stored<?> seen) {
    transaction.require(seen.entity());
  }

  /** Everything that a query matches, page after page: for what one transaction can hold. */
  public <T> List<Stored<T>> all(Kind<T> kind, Query query) {
    List<Stored<T>> all = new ArrayList<>();
    Query page = query;
    while (true) {
      Listing<T> listing = query(kind, page);
      all.addAll(listing.items());
      Optional<String> next = listing.next();
      if (next.isEmpty()) {
        return all;
      }
      page = page.next(next.get());
    }
  }

  /** One page of what a query matches. */
  public <T> Listing<T> query(Kind<T> kind, Query query) {
    Page page = transaction.query(query);
    return new Listing<>(
        page.entities().stream().map(kind::read).toList(), page.next().orElse(null));
  }
}
