package org.educationcities.circle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Opportunity;

/**
 * A finished lab or programme without its people: what another city needs in order to do it again,
 * with credit to those it came from. Topics, levels, numbers and cities only: no part of it can
 * hold a person's id, and there is no free text in which one could be named.
 *
 * @param id its id
 * @param kind what it was made of
 * @param credit the cities it came from: where it was made, then all that took it up on the way
 * @param profile what it teaches, as strengths, and what it serves, as growth areas
 * @param steps its steps in their order
 * @param groupSize how many learners it is meant for, 1 or more
 */
public record Recipe(
    RecipeId id, Kind kind, List<CityId> credit, Profile profile, List<Step> steps, int groupSize) {

  /** What a recipe is made of. */
  public enum Kind {
    /** An Innovation Lab that went through all its stages. */
    LAB,
    /** A programme that took place. */
    PROGRAMME
  }

  /**
   * A step of a recipe.
   *
   * @param stage the stage it belongs to; of a programme, always {@link LabStage#LEARN}
   * @param brings what it must bring before the next; empty for a programme's sessions
   * @param sessions how many meetings it takes, 1 or more
   * @param length how long each takes
   */
  public record Step(LabStage stage, Set<LabEvidence> brings, int sessions, Duration length) {
    /** A step of at least one meeting. */
    public Step {
      Objects.requireNonNull(stage, "stage");
      brings = Set.copyOf(brings);
      if (sessions < 1 || length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException(
            "A step has 1 or more meetings of some length, not "
                + sessions
                + " of "
                + length
                + ".");
      }
    }
  }

  /** A recipe with a credit, steps and something it teaches. */
  public Recipe {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    credit = List.copyOf(credit);
    steps = List.copyOf(steps);
    if (credit.isEmpty() || steps.isEmpty() || groupSize < 1) {
      throw new IllegalArgumentException(
          "A recipe names the city it came from, has steps, and is for 1 or more learners.");
    }
    if (profile.strengths().isEmpty()) {
      throw new IllegalArgumentException("A recipe teaches something.");
    }
  }

  /**
   * The recipe of a finished lab: whoever follows it comes to teach its topic, and serves it.
   *
   * @param sessionsAStage how many meetings each stage took, 1 or more
   * @param length how long each took
   * @throws IllegalLabMoveException if the lab is not finished
   */
  public static Recipe of(
      RecipeId id, InnovationLab lab, int groupSize, int sessionsAStage, Duration length) {
    if (!lab.isFinished()) {
      throw new IllegalLabMoveException(
          lab.challenge(),
          "A lab that has not finished makes no recipe.",
          "Maybe wait until its last stage is closed.");
    }
    TopicId topic = lab.challenge().topic();
    List<Step> steps = new ArrayList<>();
    for (LabStage stage : LabStage.values()) {
      steps.add(new Step(stage, stage.closesWith(), sessionsAStage, length));
    }
    return new Recipe(
        id,
        Kind.LAB,
        List.of(lab.challenge().city()),
        Profile.builder()
            .strength(topic, Proficiency.STRONG)
            .growthArea(topic, Importance.GREATEST)
            .build(),
        steps,
        groupSize);
  }

  /**
   * The recipe of a programme that took place.
   *
   * @param sessions how many sessions took place, 1 or more
   */
  public static Recipe of(RecipeId id, Opportunity programme, int sessions) {
    return new Recipe(
        id,
        Kind.PROGRAMME,
        List.of(programme.cityId()),
        programme.profile(),
        List.of(
            new Step(
                LabStage.LEARN,
                EnumSet.noneOf(LabEvidence.class),
                sessions,
                programme.schedule().duration())),
        programme.places());
  }

  /** The city it was first made in. */
  public CityId madeIn() {
    return credit.get(0);
  }

  /** The same recipe as a city passes it on that took it up: the credit grows, and loses nobody. */
  public Recipe takenUpBy(CityId city) {
    if (credit.contains(city)) {
      return this;
    }
    List<CityId> longer = new ArrayList<>(credit);
    longer.add(city);
    return new Recipe(id, kind, longer, profile, steps, groupSize);
  }
}
