package org.educationcities.view;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Profile;
import org.educationcities.resource.OpportunityId;

/**
 * What a guardian sees of a child of theirs, and a learner of themselves: what the child is good at
 * and wants to learn, what it needs, where it is placed and what is permitted. No other guardian,
 * no block nor its reason, no override nor its reason, nobody's vetting, no other child. Immutable.
 */
public final class GuardianView {
  private final LearnerId learner;
  private final Profile profile;
  private final List<QuestLine> quests;
  private final List<OpportunityId> wishes;
  private final Set<String> arrangements;
  private final List<PlacementLine> placements;
  private final List<PermissionLine> permissions;

  GuardianView(
      LearnerId learner,
      Profile profile,
      List<QuestLine> quests,
      List<OpportunityId> wishes,
      Set<String> arrangements,
      List<PlacementLine> placements,
      List<PermissionLine> permissions) {
    this.learner = learner;
    this.profile = profile;
    this.quests = ImmutableList.copyOf(quests);
    this.wishes = ImmutableList.copyOf(wishes);
    this.arrangements = ImmutableSortedSet.copyOf(arrangements);
    this.placements = ImmutableList.copyOf(placements);
    this.permissions = ImmutableList.copyOf(permissions);
  }

  /** Who, by the host's id. */
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

  /** What is permitted, by whomever. */
  public List<PermissionLine> permissions() {
    return permissions;
  }

  /** The id only. */
  @Override
  public String toString() {
    return "GuardianView[" + learner + "]";
  }
}
