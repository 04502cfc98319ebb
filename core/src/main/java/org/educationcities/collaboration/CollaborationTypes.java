package org.educationcities.collaboration;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.resource.OpportunityId;
import org.educationcities.spi.storage.EntityType;

/** What the storage must know of this room. */
public final class CollaborationTypes {

  static final Codec<Collaboration> CODEC =
      Codec.json(
          CollaborationDocument.class,
          CollaborationDocument::of,
          CollaborationDocument::toCollaboration);

  static final Kind<Collaboration> COLLABORATION =
      Kind.named("collaboration", CODEC, (Collaboration each) -> each.id().value())
          .text("kind", each -> each.kind().name())
          .text("state", each -> each.state().name())
          .text("circle", each -> each.circle().name())
          .text("origin", Collaboration::origin)
          .optionalText("opportunity", each -> each.opportunity().map(OpportunityId::value))
          .optionalText("learner", CollaborationTypes::placedLearner)
          .optionalNumber("due", CollaborationTypes::due)
          .build();

  private CollaborationTypes() {}

  /** The entity types of collaborations. */
  public static Set<EntityType> all() {
    return ImmutableSet.of(COLLABORATION.type());
  }

  /** Learners' own ids, opaque, and only of placements: a team is found by its origin. */
  private static Optional<String> placedLearner(Collaboration each) {
    return each.kind() == CollaborationKind.PLACEMENT
        ? Optional.of(each.learners().get(0).value())
        : Optional.empty();
  }

  /** When a sweep must look at it: when an answer or the clearance runs out. */
  private static Optional<Long> due(Collaboration each) {
    return switch (each.state()) {
      case PROPOSED, ACCEPTED -> each.answerBy().map(at -> at.getEpochSecond() * 1_000_000);
      case CONFIRMED, RUNNING ->
          each.clearance().map(note -> note.expiresAt().getEpochSecond() * 1_000_000);
      default -> Optional.empty();
    };
  }
}
