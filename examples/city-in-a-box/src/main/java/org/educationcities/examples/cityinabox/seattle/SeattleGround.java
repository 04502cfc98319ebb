package org.educationcities.examples.cityinabox.seattle;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.educationcities.spi.source.ResourceRecord;

/**
 * Everything that Seattle's lists tell.
 *
 * @param resources all of its places and programmes, tapped and untapped
 * @param offers of those that have a usable schedule
 * @param dirt everything that could not be taken as it stands
 */
public record SeattleGround(
    List<ResourceRecord> resources, List<SeattleOffer> offers, List<Dirt> dirt) {
  /** A ground with lists that nobody changes. */
  public SeattleGround {
    resources = ImmutableList.copyOf(resources);
    offers = ImmutableList.copyOf(offers);
    dirt = ImmutableList.copyOf(dirt);
  }

  SeattleGround plus(SeattleGround other) {
    return new SeattleGround(
        ImmutableList.<ResourceRecord>builder().addAll(resources).addAll(other.resources).build(),
        ImmutableList.<SeattleOffer>builder().addAll(offers).addAll(other.offers).build(),
        ImmutableList.<Dirt>builder().addAll(dirt).addAll(other.dirt).build());
  }
}
