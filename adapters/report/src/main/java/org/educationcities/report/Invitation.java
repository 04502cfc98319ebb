package org.educationcities.report;

import java.util.List;
import java.util.Objects;
import org.educationcities.insight.SafeFigure;

/**
 * Quests with no opportunity near, turned into an invitation to those who could answer them.
 *
 * @param topic the quests' topic
 * @param locality where the learners are
 * @param quests how many quests
 * @param whoCouldAnswer known places or kinds of provider near that could; public names only
 */
public record Invitation(
    String topic, String locality, SafeFigure quests, List<String> whoCouldAnswer) {
  /** An invitation, checked. */
  public Invitation {
    topic = Checks.name(topic, "topic");
    locality = Checks.name(locality, "locality");
    Objects.requireNonNull(quests, "quests");
    whoCouldAnswer = List.copyOf(whoCouldAnswer);
    whoCouldAnswer.forEach(name -> Checks.name(name, "name of who could answer"));
  }
}
