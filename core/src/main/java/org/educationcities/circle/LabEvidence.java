package org.educationcities.circle;

/** What a group has to have done before a stage of an innovation lab closes. */
public enum LabEvidence {
  /** The question the group asks of the challenge, agreed with those whose challenge it is. */
  SHARED_QUESTION,
  /** Who in the group is strong in what, and wants to grow in what. */
  STRENGTHS_OF_THE_GROUP,
  /** What they found out from their own experience. */
  OWN_EXPERIENCE,
  /** What they found out from colleagues: classmates, educators, people of the city. */
  COLLEAGUES,
  /** What they found out from the world: how others elsewhere met such a challenge. */
  WORLD,
  /** Ideas, several of them, before any is judged. */
  IDEAS,
  /** The idea they chose, and why. */
  CHOSEN_IDEA,
  /** Something to try out. */
  PROTOTYPE,
  /** What those whom it is to serve said of it. */
  FEEDBACK_OF_THOSE_SERVED,
  /** The result, in use where the challenge is. */
  RESULT_IN_USE,
  /** How the group and those whom it serves look back. */
  REFLECTION
}
