package org.educationcities.circle;

import com.google.common.collect.ImmutableMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.educationcities.city.CityId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * How far a group has come with a municipal challenge, through the five stages of {@link LabStage}.
 * Its people stand in its collaboration; this is what they do. Immutable: a move gives a new one,
 * and an illegal one is refused.
 */
public final class InnovationLab {
  private final Challenge challenge;
  private final @Nullable LabStage stage;
  private final Set<LabEvidence> evidence;

  private InnovationLab(Challenge challenge, @Nullable LabStage stage, Set<LabEvidence> evidence) {
    this.challenge = Objects.requireNonNull(challenge, "challenge");
    this.stage = stage;
    this.evidence = Set.copyOf(evidence);
  }

  /** A lab at its beginning: the challenge is there, and the group; it discovers. */
  public static InnovationLab open(Challenge challenge) {
    return new InnovationLab(challenge, LabStage.DISCOVER, Set.of());
  }

  /** What it is about. */
  public Challenge challenge() {
    return challenge;
  }

  /** The stage that is open, unless all are closed. */
  public Optional<LabStage> stage() {
    return Optional.ofNullable(stage);
  }

  /** Whether all five stages are closed. */
  public boolean isFinished() {
    return stage == null;
  }

  /** What the group has brought so far. */
  public Set<LabEvidence> evidence() {
    return evidence;
  }

  /** What is still missing before the open stage closes. */
  public Set<LabEvidence> missing() {
    if (stage == null) {
      return Set.of();
    }
    return stage.closesWith().stream()
        .filter(each -> !evidence.contains(each))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The group brings something that the open stage asks for; once more is no change.
   *
   * @throws IllegalLabMoveException if the open stage does not ask for it
   */
  public InnovationLab bring(LabEvidence brought) {
    LabStage open = openStage("bring " + brought);
    if (!open.closesWith().contains(brought)) {
      throw new IllegalLabMoveException(
          challenge,
          "The stage " + open + " does not ask for " + brought + ".",
          "Maybe close it first, or go back.");
    }
    EnumSet<LabEvidence> more = EnumSet.of(brought);
    more.addAll(evidence);
    return new InnovationLab(challenge, open, more);
  }

  /**
   * Closes the open stage and opens the next; after the last the lab is finished.
   *
   * @throws IllegalLabMoveException if something is missing
   */
  public InnovationLab close() {
    LabStage open = openStage("close a stage");
    if (!missing().isEmpty()) {
      throw new IllegalLabMoveException(
          challenge,
          "The stage " + open + " cannot close: it lacks " + new TreeSet<>(missing()) + ".",
          "Maybe the group has it and nobody recorded it.");
    }
    return new InnovationLab(challenge, open.next().orElse(null), evidence);
  }

  /**
   * Goes back a stage, since something did not hold: what that stage and the open one had brought
   * must be brought again.
   *
   * @throws IllegalLabMoveException if there is no way back from the open stage
   */
  public InnovationLab goBack() {
    LabStage open = openStage("go back");
    LabStage earlier =
        open.back()
            .orElseThrow(
                () ->
                    new IllegalLabMoveException(
                        challenge,
                        "There is no way back from the stage " + open + ".",
                        "Maybe end this lab and open another."));
    EnumSet<LabEvidence> kept = EnumSet.noneOf(LabEvidence.class);
    kept.addAll(evidence);
    kept.removeAll(open.closesWith());
    kept.removeAll(earlier.closesWith());
    return new InnovationLab(challenge, earlier, kept);
  }

  private LabStage openStage(String act) {
    if (stage == null) {
      throw new IllegalLabMoveException(
          challenge,
          "A finished lab does not let anybody " + act + ".",
          "Maybe make a recipe of it, for other cities.");
    }
    return stage;
  }

  /** The lab as the attributes of its collaboration: codes and ids only. */
  public Map<String, String> attributes() {
    ImmutableMap.Builder<String, String> attributes = ImmutableMap.builder();
    attributes.put("lab.city", challenge.city().value());
    attributes.put("lab.topic", challenge.topic().value());
    attributes.put("lab.importance", Integer.toString(challenge.importance().level()));
    attributes.put("lab.stage", stage == null ? "finished" : code(stage));
    attributes.put(
        "lab.evidence",
        evidence.stream().sorted().map(InnovationLab::code).collect(Collectors.joining(" ")));
    return attributes.buildOrThrow();
  }

  /**
   * The lab that a collaboration's attributes tell of.
   *
   * @throws IllegalArgumentException if they tell of none, or of one that no moves lead to
   */
  public static InnovationLab of(Map<String, String> attributes) {
    Challenge challenge =
        new Challenge(
            new CityId(required(attributes, "lab.city")),
            new TopicId(required(attributes, "lab.topic")),
            new Importance(Integer.parseInt(required(attributes, "lab.importance"))));
    EnumSet<LabEvidence> evidence = EnumSet.noneOf(LabEvidence.class);
    for (String each : required(attributes, "lab.evidence").split(" ", -1)) {
      if (!each.isEmpty()) {
        evidence.add(LabEvidence.valueOf(each.toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
    String stage = required(attributes, "lab.stage");
    LabStage open =
        stage.equals("finished")
            ? null
            : LabStage.valueOf(stage.toUpperCase(Locale.ROOT).replace('-', '_'));
    for (LabStage each : LabStage.values()) {
      boolean closed = open == null || each.compareTo(open) < 0;
      boolean ahead = open != null && each.compareTo(open) > 0;
      if ((closed && !evidence.containsAll(each.closesWith()))
          || (ahead && each.closesWith().stream().anyMatch(evidence::contains))) {
        throw new IllegalArgumentException(
            "A lab in the stage '" + stage + "' cannot have that evidence of " + each + ".");
      }
    }
    return new InnovationLab(challenge, open, evidence);
  }

  private static String required(Map<String, String> attributes, String name) {
    String value = attributes.get(name);
    if (value == null) {
      throw new IllegalArgumentException("This is no innovation lab: '" + name + "' is missing.");
    }
    return value;
  }

  private static String code(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InnovationLab that
        && challenge.equals(that.challenge)
        && stage == that.stage
        && evidence.equals(that.evidence);
  }

  @Override
  public int hashCode() {
    return Objects.hash(challenge, stage, evidence);
  }

  @Override
  public String toString() {
    return "InnovationLab[" + challenge.topic() + ", " + (stage == null ? "finished" : stage) + "]";
  }
}
