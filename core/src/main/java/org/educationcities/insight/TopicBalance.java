package org.educationcities.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.educationcities.circle.CityProfile;
import org.educationcities.profile.TopicId;

/**
 * A city's strengths against its growth areas in a topic. The figures may be published.
 *
 * @param topic which
 * @param strength the city's proficiency in it, 0 to 4, from many learners and places
 * @param growth how important it is for the city to grow in it, 0 (not) to 4
 * @param wanted how many learners want to grow in it
 * @param strong how many learners are strong in it
 * @param places how many places teach it, weighted by how well they cover it: a public fact
 */
public record TopicBalance(
    TopicId topic,
    int strength,
    int growth,
    SafeFigure wanted,
    SafeFigure strong,
    SafeFigure places) {
  /** A balance of a topic. */
  public TopicBalance {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(strong, "strong");
    Objects.requireNonNull(places, "places");
  }

  /**
   * The balance of every topic of a city, the greatest growth area first. Learners want several
   * topics, so that these figures do not add up to a total with each other.
   */
  public static List<TopicBalance> of(CityProfile city, SafetyRule rule) {
    return city.lines().stream()
        .map(line -> balance(city, line, rule))
        .sorted(
            Comparator.<TopicBalance>comparingInt(each -> -each.growth())
                .thenComparingInt(each -> each.strength())
                .thenComparing(each -> each.topic().value()))
        .toList();
  }

  private static TopicBalance balance(CityProfile city, CityProfile.Line line, SafetyRule rule) {
    int growth =
        city.profile().growthAreas().stream()
            .filter(each -> each.topic().equals(line.topic()))
            .mapToInt(each -> each.importance().level())
            .findFirst()
            .orElse(0);
    boolean few = line.wanted() < rule.threshold();
    // A level that rests on few learners would tell of them.
    return new TopicBalance(
        line.topic(),
        few ? 0 : city.profile().proficiencyIn(line.topic()).level(),
        few ? line.stated() : growth,
        rule.count(line.wanted()),
        rule.count(line.strong()),
        SafeFigure.ofPublicFact(Math.round(line.servedThousandths() / 1000.0)));
  }
}
