package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.spi.storage.EntityType;

/** What the storage must know of this room. */
public final class RoundTypes {

  static final Kind<Round> ROUND =
      Kind.named("round", Codec.json(Round.class), (Round each) -> each.id().value())
          .text("term", each -> each.term().value())
          .text("state", each -> each.state().name())
          .impersonal()
          .over(each -> Optional.of(each.asOf()))
          .build();

  static final Kind<RoundPart> PART =
      Kind.named(
              "round-part",
              Codec.json(RoundPart.class),
              (RoundPart each) -> RoundPart.id(each.round(), each.number()))
          .text("round", each -> each.round().value())
          .personal(new PlacedPeople())
          .endsWith(ROUND.type().name(), each -> each.round().value())
          .build();

  private RoundTypes() {}

  /** The entity types of rounds. */
  public static Set<EntityType> all() {
    return kinds().stream().map(Kind::type).collect(ImmutableSet.toImmutableSet());
  }

  /** The kinds behind them. */
  public static List<Kind<?>> kinds() {
    return ImmutableList.of(ROUND, PART);
  }
}
