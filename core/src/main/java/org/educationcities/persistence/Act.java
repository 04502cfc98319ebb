package org.educationcities.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to something stored, or that somebody was shown of it: by pseudonyms
 * only.
 *
 * @param what {@code insert}, {@code update}, {@code delete}, or {@code read} and the name of what
 *     was shown
 * @param type the kind of thing
 * @param entity its pseudonym, under the key that seals it: nobody can make it again once that key
 *     is destroyed
 * @param version the version it has since, or had when it was removed; 0 for a read
 * @param replaces the version that was replaced, where it was: so that whoever wrote one below the
 *     library and had the library write on is found; null otherwise, and in entries of before this
 *     was kept
 * @param about the pseudonym of the one person it tells of, or null where it tells of several or of
 *     nobody
 */
public record Act(
    String what,
    String type,
    String entity,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replaces,
    @Nullable String about) {
  /** An act. */
  public Act {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(entity, "entity");
  }
}
