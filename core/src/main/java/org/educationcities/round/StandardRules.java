package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.city.Circle;
import org.educationcities.city.Distance;
import org.educationcities.city.SchoolId;
import org.educationcities.people.AgeRange;
import org.educationcities.resource.Cost;
import org.educationcities.resource.Opportunity;

/** The hard rules that hold everywhere, each testable alone. */
public final class StandardRules {

  private record Rule(String code, Check check) implements HardRule {
    @Override
    public boolean admits(TermLearner learner, TermOpportunity offered) {
      return check.admits(learner, offered);
    }
  }

  private record WithinReach(Distance most) implements HardRule {
    @Override
    public String code() {
      return "distance";
    }

    @Override
    public boolean admits(TermLearner learner, TermOpportunity offered) {
      return learner
          .position()
          .flatMap(
              from -> offered.opportunity().position().map(to -> Distance.isWithin(most, from, to)))
          .orElse(true);
    }

    @Override
    public Optional<Distance> reach() {
      return Optional.of(most);
    }
  }

  private interface Check {
    boolean admits(TermLearner learner, TermOpportunity offered);
  }

  private StandardRules() {}

  /**
   * All of them: age, language, arrangements, time, circle, distance.
   *
   * @param reach how far a learner goes at most
   */
  public static List<HardRule> all(Distance reach) {
    return ImmutableList.of(age(), language(), arrangements(), time(), circle(), distance(reach));
  }

  /**
   * {@code age}: an age that the learner may have at the beginning of the term is one that the
   * opportunity takes.
   */
  public static HardRule age() {
    return new Rule(
        "age",
        (learner, offered) -> {
          AgeRange ages = offered.opportunity().ages();
          return ages.overlaps(learner.ages());
        });
  }

  /** {@code language}: they share a language, unless the opportunity needs none. */
  public static HardRule language() {
    return new Rule(
        "language",
        (learner, offered) -> {
          List<String> spoken = offered.opportunity().languages();
          return spoken.isEmpty() || !Collections.disjoint(learner.learner().languages(), spoken);
        });
  }

  /** {@code arrangements}: whatever the learner needs to take part is there. */
  public static HardRule arrangements() {
    return new Rule(
        "arrangements",
        (learner, offered) ->
            offered.opportunity().arrangements().containsAll(learner.learner().arrangements()));
  }

  /** {@code time}: it takes place in the term at all. */
  public static HardRule time() {
    return new Rule("time", (learner, offered) -> !offered.sessions().isEmpty());
  }

  /** {@code circle}: the learner stands in the circle that the opportunity is open to. */
  public static HardRule circle() {
    return new Rule(
        "circle",
        (learner, offered) -> offered.opportunity().openTo().holds(circleOf(learner, offered)));
  }

  /** {@code distance}: it is within reach, unless one of the two is nowhere in particular. */
  public static HardRule distance(Distance reach) {
    return new WithinReach(Objects.requireNonNull(reach, "reach"));
  }

  /**
   * What it costs is no more than {@code most} in the same currency; one in another currency is
   * refused.
   */
  public static HardRule cost(Cost most) {
    Objects.requireNonNull(most, "most");
    return new Rule(
        "cost",
        (learner, offered) ->
            offered
                .opportunity()
                .cost()
                .map(
                    cost ->
                        cost.isFree()
                            || (cost.currency().equals(most.currency())
                                && cost.amount().compareTo(most.amount()) <= 0))
                .orElse(true));
  }

  /** The innermost circle that holds a learner and what is offered. */
  static Circle circleOf(TermLearner learner, TermOpportunity offered) {
    Opportunity opportunity = offered.opportunity();
    SchoolId school = learner.learner().schoolId().orElse(null);
    if (school != null && school.value().equals(opportunity.providerId().value())) {
      return Circle.SCHOOL;
    }
    if (learner.learner().cityId().equals(opportunity.cityId())) {
      return Circle.CITY;
    }
    return learner.country().equals(offered.country()) ? Circle.COUNTRY : Circle.WORLD;
  }

  /** How far a learner has to go, if both are somewhere. */
  static Optional<Distance> distanceOf(TermLearner learner, TermOpportunity offered) {
    return learner
        .position()
        .flatMap(from -> offered.opportunity().position().map(to -> Distance.between(from, to)));
  }
}
