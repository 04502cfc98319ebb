package org.educationcities.circle;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;

/**
 * The five stages of an Innovation Lab, each with what opens it, what closes it and what it leaves
 * behind.
 *
 * <table>
 * <caption>Stages</caption>
 * <tr><th>stage</th><th>opens with</th><th>closes with</th><th>leaves behind</th></tr>
 * <tr><td>discover</td><td>a challenge and a group</td><td>the shared question, the group's
 *   strengths</td><td>the question</td></tr>
 * <tr><td>learn</td><td>the question</td><td>own experience, colleagues, the world</td>
 *   <td>these three</td></tr>
 * <tr><td>imagine</td><td>these three</td><td>ideas, the chosen idea</td><td>the chosen
 *   idea</td></tr>
 * <tr><td>fine-tune</td><td>the chosen idea</td><td>a prototype, feedback of those served</td>
 *   <td>the prototype</td></tr>
 * <tr><td>create</td><td>the prototype</td><td>the result in use, a reflection</td><td>the
 *   result</td></tr>
 * </table>
 */
public enum LabStage {
  /** What is the challenge, and who are we? */
  DISCOVER(
      ImmutableSet.of(LabEvidence.SHARED_QUESTION, LabEvidence.STRENGTHS_OF_THE_GROUP),
      ImmutableSet.of(LabEvidence.SHARED_QUESTION)),
  /** What do we know, what do those around us know, what does the world know? */
  LEARN(
      ImmutableSet.of(LabEvidence.OWN_EXPERIENCE, LabEvidence.COLLEAGUES, LabEvidence.WORLD),
      ImmutableSet.of(LabEvidence.OWN_EXPERIENCE, LabEvidence.COLLEAGUES, LabEvidence.WORLD)),
  /** What might be? */
  IMAGINE(
      ImmutableSet.of(LabEvidence.IDEAS, LabEvidence.CHOSEN_IDEA),
      ImmutableSet.of(LabEvidence.CHOSEN_IDEA)),
  /** What holds when it is tried? */
  FINE_TUNE(
      ImmutableSet.of(LabEvidence.PROTOTYPE, LabEvidence.FEEDBACK_OF_THOSE_SERVED),
      ImmutableSet.of(LabEvidence.PROTOTYPE)),
  /** Making it real, and giving it to the city. */
  CREATE(
      ImmutableSet.of(LabEvidence.RESULT_IN_USE, LabEvidence.REFLECTION),
      ImmutableSet.of(LabEvidence.RESULT_IN_USE));

  private final ImmutableSet<LabEvidence> closesWith;
  private final ImmutableSet<LabEvidence> leaves;

  LabStage(ImmutableSet<LabEvidence> closesWith, ImmutableSet<LabEvidence> leaves) {
    this.closesWith = closesWith;
    this.leaves = leaves;
  }

  /** What must be there before it opens: what the stage before leaves behind. */
  public Set<LabEvidence> opensWith() {
    return switch (this) {
      case DISCOVER -> Set.of();
      case LEARN -> DISCOVER.leaves();
      case IMAGINE -> LEARN.leaves();
      case FINE_TUNE -> IMAGINE.leaves();
      case CREATE -> FINE_TUNE.leaves();
    };
  }

  /** What must be there before it closes. */
  public Set<LabEvidence> closesWith() {
    return closesWith;
  }

  /** What it leaves behind: a part of what closes it. */
  public Set<LabEvidence> leaves() {
    return leaves;
  }

  /** The stage after this one, unless it is the last. */
  public Optional<LabStage> next() {
    return switch (this) {
      case DISCOVER -> Optional.of(LEARN);
      case LEARN -> Optional.of(IMAGINE);
      case IMAGINE -> Optional.of(FINE_TUNE);
      case FINE_TUNE -> Optional.of(CREATE);
      case CREATE -> Optional.empty();
    };
  }

  /** The stage to which a group may go back from here when something does not hold. */
  public Optional<LabStage> back() {
    return switch (this) {
      case FINE_TUNE -> Optional.of(IMAGINE);
      case IMAGINE -> Optional.of(LEARN);
      case DISCOVER, LEARN, CREATE -> Optional.empty();
    };
  }
}
