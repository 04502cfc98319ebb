package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.Session;

/**
 * What a clearance is asked for: one learner, one place, these times, these adults.
 *
 * @param subjectId the id of the collaboration that would be confirmed
 * @param subjectVersion its version; the clearance holds for no other
 * @param learner who would be there
 * @param opportunityId the activity
 * @param providerId whose it is
 * @param adultIds the adults who would be with the learners at every session
 * @param learnersPresent how many learners those adults would be with
 * @param sessions when, at least one
 * @param otherSessions what else of the learner's is in force and still to come
 */
public record Activity(
    String subjectId,
    long subjectVersion,
    LearnerId learner,
    String opportunityId,
    String providerId,
    Set<String> adultIds,
    int learnersPresent,
    List<Session> sessions,
    List<Session> otherSessions) {
  /** An activity. */
  public Activity {
    Objects.requireNonNull(subjectId, "subjectId");
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(opportunityId, "opportunityId");
    Objects.requireNonNull(providerId, "providerId");
    adultIds = ImmutableSet.copyOf(adultIds);
    sessions = ImmutableList.copyOf(sessions);
    otherSessions = ImmutableList.copyOf(otherSessions);
  }

  /** The same activity with another number of learners present. */
  public Activity withLearnersPresent(int number) {
    return new Activity(
        subjectId,
        subjectVersion,
        learner,
        opportunityId,
        providerId,
        adultIds,
        number,
        sessions,
        otherSessions);
  }

  /** The same activity beside other sessions. */
  public Activity withOtherSessions(List<Session> others) {
    return new Activity(
        subjectId,
        subjectVersion,
        learner,
        opportunityId,
        providerId,
        adultIds,
        learnersPresent,
        sessions,
        others);
  }

  /** What it is about by its id, which is nobody's. */
  @Override
  public String toString() {
    return "Activity[" + subjectId + "@" + subjectVersion + "]";
  }
}
