package org.educationcities.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.educationcities.circle.ProfiledParty;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Strength;
import org.educationcities.profile.TopicId;

/**
 * Strengths that nobody gains from: somebody is strong in a topic, or could teach it, and gives it
 * nowhere. What a city could grow by. Stateless and thread-safe.
 */
public final class UnusedStrengths {
  private UnusedStrengths() {}

  /**
   * A topic's unused strengths. Raw numbers of people: for planners.
   *
   * @param topic which
   * @param people how many are strong in it
   * @param unused how many of these give it nowhere
   */
  public record Line(TopicId topic, int people, int unused) {
    /** The number of unused strengths as it may be published on its own. */
    public SafeFigure published(SafetyRule rule) {
      return rule.count(unused);
    }
  }

  /**
   * Unused strengths by topic, most first.
   *
   * @param parties people, providers or others
   * @param gives the topics that a party gives somewhere: teaches in a team, a pair or a place
   */
  public static List<Line> find(
      Collection<ProfiledParty> parties, Function<Party, Set<TopicId>> gives) {
    Map<TopicId, int[]> counts = new TreeMap<>(Comparator.comparing(TopicId::value));
    for (ProfiledParty each : parties) {
      Set<TopicId> given = gives.apply(each.party());
      for (Strength strength : each.profile().strengths()) {
        if (strength.proficiency().compareTo(Proficiency.STRONG) >= 0) {
          int[] count = counts.computeIfAbsent(strength.topic(), topic -> new int[2]);
          count[0]++;
          count[1] += given.contains(strength.topic()) ? 0 : 1;
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    counts.forEach((topic, count) -> lines.add(new Line(topic, count[0], count[1])));
    lines.sort(Comparator.comparingInt(each -> -each.unused()));
    return List.copyOf(lines);
  }
}
