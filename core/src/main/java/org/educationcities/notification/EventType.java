package org.educationcities.notification;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;

/**
 * Everything that happens and matters to a host. A name never changes; what an event carries only
 * grows, and then its version does. The table of all of them stands in {@code core/EVENTS.md}.
 *
 * <p>Data are ids and codes: no name, birth date, address, time of a session or free text, and no
 * learner's id, since a message about a collaboration reaches a provider too. What has a learner as
 * its subject is told to the learner's side alone.
 */
public enum EventType {
  /** A collaboration was put forward and waits for an answer. */
  COLLABORATION_PROPOSED("collaboration", "kind", "circle", "opportunity"),
  /** Those who were asked said yes. */
  COLLABORATION_ACCEPTED("collaboration", "kind", "circle", "opportunity"),
  /** It is agreed; where a child is placed, cleared too. */
  COLLABORATION_CONFIRMED("collaboration", "kind", "circle", "opportunity"),
  /** It began. */
  COLLABORATION_STARTED("collaboration", "kind", "circle", "opportunity"),
  /** It ended as planned. */
  COLLABORATION_COMPLETED("collaboration", "kind", "circle", "opportunity"),
  /** Both sides looked back. */
  COLLABORATION_REFLECTED("collaboration", "kind", "circle", "opportunity"),
  /** Those who were asked said no. */
  COLLABORATION_DECLINED("collaboration", "kind", "circle", "opportunity"),
  /** Nobody answered, or confirmed, in time. */
  COLLABORATION_EXPIRED("collaboration", "kind", "circle", "opportunity"),
  /** A side gave it up. */
  COLLABORATION_WITHDRAWN("collaboration", "kind", "circle", "opportunity"),
  /** What it rested on no longer holds; nothing confirms itself again. */
  COLLABORATION_SUSPENDED("collaboration", "kind", "circle", "opportunity", "reason"),
  /** It was called off. */
  COLLABORATION_CANCELLED("collaboration", "kind", "circle", "opportunity"),
  /** A learner logged an attendance, which waits for its confirmation. */
  ATTENDANCE_LOGGED("collaboration", "opportunity"),
  /** A mentor confirmed attendances. */
  ATTENDANCE_CONFIRMED("collaboration", "opportunity"),
  /** A learner was not marked as there by the policy's delay: an alarm to guardians and school. */
  ARRIVAL_MISSED("collaboration", "opportunity", "arrival"),
  /** A learner who was missed is there after all: the alarm is withdrawn. */
  ARRIVAL_SETTLED("collaboration", "opportunity", "arrival"),
  /** Somebody raised a concern; whom it is about is to be left out by the host. */
  CONCERN_RAISED("concern", "except"),
  /** Somebody wants a condition of safety overridden, and a second person is asked. */
  OVERRIDE_PROPOSED("override", "opportunity"),
  /** Two people agreed that a condition of safety need not hold, for a stated time. */
  OVERRIDE_SECONDED("override", "opportunity"),
  /** An override was taken back, with what was confirmed on it. */
  OVERRIDE_REVOKED("override", "opportunity"),
  /** One side looked back; the other is asked to. */
  REFLECTION_GIVEN("collaboration", "opportunity", "side"),
  /** What both sides said of a placement moved the learner's profile. */
  PROFILE_MOVED("learner", "collaboration"),
  /** How a placement moved the learner's profile was taken back. */
  PROFILE_RESTORED("learner", "collaboration"),
  /** A learner waits for a place. */
  WAITLIST_JOINED("learner", "opportunity"),
  /** A learner waits no longer, by their own wish. */
  WAITLIST_LEFT("learner", "opportunity"),
  /** A place became free and was offered to the next on the waitlist. */
  WAITLIST_OFFERED("opportunity", "collaboration"),
  /** A guardian, or a learner for themselves, gave a permission. */
  PERMISSION_GIVEN("learner", "opportunity"),
  /** A guardian withdrew a permission. */
  PERMISSION_WITHDRAWN("learner", "opportunity"),
  /** A safeguarding policy was installed; clearances by the one before confirm nothing any more. */
  POLICY_INSTALLED("policy", "policy-version"),
  /** A round was allocated and waits as a draft for those who plan. */
  ROUND_DRAFTED("round", "term"),
  /** A round was published. */
  ROUND_PUBLISHED("round", "term"),
  /** A round was taken back. */
  ROUND_WITHDRAWN("round", "term");

  private final String subject;
  private final ImmutableList<String> data;

  EventType(String subject, String... data) {
    this.subject = subject;
    this.data = ImmutableList.copyOf(data);
  }

  /** The stable name, such as {@code collaboration.proposed}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /**
   * Whether it is told at any hour, and before everything else: that a child is missed or is found,
   * that they may not be where they were to be, that somebody worries about them. It waits for no
   * quiet hours, and not behind what is no alarm.
   */
  public boolean isAlarm() {
    return this == ARRIVAL_MISSED
        || this == ARRIVAL_SETTLED
        || this == COLLABORATION_SUSPENDED
        || this == CONCERN_RAISED;
  }

  /** The version of what it carries. */
  public int version() {
    return 1;
  }

  /** What it is about: the kind of thing whose id is the event's subject. */
  public String subject() {
    return subject;
  }

  /** The names of what it may carry, ids and codes all of them; what does not apply is left out. */
  public List<String> data() {
    return data;
  }
}
