package org.educationcities.insight;

import java.util.Objects;
import org.educationcities.city.Circle;
import org.educationcities.city.LocalityId;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * One growth area of one learner that nothing meets. Personal: for planners; the public sees tables
 * of many ({@link UnmetNeeds#table}).
 *
 * @param learner whose
 * @param topic in what
 * @param locality where they go to school or live, or null if not known
 * @param nearest the innermost circle in which somebody is strong in it and could meet it, or null
 *     if nobody is anywhere
 */
public record GrowthNeed(
    LearnerId learner, TopicId topic, @Nullable LocalityId locality, @Nullable Circle nearest) {
  /** A need of a learner in a topic. */
  public GrowthNeed {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(topic, "topic");
  }
}
