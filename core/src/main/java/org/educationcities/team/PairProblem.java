package org.educationcities.team;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two groups whose members are to be paired across: older learners with younger ones, one class
 * with another, educators with educators. What counts are strengths and growth areas: unlike a
 * team, a pair has no goal of its own, so only the growth areas that a member names can be learnt.
 *
 * @param first one group, by ascending id
 * @param second the other group, by ascending id; nobody is in both
 * @param teachingFrom the least proficiency, 1..4, from which somebody teaches
 * @param apart pairs that must not be made, as wishes of kind {@link TeamWish.Kind#APART}
 */
public record PairProblem(
    List<TeamMember> first, List<TeamMember> second, int teachingFrom, List<TeamWish> apart) {

  /** More members in a group are refused. */
  public static final int MOST_MEMBERS = 2_000;

  /**
   * A problem; members are sorted by id.
   *
   * @throws IllegalArgumentException if an id is there twice, a group is too large, {@code
   *     teachingFrom} is outside 1..4, or a wish is not one to be apart
   */
  public PairProblem {
    Set<String> ids = new HashSet<>();
    first = sorted(first, ids);
    second = sorted(second, ids);
    apart = List.copyOf(apart);
    if (teachingFrom < 1 || teachingFrom > TeamMember.HIGHEST_PROFICIENCY) {
      throw new IllegalArgumentException(
          "Teaching is to start from proficiency "
              + teachingFrom
              + ".\nMaybe 2 (on one's own) or 3 (strong).");
    }
    if (apart.stream().anyMatch(wish -> wish.kind() != TeamWish.Kind.APART)) {
      throw new IllegalArgumentException(
          "A wish to be together stands among pairs that must not be made."
              + "\nMaybe leave those two out and pair the rest.");
    }
  }

  private static List<TeamMember> sorted(Collection<TeamMember> group, Set<String> ids) {
    if (group.size() > MOST_MEMBERS) {
      throw new IllegalArgumentException(
          "A group has "
              + group.size()
              + " members, more than "
              + MOST_MEMBERS
              + ".\nMaybe pair it class by class.");
    }
    TreeMap<String, TeamMember> sorted = new TreeMap<>();
    for (TeamMember member : group) {
      if (!ids.add(member.id())) {
        throw new IllegalArgumentException(
            "Member " + member.id() + " is there twice.\nMaybe they are in both groups.");
      }
      sorted.put(member.id(), member);
    }
    return List.copyOf(sorted.values());
  }
}
