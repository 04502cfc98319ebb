package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.TopicId;
import org.educationcities.team.Lesson;

/**
 * What the members of a team say before a session on a topic, and what follows from it. For the
 * team and its coach; what is shown to anybody else is the team's {@link #figure()} alone.
 * Immutable.
 */
public final class ReadinessCheck {
  private final EducationTeam team;
  private final TopicId topic;
  private final Map<LearnerId, Readiness> said;

  /**
   * A team's figure: how many said what. It tells nobody apart.
   *
   * @param green who command it
   * @param yellow who partly do
   * @param red who do not yet
   * @param silent who have not said
   */
  public record TeamFigure(int green, int yellow, int red, int silent) {
    /** Whether everybody said green: the team is ready, as one. */
    public boolean isReady() {
      return green > 0 && yellow + red + silent == 0;
    }
  }

  /**
   * One member helps another before the session.
   *
   * @param helper who said green
   * @param helped who said yellow or red
   */
  public record Help(LearnerId helper, LearnerId helped) {}

  private ReadinessCheck(EducationTeam team, TopicId topic, Map<LearnerId, Readiness> said) {
    this.team = team;
    this.topic = topic;
    this.said = said;
  }

  /**
   * What members said.
   *
   * @throws IllegalArgumentException if somebody is no member of the team
   */
  public static ReadinessCheck of(
      EducationTeam team, TopicId topic, Map<LearnerId, Readiness> said) {
    Objects.requireNonNull(topic, "topic");
    for (LearnerId each : said.keySet()) {
      if (!team.members().contains(each)) {
        throw new IllegalArgumentException(
            "Somebody who is not in the team said how far they are.");
      }
    }
    Map<LearnerId, Readiness> ordered = new LinkedHashMap<>();
    for (LearnerId member : team.members()) {
      Readiness readiness = said.get(member);
      if (readiness != null) {
        ordered.put(member, readiness);
      }
    }
    return new ReadinessCheck(team, topic, ordered);
  }

  /** How many said what. */
  public TeamFigure figure() {
    return new TeamFigure(
        how(Readiness.GREEN),
        how(Readiness.YELLOW),
        how(Readiness.RED),
        team.members().size() - said.size());
  }

  private int how(Readiness readiness) {
    return Collections.frequency(said.values(), readiness);
  }

  /**
   * Who helps whom: whoever said red, then yellow, is helped by somebody who said green; first by
   * one whose lesson it is, then by who helps fewest. Nobody is left while anybody is green.
   */
  public List<Help> help() {
    Map<LearnerId, Integer> load = new LinkedHashMap<>();
    said.forEach(
        (member, readiness) -> {
          if (readiness == Readiness.GREEN) {
            load.put(member, 0);
          }
        });
    List<Help> help = new ArrayList<>();
    for (Readiness wanted : List.of(Readiness.RED, Readiness.YELLOW)) {
      said.forEach(
          (member, readiness) -> {
            if (readiness == wanted) {
              load.keySet().stream()
                  .min(
                      Comparator.<LearnerId, Integer>comparing(
                              helper -> isTaughtBy(member, helper) ? 0 : 1)
                          .thenComparing(helper -> load.getOrDefault(helper, 0))
                          .thenComparing(LearnerId::value))
                  .ifPresent(
                      helper -> {
                        load.merge(helper, 1, Integer::sum);
                        help.add(new Help(helper, member));
                      });
            }
          });
    }
    return List.copyOf(help);
  }

  private boolean isTaughtBy(LearnerId member, LearnerId helper) {
    for (Lesson lesson : team.lessons()) {
      if (lesson.learner().equals(member.value())
          && lesson.teacher().equals(helper.value())
          && lesson.topic().equals(topic.value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the coach is asked for: somebody is not ready, and nobody is green. */
  public boolean needsCoach() {
    TeamFigure figure = figure();
    return figure.green() == 0 && figure.yellow() + figure.red() > 0;
  }

  /** The topic only. */
  @Override
  public String toString() {
    return "ReadinessCheck[" + topic + "]";
  }
}
