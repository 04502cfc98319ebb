package org.educationcities.tck;

import java.util.Map;
import java.util.Objects;

/**
 * One message as the far side of a channel took it over.
 *
 * @param id all of what a receiver drops repeats by
 * @param recipient whom it arrived for, as the far side names them; always empty where it is not
 *     told
 * @param headers what stands beside the content, by name, unfolded; empty where there is no such
 *     thing
 * @param content what the receiver reads, without what may differ from attempt to attempt, such as
 *     the time of sending or a boundary between parts
 */
public record Arrival(String id, String recipient, Map<String, String> headers, String content) {

  /** An arrival, all of it given. */
  public Arrival {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(content, "content");
    headers = Map.copyOf(headers);
  }
}
