package org.educationcities.view;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Profile;
import org.educationcities.resource.OpportunityId;

/**
 * What an educator sees of a learner of their own school or classes: what they are good at and want
 * to learn, what they need to take part, and where they are placed. No birth date, address,
 * guardian, permission, block or override, and nothing that was said of them elsewhere. Immutable.
 */
public final class EducatorView {
  private final LearnerId learner;
  private final Profile profile;
  private final List<QuestLine> quests;
  private final List<OpportunityId> wishes;
  private final Set<String> arrangements;
  private final List<PlacementLine> placements;

  EducatorView(
      LearnerId learner,
      Profile profile,
      List<QuestLine> quests,
      List<OpportunityId> wishes,
      Set<String> arrangements,
      List<PlacementLine> placements) {
    this.learner = learner;
    this.profile = profile;
    this.quests = ImmutableList.copyOf(quests);
    this.wishes = ImmutableList.copyOf(wishes);
    this.arrangements = ImmutableSortedSet.copyOf(arrangements);
    this.placements = ImmutableList.copyOf(placements);
  }

  /** Who, by the host's id; the host knows the name. */
  public LearnerId learner() {
    return learner;
  }

  /** Strengths and growth areas. */
  public Profile profile() {
    return profile;
  }

  /** What they set out to learn. */
  public List<QuestLine> quests() {
    return quests;
  }

  /** What they wish for, dearest first. */
  public List<OpportunityId> wishes() {
    return wishes;
  }

  /** What they need to take part, by the codes of the city's list. */
  public Set<String> arrangements() {
    return arrangements;
  }

  /** Their placements, past ones included. */
  public List<PlacementLine> placements() {
    return placements;
  }

  /** The id only. */
  @Override
  public String toString() {
    return "EducatorView[" + learner + "]";
  }
}
