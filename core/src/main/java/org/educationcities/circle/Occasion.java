package org.educationcities.circle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Participant;
import org.jspecify.annotations.Nullable;

/**
 * What proposals are made for: a round, a term, a plan. The same occasion and parties give the same
 * ids, so that proposing again makes nothing twice.
 *
 * @param origin its id, 1 to 255 characters
 * @param at when the proposals are made
 * @param answerBy until when an answer is awaited, or null for no end
 */
public record Occasion(String origin, Instant at, @Nullable Instant answerBy) {
  /** An occasion with an origin. */
  public Occasion {
    Objects.requireNonNull(at, "at");
    if (origin.isBlank() || origin.length() > 255) {
      throw new IllegalArgumentException(
          "An occasion's origin has 1 to 255 characters, not " + origin.length() + ".");
    }
    if (answerBy != null && answerBy.isBefore(at)) {
      throw new IllegalArgumentException("An answer is awaited after the proposal, not before it.");
    }
  }

  /** A proposal among some parties; {@code about} tells it from others among the same. */
  Collaboration.Builder propose(
      CollaborationKind kind, List<Participant> participants, String... about) {
    List<String> parts = new ArrayList<>(List.of(origin, kind.name()));
    participants.stream()
        .map(each -> each.part() + " " + each.party().kind() + " " + each.party().id())
        .sorted()
        .forEach(parts::add);
    parts.addAll(List.of(about));
    Collaboration.Builder builder =
        Collaboration.builder(CollaborationId.of(parts.toArray(String[]::new)), kind, at)
            .origin(origin)
            .answerBy(answerBy);
    participants.forEach(builder::participant);
    return builder;
  }
}
