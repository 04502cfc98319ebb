package org.educationcities.matching;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;

/**
 * A bound on how many of some opportunities open, however many places they have.
 *
 * @param id told in results and errors
 * @param opportunities their ids
 * @param most how many may open, 0 or more
 */
public record OpenLimit(String id, List<String> opportunities, int most) {

  /** Checks the range. */
  public OpenLimit {
    Objects.requireNonNull(id, "id");
    opportunities = ImmutableList.copyOf(opportunities);
    if (most < 0) {
      throw new IllegalArgumentException(
          "Limit '" + id + "' is " + most + ".\nMaybe 0 is meant: none of them opens.");
    }
  }
}
