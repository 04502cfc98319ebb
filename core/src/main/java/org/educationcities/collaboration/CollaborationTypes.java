package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.Person;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Personal;
import org.educationcities.resource.OpportunityId;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Query;

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
          .personal(new CollaborationPeople())
          .over(each -> each.isOver() ? Optional.of(each.since()) : Optional.empty())
          .build();

  static final Kind<Places> PLACES =
      Kind.named(
              "places",
              Codec.json(PlacesDocument.class, PlacesDocument::of, PlacesDocument::toPlaces),
              (Places each) -> each.opportunity().value())
          .personal(new PlacesPeople())
          .untimed("it is who is there now: whoever gives up a place or is erased is not in it")
          .build();

  static final Kind<ProfileMove> PROFILE_MOVE =
      Kind.named(
              "profile-move",
              Codec.json(ProfileMove.class),
              (ProfileMove each) -> each.collaboration().value())
          .personal(Personal.of(each -> Person.learner(each.learner())))
          .endsWith(COLLABORATION.type().name(), each -> each.collaboration().value())
          .build();

  static final Kind<Arrival> ARRIVAL =
      Kind.named("arrival", Codec.json(Arrival.class), Arrival::id)
          .personal(Personal.of(each -> Person.of(each.learner())))
          .over(each -> Optional.of(each.session()))
          .build();

  static final Kind<Merges.Merge> MERGE =
      Kind.named("learner-merge", Codec.json(Merges.Merge.class), Merges.Merge::id)
          .personal(
              new Personal<>() {
                @Override
                public Set<Person> people(Merges.Merge each) {
                  return ImmutableSet.of(Person.of(each.from()), Person.of(each.into()));
                }

                @Override
                public Optional<Merges.Merge> without(
                    Merges.Merge each, Person who, String standIn) {
                  return Optional.empty();
                }
              })
          .untimed("an erasure must find every id of a learner, however long ago they were merged")
          .build();

  private CollaborationTypes() {}

  /** The entity types of collaborations. */
  public static Set<EntityType> all() {
    return kinds().stream().map(Kind::type).collect(ImmutableSet.toImmutableSet());
  }

  /** The kinds behind them. */
  public static List<Kind<?>> kinds() {
    return ImmutableList.of(COLLABORATION, PLACES, PROFILE_MOVE, ARRIVAL, MERGE);
  }

  /** Everything in a state, by id. */
  static Query inState(CollaborationState state) {
    return Query.over(COLLABORATION.type().name()).where("state", state.name()).limit(500).build();
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
      case PROPOSED, ACCEPTED -> each.answerBy().map(CollaborationTypes::micros);
      case CONFIRMED, RUNNING -> each.clearance().map(note -> micros(note.expiresAt()));
      default -> Optional.empty();
    };
  }

  /** A moment as an index holds it. */
  static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
